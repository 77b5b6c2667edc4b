/** A search table: the rows that it indexes, and the values taken from each, in SQL. */
export type SearchTable = {
  readonly rows: string
  readonly search: string
  readonly columns: string
  readonly values: string
}

/** The search tables, as the triggers of the schema fill them. */
export const searchTables: readonly SearchTable[] = [
  {
    rows: 'contacts',
    search: 'contact_search',
    columns: 'name, numbers, rest',
    values: `lookup ->> '$.name', lookup ->> '$.numbers', lookup ->> '$.rest'`,
  },
  {
    rows: 'promises',
    search: 'promise_search',
    columns: 'text',
    values: `concat_ws(' ', what, trigger, reason, note)`,
  },
  { rows: 'entries', search: 'entry_search', columns: 'text', values: `concat_ws(' ', text, offer)` },
]
