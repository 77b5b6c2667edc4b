import type { Database } from 'better-sqlite3'
import type { CellValue } from '../../domain/change.ts'
import { contactColumns, contactsWhere } from '../queries/contacts.ts'

/**
 * Recomputes the search keys of the contacts selected by a condition on `c`. They follow from the cards, and are not in
 * the history.
 */
export function updateLookups(db: Database, condition: string, params: Record<string, CellValue>): void {
  const update = db.prepare('UPDATE contacts SET lookup = :lookup WHERE id = :id AND lookup <> :lookup')
  for (const contact of contactsWhere(db, condition, params)) {
    update.run({ id: contact.id, lookup: contactColumns(contact)['lookup'] })
  }
}
