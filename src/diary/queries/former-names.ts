import type { Database } from 'better-sqlite3'
import { columns } from '../values/columns.ts'
import { mergedUids } from './merges.ts'

/** A former name of a contact, and the number of the contact. */
export type FormerName = { readonly name: string; readonly id: number; readonly isMerged: boolean }

/** Names that contacts had before they were renamed or merged, the latest first, each once. */
export function formerNames(db: Database): FormerName[] {
  return db
    .prepare<[string], { name: unknown; id: number; isMerged: number }>(
      `WITH former (name, id, is_merged, journal) AS (
         SELECT h.before ->> '$.name', c.id, 0, h.journal_id
         FROM journal_changes h JOIN contacts c ON c.uid = h.row_uid
         WHERE h.kind = 'contacts' AND CASE WHEN json_valid(before) AND json_valid(after) THEN before ->> '$.name' <> after ->> '$.name' END
         UNION ALL
         SELECT h.before ->> '$.name', merged.value ->> 1, 1, h.journal_id
         FROM json_each(?) merged CROSS JOIN journal_changes h ON h.row_uid = merged.value ->> 0
         WHERE h.kind = 'contacts' AND h.before IS NOT NULL)
       SELECT f.name AS name, f.id AS id, max(f.is_merged) AS isMerged FROM former f CROSS JOIN contacts c ON c.id = f.id
       WHERE f.name <> c.name GROUP BY f.name, f.id ORDER BY max(f.journal) DESC`,
    )
    .all(JSON.stringify([...mergedUids(db)]))
    .map(({ name, id, isMerged }) => ({
      name: columns.contacts.name(name),
      id,
      isMerged: isMerged === 1,
    }))
}
