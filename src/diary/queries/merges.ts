import type { Database } from 'better-sqlite3'
import type { MergedCards } from '../../domain/change.ts'
import { rowNumber } from './row-number.ts'

/** The contacts removed by merges, with the contacts that replaced them, oldest first. */
export function mergedAway(db: Database): MergedCards[] {
  return db
    .prepare<[], MergedCards>(
      `SELECT data ->> '$.gone' AS gone, data ->> '$.kept' AS kept FROM journal
       WHERE CASE WHEN json_valid(data) THEN data ->> '$.gone' END IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.uid = data ->> '$.gone') ORDER BY id`,
    )
    .all()
}

/** The contact that contains the card merged away with this number; `null` if there is none. */
export function mergedInto(db: Database, id: number): number | null {
  const gone = db
    .prepare<[number], string>(
      `SELECT c.row_uid FROM journal j JOIN journal_changes c ON c.journal_id = j.id
       WHERE j.data ->> '$.gone' = c.row_uid AND c.kind = 'contacts' AND c.before ->> '$.id' = ?
         AND NOT EXISTS (SELECT 1 FROM contacts k WHERE k.uid = c.row_uid) LIMIT 1`,
    )
    .pluck()
    .get(id)
  return gone === undefined ? null : (mergedUids(db).get(gone) ?? null)
}

/** The contacts removed by merges, by uid, with the number of the contact that contains their card. */
export function mergedUids(db: Database): Map<string, number> {
  const merges = mergedAway(db)
  return new Map(
    merges.flatMap((merge) => {
      const into = lastOf(db, merges, merge)
      return into === null ? [] : [[merge.gone, into] as const]
    }),
  )
}

/** The number of the contact at the end of a chain of merges; `null` if it no longer exists. */
function lastOf(db: Database, merges: readonly MergedCards[], { kept }: MergedCards): number | null {
  const away = new Map(merges.map((merge) => [merge.gone, merge.kept]))
  let into = kept
  for (let next = away.get(into); next !== undefined; next = away.get(into)) {
    away.delete(into)
    into = next
  }
  return rowNumber(db, 'contacts', into)
}
