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
import { keepReplaced } from './keep.ts'
import { restoreError } from './restore-error.ts'
import { writeOver } from './write-over.ts'
import { realPath } from '../file/real-path.ts'
import { claimRestored, ownDevices } from '../writing/device.ts'

/** A restored diary. */
export type Restored = {
  readonly counts: DiaryCounts
  /** Where the previous diary is kept. */
  readonly kept: string | null
  readonly forgetting: PreservedErasures
}

/** How often the restore is restarted because another fu wrote something in between. */
const mostTries = 20

/**
 * Restores a copy to the diary's path. The present diary is kept in the backups first. Forgotten people stay forgotten:
 * the readable erasures are applied to the copy first. An interrupted restore leaves the old diary or the new one: the
 * pages are written under SQLite's own journal, or, if the file is too damaged for that, the new diary is made beside
 * it and renamed.
 *
 * @throws FuError `failed` if the present diary cannot be kept, or the disk or another fu prevents the restore
 */
export async function restoreCopy(file: string, source: Source, at: Moment): Promise<Restored> {
  const live = realPath(file)
  refuseForeignOwner(file)
  for (let tries = 0; tries < mostTries; tries += 1) {
    const restored = await restoreUnlessChanged(live, source, at)
    if (restored !== null) return restored
  }
  throw failed('Another fu keeps writing to the diary.', 'Nothing was changed. Try again later.')
}

/** `null` if something was written after the present diary was kept. */
async function restoreUnlessChanged(live: string, source: Source, at: Moment): Promise<Restored | null> {
  const before = opened(live)
  try {
    const seen = before === null ? Buffer.alloc(0) : beginningOf(before)
    const state = fileState(live)
    const kept = keepReplaced(live, state, at)
    const { isOwn, ...forgotten } = before === null ? { ...noErasures, isOwn: false } : erasuresOf(live)
    // SQLite mistakes a failing disk for a damaged file; this file was sound a moment ago.
    if (state.state === 'sound' && !forgotten.isWhole) throw diskFailed(live)
    if (before === null) begin(live)
    // Closing any descriptor of a file drops SQLite's locks on it, so this one stays open until the end.
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
      // Last, because a failure here leaves a journal, and everything else is done.
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

/** Earlier copies of the file stay its own. If this fails, `fu forget` does not process them, and says so. */
function claim(live: string): void {
  try {
    withDatabase(live, 'write', (db) => db.transaction(() => claimRestored(db)).immediate())
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_')) throw error
  }
}

type LiveErasures = Erasures & { readonly isOwn: boolean }

/** The readable erasures of the diary, and whether it was written in this very file. */
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
  return failed(`The disk failed while the diary ${live} was read.`, 'It is unchanged. Try again.')
}

/** A descriptor of the existing diary, to detect changes; `null` if there is none. */
function opened(live: string): number | null {
  try {
    return fs.existsSync(live) ? fs.openSync(live, 'r') : null
  } catch (error) {
    throw restoreError(live, error)
  }
}

/**
 * Waits until the name is on the disk. The restore has already happened, so an error must not claim that nothing
 * changed.
 */
function settle(live: string): void {
  try {
    syncFolder(path.dirname(live))
  } catch (error) {
    throw failed(
      `The disk failed just after the diary ${live} was restored: ${reasonOf(error)}.`,
      'Check the last changes with "fu history" before you go on.',
      error,
    )
  }
}

/** The header, whose counter increases with every change. */
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
      'The restored diary differs from the backup: the disk did not store it correctly.',
      kept === null ? 'Try again on another disk.' : `The previous diary is kept in ${kept}.`,
    )
  })
}
