import fs from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import type { DiaryCounts } from '../../domain/backup.ts'
import { failed, FuError } from '../../domain/errors.ts'
import { connectTo } from '../connect.ts'
import { countsOf, faultsOf, openToRead } from './contents.ts'
import { beginFile, codeOf, syncFile } from './durable.ts'
import { applicationId } from './file.ts'
import { translateErrors } from '../open.ts'
import { newUid } from '../writing/uid.ts'

/** A copy that is whole, checked and on the disk, and that has no name yet. */
export type TemporaryCopy = { readonly path: string; readonly counts: DiaryCounts }

/**
 * Copies a diary into a file beside its later name, which only its owner can read, and checks the copy: SQLite finds
 * nothing wrong with it, and it holds as much as the diary. `patience` is how long another fu that is writing is
 * waited for, in milliseconds.
 *
 * @throws FuError `failed` where the diary cannot be read or is damaged, or the copy cannot be written; nothing is
 * left behind then
 */
export function copyDiary(diary: string, target: string, busyTimeout: number): TemporaryCopy {
  const unfinished = temporaryName(target)
  try {
    beginFile(unfinished)
    const counts = vacuumInto(diary, unfinished, busyTimeout)
    check(unfinished, counts)
    syncFile(unfinished)
    return { path: unfinished, counts }
  } catch (error) {
    discard(unfinished)
    throw asSentence(diary, target, error)
  }
}

/** A name beside another one that nobody else takes; what is found under it later was never finished. */
export function temporaryName(target: string): string {
  const db = connectTo(':memory:')
  try {
    return `${target}.${newUid(db).slice(0, 8)}${temporarySuffix}`
  } finally {
    db.close()
  }
}

/** How the name of a file ends that was never finished. */
export const temporarySuffix = '.unfinished'

/** Takes an unfinished copy away again, as far as that can be done: what went wrong before it is what is said. */
export function discard(unfinished: string): void {
  for (const end of ['', '-journal']) {
    try {
      fs.rmSync(`${unfinished}${end}`, { force: true })
    } catch {
      // Its name says that it was never finished, and it goes when backups are thinned.
    }
  }
}

function vacuumInto(diary: string, unfinished: string, busyTimeout: number): DiaryCounts {
  return connected(diary, busyTimeout, (guard) =>
    connected(diary, busyTimeout, (source) => {
      // A reader who stays holds off every writer, so that the counts are those of what is copied.
      guard.exec('BEGIN')
      const counts = countsOf(guard)
      source.prepare('VACUUM INTO ?').run(unfinished)
      guard.exec('ROLLBACK')
      return counts
    }),
  )
}

function connected<Value>(diary: string, timeout: number, work: (db: Database) => Value): Value {
  const db = connectTo(diary, { fileMustExist: true, timeout })
  try {
    db.pragma('trusted_schema = OFF')
    return work(db)
  } finally {
    db.close()
  }
}

function check(copy: string, expected: DiaryCounts): void {
  const db = openToRead(copy)
  try {
    const [fault] = faultsOf(db)
    const found = countsOf(db)
    const isWhole = JSON.stringify(found) === JSON.stringify(expected)
    const isMarked = db.pragma('application_id', { simple: true }) === applicationId
    if (fault !== undefined || !isWhole || !isMarked) {
      throw failed(
        `The copy does not hold what the diary holds${fault === undefined ? '' : ` (${fault})`}.`,
        '"fu doctor" looks at the diary.',
      )
    }
  } finally {
    db.close()
  }
}

function asSentence(diary: string, target: string, error: unknown): unknown {
  if (error instanceof FuError) return error
  const code = codeOf(error)
  if (error instanceof Sqlite.SqliteError && aboutTheDiary.test(code)) {
    return caught(() => translateErrors(diary, () => thrown(error)))
  }
  const reason = reasons[code.split('_', 2).join('_')] ?? reasons[code]
  const said = reason ?? (error instanceof Error ? error.message : String(error))
  return failed(
    `No copy of the diary could be made at ${target}: ${said}.`,
    'The diary itself is as it was. Name another place, as in fu backup /media/stick/diary.db.',
    error,
  )
}

const aboutTheDiary = /^SQLITE_(?:BUSY|CORRUPT|NOTADB)/

const reasons: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full',
  SQLITE_IOERR: 'the disk reports an error',
  SQLITE_CANTOPEN: 'it cannot be opened',
  SQLITE_READONLY: 'it cannot be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EIO: 'the disk reports an error',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a part of its path is a file, not a folder',
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
