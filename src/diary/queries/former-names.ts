import type { Database } from 'better-sqlite3'
import { columns } from '../values/columns.ts'
import { mergedUids } from './merges.ts'

/** A name that a contact had, and the number of the contact; or the name of a card that was merged into theirs. */
export type FormerName = { readonly name: string; readonly id: number; readonly isMerged: boolean }

/** Names that contacts had before they were renamed or merged, the latest first, each once. */
export function formerNames(db: Database): FormerName[] {
  // No import renames anybody, and its entry may have a million changes.
  return db
    .prepare<[string], { name: unknown; id: number; isMerged: number }>(
      `WITH cards (uid, id, is_merged) AS (
         SELECT value ->> 0, value ->> 1, 1 FROM json_each(?)),
       former (name, id, is_merged, journal) AS (
         SELECT h.before ->> '$.name', coalesce(m.id, c.id), m.id IS NOT NULL, h.journal_id
         FROM journal j CROSS JOIN journal_changes h ON h.journal_id = j.id
           LEFT JOIN cards m ON m.uid = h.row_uid LEFT JOIN contacts c ON c.uid = h.row_uid
         WHERE j.command <> 'import' AND h.kind = 'contacts' AND h.before IS NOT NULL
           AND (h.after IS NULL OR h.before ->> '$.name' <> h.after ->> '$.name'))
       SELECT f.name AS name, f.id AS id, max(f.is_merged) AS isMerged FROM former f JOIN contacts c ON c.id = f.id
       WHERE f.name <> c.name GROUP BY f.name, f.id ORDER BY max(f.journal) DESC`,
    )
    .all(JSON.stringify([...mergedUids(db)]))
    .map(({ name, id, isMerged }) => ({
      name: columns.contacts.name(name),
      id,
      isMerged: isMerged === 1,
    }))
}
