import type { Database } from 'better-sqlite3'

/** How much a diary holds: the last number of each book. */
export type Extent = { readonly contacts: number; readonly promises: number; readonly entries: number }

/** How many ways to reach them anybody has, at the most. */
export type Widest = { readonly phones: number; readonly emails: number; readonly addresses: number }

/** The extent at one moment: what is written later is beyond it. */
export function extentOf(db: Database): Extent {
  const read = db.prepare<[], Extent>(`
    SELECT (SELECT coalesce(max(id), 0) FROM contacts) AS contacts,
      (SELECT coalesce(max(id), 0) FROM promises) AS promises, (SELECT coalesce(max(id), 0) FROM entries) AS entries`)
  return read.get() ?? { contacts: 0, promises: 0, entries: 0 }
}

/** The longest lists that any of the contacts up to a number has. */
export function widestOf(db: Database, last: number): Widest {
  const read = db.prepare<[number], Widest>(`
    SELECT coalesce(max(json_array_length(phones)), 0) AS phones,
      coalesce(max(json_array_length(emails)), 0) AS emails,
      coalesce(max(json_array_length(addresses)), 0) AS addresses
    FROM contacts WHERE id <= ?`)
  return read.get(last) ?? { phones: 0, emails: 0, addresses: 0 }
}
