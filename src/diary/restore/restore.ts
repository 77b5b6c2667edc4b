import fs from 'node:fs'
import path from 'node:path'
import type { PreservedErasures, DiaryCounts } from '../../domain/backup.ts'
import { failed, FuError } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { createEmptyFile } from '../../files/create.ts'
import { syncFolder } from '../../files/durable.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import {
  suppressedContacts,
  erasuresIn,
  noErasures,
  withErasures,
  type Erasures,
} from '../erase/preserve-erasures.ts'
import { countsOf } from '../backup/contents.ts'
import { faultsOf } from '../file/damage.ts'
import { backupFolder } from '../backup/name.ts'
import { type Source } from '../backup/source.ts'
import { withReadable } from '../rebuild/harmless.ts'
import { refuseForeignOwner, withDatabase } from '../file/connect.ts'
import { fileState, unlessUnreadable } from './file-state.ts'
import { keepWhatStands } from './keep.ts'
import { restoreError } from './restore-error.ts'
import { writeOver } from './write-over.ts'
import { realPath } from '../file/real-path.ts'
import { claimRestored, ownDevices } from '../writing/device.ts'

/** A diary that was brought back. */
export type Restored = {
  readonly counts: DiaryCounts
  /** Where what stood before is kept. */
  readonly kept: string | null
  readonly forgetting: PreservedErasures
}

/** How many times the whole is begun again because another fu wrote something in between. */
const mostTries = 20

/**
 * Brings a copy back to where the diary lies. What stands there is kept in the backups first. Whom the diary has
 * forgotten stays forgotten: what of that can be read is put into the copy before. Whoever ends this halfway
 * leaves the old diary or the new one: the pages are written under SQLite's own journal, and where the file is too
 * damaged for that, the new one is made beside it and takes its name.
 *
 * @throws FuError `failed` where what stands cannot be kept, or the disk or another fu is in the way
 */
export async function bringBack(file: string, source: Source, at: Moment): Promise<Restored> {
  const live = realPath(file)
  refuseForeignOwner(file)
  for (let tries = 0; tries < mostTries; tries += 1) {
    const restored = await bringBackUnlessChanged(live, source, at)
    if (restored !== null) return restored
  }
  throw failed('Another fu keeps writing to the diary.', 'Nothing was changed. Try again later.')
}

/** `null` where something was written after it was kept. */
async function bringBackUnlessChanged(live: string, source: Source, at: Moment): Promise<Restored | null> {
  const before = opened(live)
  try {
    const seen = before === null ? Buffer.alloc(0) : beginningOf(before)
    const state = fileState(live)
    const kept = keepWhatStands(live, state, at)
    const { isOwn, ...forgotten } = before === null ? { ...noErasures, isOwn: false } : erasuresOf(live)
    // SQLite takes a disk that fails for a damaged file; this one was sound a moment ago.
    if (state.state === 'sound' && !forgotten.isWhole) throw diskFailed(live)
    if (before === null) begin(live)
    // Closing any descriptor of a file drops SQLite's locks on it, so this one stays open to the end.
    const watched = before ?? fs.openSync(live, 'r')
    const carried = withErasures(live, source, forgotten, at)
    try {
      const isDone = await writeOver(live, carried, () => beginningOf(watched).equals(seen))
      if (!isDone) return null
      settle(live)
      const forgetting = {
        unwanted: suppressedContacts(carried.db, forgotten),
        isUnfinished: forgotten.unfinished.length > 0,
        isWhole: forgotten.isWhole,
      }
      const counts = checked(live, carried, kept)
      // Last, since what fails here leaves a journal, and all else is done.
      if (isOwn || path.dirname(source.path) === backupFolder(live)) claim(live)
      return { counts, kept, forgetting }
    } finally {
      carried.close()
      if (before === null) fs.closeSync(watched)
    }
  } catch (error) {
    throw restoreError(live, error)
  } finally {
    if (before !== null) fs.closeSync(before)
  }
}

/** The copies that were made of the file before stay its own. Where this fails, they are not gone through, which is said. */
function claim(live: string): void {
  try {
    withDatabase(live, 'write', (db) => db.transaction(() => claimRestored(db)).immediate())
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_')) throw error
  }
}

type LiveErasures = Erasures & { readonly isOwn: boolean }

/** Whom the diary has forgotten, as far as that can be read, and whether it was written in this very file. */
function erasuresOf(live: string): LiveErasures {
  const nothing = { ...noErasures, isOwn: false, isWhole: false }
  return unlessUnreadable<LiveErasures>(nothing, () =>
    withReadable(live, ({ db, leftOut }) => {
      const erasures = erasuresIn(db)
      const isIdentityLeftOut = leftOut.values.some(({ table }) => table === 'identity')
      const isOwn = erasures.isWhole && !isIdentityLeftOut && ownDevices(db, live).length > 0
      const isLeftOut = leftOut.values.some(({ table }) =>
        ['blocked', 'forgetting', 'identity'].includes(table),
      )
      return { ...erasures, isOwn, isWhole: erasures.isWhole && !isLeftOut }
    }),
  )
}

function diskFailed(live: string): FuError {
  return failed(`The disk failed while the diary ${live} was read.`, 'It is as it was. Try again.')
}

/** The diary that is there, opened to be watched; `null` where there is none. */
function opened(live: string): number | null {
  try {
    return fs.existsSync(live) ? fs.openSync(live, 'r') : null
  } catch (error) {
    throw restoreError(live, error)
  }
}

/** Waits until the name is on the disk. What is brought back stands by then: nothing is as it was. */
function settle(live: string): void {
  try {
    syncFolder(path.dirname(live))
  } catch (error) {
    throw failed(
      `The disk failed just after the diary ${live} was brought back: ${reasonOf(error)}.`,
      'Look at what is written with "fu history" before you go on.',
      error,
    )
  }
}

/** The header, whose counter goes on with every change. */
function beginningOf(descriptor: number): Buffer {
  const header = Buffer.alloc(100)
  return header.subarray(0, fs.readSync(descriptor, header, 0, header.length, 0))
}

function begin(live: string): void {
  try {
    createEmptyFile(live)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

function checked(live: string, source: Source, kept: string | null): DiaryCounts {
  return withDatabase(live, 'read', (db) => {
    const counts = countsOf(db)
    const [fault] = faultsOf(db)
    if (fault === undefined && JSON.stringify(counts) === JSON.stringify(source.contents.counts))
      return counts
    throw failed(
      'What was restored is not what the backup holds: the disk did not keep it.',
      kept === null ? 'Try again on another disk.' : `The diary as it was before is kept in ${kept}.`,
    )
  })
}
