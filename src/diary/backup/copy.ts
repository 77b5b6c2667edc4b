import fs from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { DiaryCounts } from '../../domain/backup.ts'
import { failed, FuError } from '../../domain/errors.ts'
import { syncFile } from '../../files/durable.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { discard, openTemporaryFile, withTemporaryFile } from '../../files/temporary.ts'
import { busyTimeout, connect, withDatabase } from '../file/connect.ts'
import { releaseCopy } from '../writing/device.ts'
import { countsOf } from './contents.ts'
import { faultsOf } from '../file/damage.ts'
import { applicationId } from '../file/header.ts'
import { translateErrors } from '../file/errors.ts'
import { SqliteError } from '../file/sqlite.ts'

/** A complete, verified and synced copy in a temporary file. */
export type TemporaryCopy = { readonly path: string; readonly counts: DiaryCounts }

/**
 * Copies a diary into a file beside its later name, which only its owner can read, and checks the copy: SQLite finds
 * nothing wrong with it, and it holds as much as the diary.
 *
 * @throws FuError `failed` if the diary cannot be read or is damaged, or the copy cannot be written; then no file is
 * left behind
 */
export function copyDiary(diary: string, target: string): TemporaryCopy {
  try {
    return withTemporaryFile(target, (copy) => {
      const counts = vacuumInto(diary, copy)
      finish(copy, (db) => JSON.stringify(countsOf(db)) === JSON.stringify(counts))
      return { path: copy, counts }
    })
  } catch (error) {
    throw copyFailed(diary, target, error)
  }
}

/** The result of a copy in steps: a complete copy that is checked and on the disk, or why there is none. */
export type SteppedCopy =
  | { readonly end: 'finished'; readonly path: string }
  /** The copy was removed before it was finished. */
  | { readonly end: 'removed'; readonly path: null }
  /** The diary was written again and again. */
  | { readonly end: 'changing'; readonly path: null }

/**
 * The same while other processes write. The diary is locked for a few pages at a time, and the copy starts again after a
 * write in between: then with more pages at a time, but no more than a writer can wait for.
 *
 * @throws FuError `failed` as `copyDiary`
 */
export async function copyInSteps(diary: string, target: string): Promise<SteppedCopy> {
  try {
    const { path, descriptor } = openTemporaryFile(target)
    fs.closeSync(descriptor)
    try {
      const pages = await copyPages(diary, path)
      if (pages !== null) {
        finish(path, (db) => db.pragma('page_count', { simple: true }) === pages)
        return { end: 'finished', path }
      }
    } catch (error) {
      if (!fs.existsSync(path)) return { end: 'removed', path: null }
      discard(path)
      throw error
    }
    discard(path)
    return { end: 'changing', path: null }
  } catch (error) {
    throw copyFailed(diary, target, error)
  }
}

/** How many pages are copied under one lock: at first, and at most after a write in between. */
const pagesAtOnce = { first: 1000, most: 256_000 }
/** How often the copy may start again. */
const mostRestarts = 30
/** How long to wait before checking again whether another fu is still writing, in milliseconds. */
const pause = 50

/** Copies a diary over an empty file; returns the number of its pages, or `null` if it is written again and again. */
async function copyPages(diary: string, copy: string): Promise<number | null> {
  const changing = new Error('the diary is written again and again')
  const source = connect(diary, 'recover')
  try {
    let [step, restarts] = [pagesAtOnce.first, 0]
    for (let waited = 0; waited < busyTimeout; waited += pause) {
      let left = Number.POSITIVE_INFINITY
      const { totalPages } = await source.backup(copy, {
        progress: ({ remainingPages }) => {
          if (remainingPages > left) {
            restarts += 1
            if (restarts > mostRestarts) throw changing
            step = Math.min(step * 2, pagesAtOnce.most)
          }
          left = remainingPages
          return step
        },
      })
      // If another process holds the lock, the library reports that all of zero pages are done.
      if (totalPages > 0) return totalPages
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return null
  } catch (error) {
    if (error === changing) return null
    throw error
  } finally {
    source.close()
  }
}

/** Makes a copy a single file that is checked and on the disk; `isWhole` checks that it contains the whole diary. */
function finish(copy: string, isWhole: (db: Database) => boolean): void {
  // Later changes to the copy belong to another device. This is on the disk before the copy gets its name.
  withDatabase(copy, 'temporary', releaseCopy)
  check(copy, isWhole)
  syncFile(copy)
}

function vacuumInto(diary: string, copy: string): DiaryCounts {
  const withDiary = <Value>(work: (db: Database) => Value): Value => withDatabase(diary, 'recover', work)
  return withDiary((guard) =>
    withDiary((source) => {
      // This read transaction keeps writers out, so that the counts match the copy.
      guard.exec('BEGIN')
      const counts = countsOf(guard)
      source.prepare('VACUUM INTO ?').run(copy)
      guard.exec('ROLLBACK')
      return counts
    }),
  )
}

function check(copy: string, isWhole: (db: Database) => boolean): void {
  withDatabase(copy, 'read', (db) => {
    const [fault] = faultsOf(db)
    const isMarked = db.pragma('application_id', { simple: true }) === applicationId
    if (fault !== undefined || !isWhole(db) || !isMarked) {
      throw failed(
        `The copy differs from the diary${fault === undefined ? '' : ` (${fault})`}.`,
        'Check the diary with "fu doctor".',
      )
    }
  })
}

/** Why a diary could not be copied, as an error in sentences. */
export function copyFailed(diary: string, target: string, error: unknown): unknown {
  if (error instanceof FuError) return error
  const code = codeOf(error)
  if (error instanceof SqliteError && aboutTheDiary.test(code)) {
    return caught(() => translateErrors(diary, () => thrown(error)))
  }
  const reason = reasons[code.split('_', 2).join('_')] ?? reasonOf(error)
  return failed(
    `No copy of the diary could be made at ${target}: ${reason}.`,
    'The diary itself is unchanged. Name another place, as in fu backup /media/stick/diary.db.',
    error,
  )
}

const aboutTheDiary = /^SQLITE_(?:BUSY|CORRUPT|NOTADB)/

const reasons: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full',
  SQLITE_IOERR: 'the disk reports an error',
  SQLITE_CANTOPEN: 'it cannot be opened',
  SQLITE_READONLY: 'it cannot be written',
}

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

function thrown(error: Error): never {
  throw error
}
