import type { Database } from 'better-sqlite3'
import type { DiaryContents, DiaryCounts } from '../../domain/backup.ts'
import { FuError } from '../../domain/errors.ts'
import { SqliteError } from '../file/sqlite.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { withDiary } from '../schema/open.ts'

/** How much is in a diary, and what was written in it last. */
export function contentsOf(db: Database): DiaryContents {
  const last = db
    .prepare<[], { title: unknown; at: unknown; at_offset: unknown }>(
      'SELECT title, at, at_offset FROM journal ORDER BY id DESC LIMIT 1',
    )
    .get()
  return {
    counts: countsOf(db),
    last:
      last === undefined
        ? null
        : { title: columns.journal.title(last.title), at: storedMoment(last.at, last.at_offset) },
  }
}

/** How many rows of each kind there are. */
export function countsOf(db: Database): DiaryCounts {
  const counts = db
    .prepare<[], DiaryCounts>(
      `SELECT (SELECT count(*) FROM contacts) AS contacts, (SELECT count(*) FROM promises) AS promises,
              (SELECT count(*) FROM promises WHERE status = 'open') AS open,
              (SELECT count(*) FROM entries) AS entries, (SELECT count(*) FROM journal) AS history`,
    )
    .get()
  if (counts === undefined) throw new Error('a SELECT without FROM gave no row')
  return counts
}

/** What SQLite finds wrong with the file, in its words; nothing where it is sound. */
export function faultsOf(db: Database): string[] {
  const found = db.prepare<[], string>('PRAGMA integrity_check').pluck().all()
  return found.length === 1 && found[0] === 'ok' ? [] : found
}

/** How much is in a copy; `null` where it cannot be read. */
export function countsIn(file: string): DiaryCounts | null {
  try {
    return withDiary(file, 'read', countsOf)
  } catch (error) {
    if (error instanceof SqliteError || error instanceof FuError) return null
    throw error
  }
}
