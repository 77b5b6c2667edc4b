import type { Database } from 'better-sqlite3'
import type { DiaryCounts } from '../../domain/backup.ts'
import { failed, FuError } from '../../domain/errors.ts'
import { syncFile } from '../../files/durable.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { withTemporaryFile } from '../../files/temporary.ts'
import { withDatabase } from '../file/connect.ts'
import { releaseCopy } from '../writing/device.ts'
import { countsOf } from './contents.ts'
import { faultsOf } from '../file/damage.ts'
import { applicationId } from '../file/header.ts'
import { translateErrors } from '../file/errors.ts'
import { SqliteError } from '../file/sqlite.ts'

/** A copy that is whole, checked and on the disk, in a temporary file. */
export type TemporaryCopy = { readonly path: string; readonly counts: DiaryCounts }

/**
 * Copies a diary into a file beside its later name, which only its owner can read, and checks the copy: SQLite finds
 * nothing wrong with it, and it holds as much as the diary. `busyTimeout` is how long another fu that is writing is
 * waited for, in milliseconds.
 *
 * @throws FuError `failed` where the diary cannot be read or is damaged, or the copy cannot be written; nothing is
 * left behind then
 */
export function copyDiary(diary: string, target: string, busyTimeout: number): TemporaryCopy {
  try {
    return withTemporaryFile(target, (copy) => {
      const counts = vacuumInto(diary, copy, busyTimeout)
      // What is written in the copy later is of another device. It is on the disk before it gets its name.
      withDatabase(copy, 'temporary', releaseCopy)
      check(copy, counts)
      syncFile(copy)
      return { path: copy, counts }
    })
  } catch (error) {
    throw asSentence(diary, target, error)
  }
}

function vacuumInto(diary: string, copy: string, timeout: number): DiaryCounts {
  const withDiary = <Value>(work: (db: Database) => Value): Value =>
    withDatabase(diary, 'recover', work, timeout)
  return withDiary((guard) =>
    withDiary((source) => {
      // A reader who stays holds off every writer, so that the counts are those of what is copied.
      guard.exec('BEGIN')
      const counts = countsOf(guard)
      source.prepare('VACUUM INTO ?').run(copy)
      guard.exec('ROLLBACK')
      return counts
    }),
  )
}

function check(copy: string, expected: DiaryCounts): void {
  withDatabase(copy, 'read', (db) => {
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
  })
}

function asSentence(diary: string, target: string, error: unknown): unknown {
  if (error instanceof FuError) return error
  const code = codeOf(error)
  if (error instanceof SqliteError && aboutTheDiary.test(code)) {
    return caught(() => translateErrors(diary, () => thrown(error)))
  }
  const reason = reasons[code.split('_', 2).join('_')] ?? reasonOf(error)
  return failed(
    `No copy of the diary could be made at ${target}: ${reason}.`,
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
