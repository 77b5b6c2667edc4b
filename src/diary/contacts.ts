import type { Database } from 'better-sqlite3'
import type { Channel, Contact, ContactKind, NewContact } from '../domain/contact.ts'
import type { CellValue } from '../domain/change.ts'
import { momentOf } from '../domain/moment.ts'
import { cadenceText, storedCadence } from '../domain/cadence.ts'
import { lookupOf } from './lookup.ts'

export type ContactRow = {
  id: number
  uid: string
  name: string
  company: string | null
  nick: string | null
  kind: ContactKind | null
  channel: Channel | null
  phones: string
  emails: string
  addresses: string
  met: string | null
  source_word: string | null
  from_id: number | null
  from_name: string | null
  every: string | null
  time_zone: string | null
  best_time: string | null
  tags: string
  note: string | null
  do_not_contact: string | null
  added_at: number
  added_offset: number
}

/** All but `lookup`, which is for the database alone, and longer than the rest. */
const selectContacts = `
  SELECT c.id, c.uid, c.name, c.company, c.nick, c.kind, c.channel, c.phones, c.emails, c.addresses, c.met,
    c.source_word, c.from_id, c.every, c.time_zone, c.best_time, c.tags, c.note, c.do_not_contact, c.added_at,
    c.added_offset, f.name AS from_name
  FROM contacts c LEFT JOIN contacts f ON f.id = c.from_id`

/** The contacts of the ids, by id; ids that no contact has are left out. */
export function contactsById(db: Database, ids: Iterable<number>): Map<number, Contact> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = db
    .prepare<[string], ContactRow>(`${selectContacts} WHERE c.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(wanted))
  return new Map(rows.map((row) => [row.id, toContact(row)]))
}

/** The contacts that a condition on `c` selects, in the order of their names. */
export function contactsWhere(db: Database, condition: string, params: Record<string, CellValue>): Contact[] {
  return db
    .prepare<[Record<string, CellValue>], ContactRow>(
      `${selectContacts} WHERE ${condition} ORDER BY c.name COLLATE NOCASE, c.id`,
    )
    .all(params)
    .map(toContact)
}

/** The columns of what is known of a contact. */
export function contactColumns(contact: NewContact): Record<string, CellValue> {
  return {
    name: contact.name,
    company: contact.company,
    nick: contact.nick,
    kind: contact.kind,
    channel: contact.channel,
    phones: JSON.stringify(contact.phones),
    emails: JSON.stringify(contact.emails),
    addresses: JSON.stringify(contact.addresses),
    met: contact.source.met,
    source_word: contact.source.word,
    from_id: contact.source.from?.id ?? null,
    every: contact.every === null ? null : cadenceText(contact.every),
    time_zone: contact.timeZone,
    best_time: contact.bestTime,
    tags: JSON.stringify(contact.tags),
    note: contact.note,
    do_not_contact: contact.doNotContact === null ? null : JSON.stringify(contact.doNotContact),
    lookup: JSON.stringify(lookupOf(contact)),
  }
}

function toContact(row: ContactRow): Contact {
  const from = row.from_id === null ? null : { id: row.from_id, name: row.from_name ?? '' }
  return {
    id: row.id,
    uid: row.uid,
    name: row.name,
    company: row.company,
    nick: row.nick,
    kind: row.kind,
    channel: row.channel,
    phones: JSON.parse(row.phones) as Contact['phones'],
    emails: JSON.parse(row.emails) as Contact['emails'],
    addresses: JSON.parse(row.addresses) as Contact['addresses'],
    source: { met: row.met, word: row.source_word, from },
    every: row.every === null ? null : storedCadence(row.every),
    timeZone: row.time_zone,
    bestTime: row.best_time,
    tags: JSON.parse(row.tags) as string[],
    note: row.note,
    doNotContact:
      row.do_not_contact === null ? null : (JSON.parse(row.do_not_contact) as Contact['doNotContact']),
    addedAt: momentOf(row.added_at, row.added_offset),
  }
}
