import type { Database } from 'better-sqlite3'
import type { CellValue } from '../../domain/change.ts'
import { contactColumns, contactsWhere } from '../queries/contacts.ts'

/**
 * Works out anew what contacts are found by, of those that a condition on `c` selects. It follows from their cards, and
 * the history does not have it.
 */
export function updateLookups(db: Database, condition: string, params: Record<string, CellValue>): void {
  const update = db.prepare('UPDATE contacts SET lookup = :lookup WHERE id = :id AND lookup <> :lookup')
  for (const contact of contactsWhere(db, condition, params)) {
    update.run({ id: contact.id, lookup: contactColumns(contact)['lookup'] })
  }
}
