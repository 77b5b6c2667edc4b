import type { Database } from 'better-sqlite3'
import type { CopyPlace } from '../../domain/backup.ts'
import type { Moment } from '../../domain/moment.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'

/** Every place outside the backups folder where a copy of the diary was made, in the order of their paths. */
export function copyPlaces(db: Database): CopyPlace[] {
  return db
    .prepare<[], { path: unknown; made_at: unknown; made_offset: unknown }>(
      'SELECT * FROM copies ORDER BY path',
    )
    .all()
    .map(({ path, made_at: at, made_offset: offset }) => ({
      path: columns.copies.path(path),
      made: storedMoment(at, offset),
    }))
}

/** Remembers a place, before a copy is made there. Past the history: no undo takes the copy away. */
export function rememberPlace(db: Database, path: string, made: Moment): void {
  db.prepare('INSERT OR REPLACE INTO copies VALUES (?, ?, ?)').run(path, made.instant, made.offset)
}

/** Strikes a place off the list; gives whether it was there. */
export function removePlace(db: Database, path: string): boolean {
  return db.prepare('DELETE FROM copies WHERE path = ?').run(path).changes > 0
}
