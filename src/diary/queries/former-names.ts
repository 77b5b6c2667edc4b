import type { Database } from 'better-sqlite3'
import { columns } from '../values/columns.ts'

/** A name that a contact had, and the number of the contact. */
export type FormerName = { readonly name: string; readonly id: number }

/** Names that contacts had before they were renamed, the latest first, each once. */
export function formerNames(db: Database): FormerName[] {
  return db
    .prepare<[], { name: unknown; id: number }>(
      `SELECT h.before ->> '$.name' AS name, c.id AS id
       FROM journal_changes h JOIN contacts c ON c.uid = h.row_uid
       WHERE h.kind = 'contacts' AND h.before IS NOT NULL AND h.after IS NOT NULL
         AND h.before ->> '$.name' <> h.after ->> '$.name' AND h.before ->> '$.name' <> c.name
       GROUP BY name, c.id ORDER BY max(h.journal_id) DESC`,
    )
    .all()
    .map(({ name, id }) => ({ name: columns.contacts.name(name), id }))
}
