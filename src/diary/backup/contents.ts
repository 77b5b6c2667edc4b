import type { Database } from 'better-sqlite3'
import type { DiaryContents, DiaryCounts } from '../../domain/backup.ts'
import { FuError } from '../../domain/errors.ts'
import { SqliteError } from '../file/sqlite.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { withDiary } from '../schema/open.ts'

/** The counts of a diary, and its last change. */
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

/** The number of rows of each kind; for a table with shared pages, at most as many as fit in the file. */
export function countsOf(db: Database): DiaryCounts {
  const most = `LIMIT (SELECT page_count * page_size / 2 FROM pragma_page_count, pragma_page_size)`
  const count = (rows: string): string => `(SELECT count(*) FROM (SELECT 1 FROM ${rows} ${most}))`
  const counts = db
    .prepare<[], DiaryCounts>(
      `SELECT ${count('contacts')} AS contacts, ${count('promises')} AS promises,
              ${count(`promises WHERE status = 'open'`)} AS open,
              ${count('entries')} AS entries, ${count('journal')} AS history`,
    )
    .get()
  if (counts === undefined) throw new Error('a SELECT without FROM gave no row')
  return counts
}

/** The counts of a copy; `null` if it cannot be read. */
export function countsIn(file: string): DiaryCounts | null {
  try {
    return withDiary(file, 'read', countsOf)
  } catch (error) {
    if (error instanceof SqliteError || error instanceof FuError) return null
    throw error
  }
}
