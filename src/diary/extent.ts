import type { Database } from 'better-sqlite3'

/** How much a diary holds: the last number of each book, and the longest lists of ways to reach anybody. */
export type Extent = {
  readonly contacts: number
  readonly promises: number
  readonly entries: number
  readonly phones: number
  readonly emails: number
  readonly addresses: number
}

/** The extent at one moment: what is written later is beyond it. */
export function extentOf(db: Database): Extent {
  const read = db.prepare<[], { [Count in keyof Extent]: number | null }>(`
    SELECT (SELECT max(id) FROM promises) AS promises, (SELECT max(id) FROM entries) AS entries,
      max(id) AS contacts, max(json_array_length(phones)) AS phones,
      max(json_array_length(emails)) AS emails, max(json_array_length(addresses)) AS addresses
    FROM contacts`)
  const { contacts, promises, entries, phones, emails, addresses } = read.get() ?? nothing
  return {
    contacts: contacts ?? 0,
    promises: promises ?? 0,
    entries: entries ?? 0,
    phones: phones ?? 0,
    emails: emails ?? 0,
    addresses: addresses ?? 0,
  }
}

const nothing = { contacts: null, promises: null, entries: null, phones: null, emails: null, addresses: null }
