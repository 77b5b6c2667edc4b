import fs from 'node:fs'
import path from 'node:path'
import type { PreservedErasures, DiaryCounts, FileState } from '../../domain/backup.ts'
import { failed, FuError } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { createEmptyFile } from '../../files/create.ts'
import { nameNew, syncFile, syncFolder } from '../../files/durable.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { withTemporaryCopy, withTemporaryFile } from '../../files/temporary.ts'
import { backUp, freePath } from '../backup/backup.ts'
import {
  suppressedContacts,
  erasuresIn,
  noErasures,
  withErasures,
  type Erasures,
} from '../erase/preserve-erasures.ts'
import { countsOf } from '../backup/contents.ts'
import { faultsOf } from '../file/damage.ts'
import { refuseUnsafeFolder } from '../backup/folder.ts'
import { backupFolder } from '../backup/name.ts'
import { type Source } from '../backup/source.ts'
import { withReadable } from '../rebuild/harmless.ts'
import { fileState, unlessUnreadable } from './file-state.ts'
import { realPath } from '../file/real-path.ts'
import { translateErrors } from '../file/errors.ts'
import { sideFiles } from '../file/side-files.ts'
import { busyTimeout, refuseForeignOwner, withDatabase } from '../file/connect.ts'
import { claimRestored, ownDevices } from '../writing/device.ts'

/** A diary that was brought back. */
export type Restored = {
  readonly counts: DiaryCounts
  /** Where what stood before is kept. */
  readonly kept: string | null
  readonly forgetting: PreservedErasures
}

/** How long to wait between two looks whether another fu is still writing, in milliseconds. */
const pause = 50
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
    throw asSentence(live, error)
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
    throw asSentence(live, error)
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

function keepWhatStands(live: string, { state }: FileState, at: Moment): string | null {
  if (state === 'sound') return backUp(live, at, 'before-restore').path
  const there = endsOf(live)
  const holdsNothing = there.every((end) => fs.statSync(`${live}${end}`).size === 0)
  return holdsNothing ? null : keepAsItIs(live, there, at)
}

/**
 * Keeps a damaged diary aside as it is, before something is tried on it; gives where.
 *
 * @throws FuError `failed` where it cannot be kept
 */
export function keepDamaged(file: string, at: Moment): string {
  const live = realPath(file)
  try {
    return keepAsItIs(live, endsOf(live), at)
  } catch (error) {
    throw asSentence(live, error)
  }
}

/** Keeps a damaged diary with what lies beside it, byte for byte; what is beside it first, so that none is left out. */
function keepAsItIs(live: string, ends: readonly string[], at: Moment): string {
  refuseUnsafeFolder(live)
  const target = freePath(live, at, 'damaged')
  for (const end of ends.toReversed()) {
    withTemporaryCopy(`${live}${end}`, `${target}${end}`, (copy) => {
      syncFile(copy)
      nameNew(copy, `${target}${end}`)
    })
  }
  return target
}

/** The diary and what lies beside it, as far as they are there, by the ends of their names. */
function endsOf(live: string): string[] {
  return ['', ...sideFiles].filter((end) => fs.existsSync(`${live}${end}`))
}

/** Writes the copy over what stands. Gives whether it did: not where that is no more what was kept. */
async function writeOver(live: string, source: Source, isAsKept: () => boolean): Promise<boolean> {
  const changed = new Error('changed meanwhile')
  for (let waited = 0; ; waited += pause) {
    let isLocked = false
    try {
      const { totalPages } = await source.db.backup(live, {
        progress: () => {
          // The first time, the file is locked and nothing is written yet.
          if (!isLocked && !isAsKept()) throw changed
          isLocked = true
          return 1000
        },
      })
      // Where another holds the file, the library says that all of no pages is done.
      if (totalPages > 0) return true
    } catch (error) {
      if (error === changed) return false
      if (!/^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error))) throw error
      replaceUnreadable(live, source)
      return true
    }
    if (waited >= busyTimeout) {
      throw failed(
        'Another fu has been writing to the diary for 10 seconds.',
        'Nothing was restored. Try again when it is done.',
      )
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Puts the copy in the place of a file that SQLite cannot open; what was beside that one must not be taken for its own. */
function replaceUnreadable(live: string, source: Source): void {
  withTemporaryFile(live, (copy) => {
    source.db.prepare('VACUUM INTO ?').run(copy)
    syncFile(copy)
    for (const end of sideFiles) fs.rmSync(`${live}${end}`, { force: true })
    syncFolder(path.dirname(live))
    fs.renameSync(copy, live)
  })
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

function asSentence(live: string, error: unknown): unknown {
  if (error instanceof FuError) return error
  const code = codeOf(error)
  if (code.startsWith('SQLITE_')) {
    try {
      return translateErrors(live, () => {
        throw error
      })
    } catch (translated) {
      return translated
    }
  }
  if (code === '') return error
  return failed(`The diary ${live} could not be brought back: ${reasonOf(error)}.`, 'It is as it was.', error)
}
