import type { Database } from 'better-sqlite3'
import type { CellValue, RowKind } from '../../domain/change.ts'
import type { Contact, NewContact } from '../../domain/contact.ts'
import { contactColumns } from '../queries/contacts.ts'
import type { RowWriter } from './row-writer.ts'

/** The number of rows of each kind moved from one card to the other. */
export type MovedRows = { readonly promises: number; readonly entries: number; readonly runs: number }

/** The title of a merge in the history. */
export function mergeTitle(gone: Contact, kept: Contact): string {
  return `merge ${gone.name} (@${gone.id}) into ${kept.name} (@${kept.id})`
}

/**
 * Merges two contacts: every reference to the first now refers to the second, and the first is removed. A promise about
 * its own contact loses its "about".
 */
export function mergeRows(
  db: Database,
  rows: RowWriter,
  { gone, kept }: { readonly gone: Contact; readonly kept: Contact },
  known: NewContact,
): MovedRows {
  const moveAll = (
    kind: RowKind,
    condition: string,
    columns: (row: Record<string, CellValue>) => Record<string, CellValue>,
  ): number => {
    const moved = db
      .prepare<[{ gone: number }], Record<string, CellValue> & { uid: string }>(
        `SELECT * FROM ${kind} WHERE ${condition} ORDER BY id`,
      )
      .all({ gone: gone.id })
    for (const row of moved) rows.update(kind, row.uid, columns(row))
    return moved.length
  }
  const renamed = (id: CellValue | undefined): CellValue => (id === gone.id ? kept.id : (id ?? null))

  const runs = moveAll('plan_runs', 'contact_id = :gone', () => ({ contact_id: kept.id }))
  const withThem = db
    .prepare<[number], number>('SELECT count(*) FROM promises WHERE contact_id = ?')
    .pluck()
    .get(gone.id)
  moveAll('promises', 'contact_id = :gone OR about_id = :gone', (row) => {
    const contact = renamed(row['contact_id'])
    const about = renamed(row['about_id'])
    return { contact_id: contact, about_id: about === contact ? null : about }
  })
  // Promises with the removed contact about the kept one.
  moveAll('promises', `contact_id = ${kept.id} AND about_id = ${kept.id}`, () => ({ about_id: null }))
  const entries = moveAll('entries', 'contact_id = :gone', () => ({ contact_id: kept.id }))
  moveAll('contacts', `from_id = :gone AND id <> ${kept.id}`, () => ({ from_id: kept.id }))
  const added = gone.addedAt.instant < kept.addedAt.instant ? gone.addedAt : kept.addedAt
  rows.update('contacts', kept.uid, {
    ...contactColumns(known),
    added_at: added.instant,
    added_offset: added.offset,
  })
  rows.remove('contacts', gone.uid)
  return { promises: withThem ?? 0, entries, runs }
}
