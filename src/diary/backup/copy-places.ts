import type { Database } from 'better-sqlite3'
import type { CopyPlace } from '../../domain/backup.ts'
import type { Moment } from '../../domain/moment.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'

/** Every place outside the backups folder where a copy of the diary was made, by path. */
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

/** Records a place before a copy is made there. Not part of the history, because undo does not remove the copy. */
export function rememberPlace(db: Database, path: string, made: Moment): void {
  db.prepare('INSERT OR REPLACE INTO copies VALUES (?, ?, ?)').run(path, made.instant, made.offset)
}

/** Removes a place from the list; returns whether it was there. */
export function removePlace(db: Database, path: string): boolean {
  return db.prepare('DELETE FROM copies WHERE path = ?').run(path).changes > 0
}
