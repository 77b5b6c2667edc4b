import type { Database } from 'better-sqlite3'
import { markOf, type Contact, type NewContact } from '../../domain/contact.ts'
import type { CellValue } from '../../domain/change.ts'
import { cadenceText } from '../../domain/cadence.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { detailColumns, detailsIn, selectDetails } from './contact-details.ts'
import { lookupOf } from './lookup.ts'
import { cachedColumn, cachedTuples } from './statements.ts'

const { contacts: value } = columns

/** A contact as read: an array of its columns, like a promise, not yet validated. */
type ContactRow = readonly [
  id: unknown,
  uid: unknown,
  name: unknown,
  company: unknown,
  nick: unknown,
  kind: unknown,
  channel: unknown,
  phones: unknown,
  emails: unknown,
  addresses: unknown,
  met: unknown,
  word: unknown,
  fromId: unknown,
  fromName: unknown,
  every: unknown,
  timeZone: unknown,
  bestTime: unknown,
  tags: unknown,
  note: unknown,
  doNotContact: unknown,
  addedAt: unknown,
  addedOffset: unknown,
  details: unknown,
]

/** All columns except `lookup`, which only the database uses, and which is longer than the rest. */
const selectContacts = `
  SELECT c.id, c.uid, c.name, c.company, c.nick, c.kind, c.channel, c.phones, c.emails, c.addresses, c.met,
    c.source_word, c.from_id, f.name, c.every, c.time_zone, c.best_time, c.tags, c.note, c.do_not_contact,
    c.added_at, c.added_offset, ${selectDetails}
  FROM contacts c LEFT JOIN contacts f ON f.id = c.from_id`

/** The contacts with these ids, by id; unknown ids are left out. */
export function contactsById(db: Database, ids: Iterable<number>): Map<number, Contact> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const byId = `${selectContacts} WHERE c.id IN (SELECT value FROM json_each(?))`
  const rows = cachedTuples<[string], ContactRow>(db, byId).all(JSON.stringify(wanted))
  const contacts = new Map<number, Contact>()
  for (const row of rows) {
    const contact = toContact(row)
    contacts.set(contact.id, contact)
  }
  return contacts
}

/** The numbers and addresses of a contact. */
export type Reach = Pick<Contact, 'phones' | 'emails'>

/** The phone numbers and email addresses of the given contacts, by id. */
export function reachesOf(db: Database, ids: readonly number[]): Map<number, Reach> {
  const rows = cachedTuples<[string], readonly [id: unknown, phones: unknown, emails: unknown]>(
    db,
    'SELECT id, phones, emails FROM contacts WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify([...new Set(ids)]))
  return new Map(
    rows.map(([id, phones, emails]) => [
      value.id(id),
      { phones: value.phones(phones), emails: value.emails(emails) },
    ]),
  )
}

/** The contacts selected by a condition on `c`, by name. */
export function contactsWhere(db: Database, condition: string, params: Record<string, CellValue>): Contact[] {
  const chosen = `${selectContacts} WHERE ${condition} ORDER BY c.name COLLATE NOCASE, c.id`
  return cachedTuples<[Record<string, CellValue>], ContactRow>(db, chosen).all(params).map(toContact)
}

/** The ids of all contacts, in the order of their names. */
export function idsByName(db: Database): number[] {
  const byName = 'SELECT c.id FROM contacts c ORDER BY c.name COLLATE NOCASE, c.id'
  return cachedColumn<[], unknown>(db, byName).all().map(value.id)
}

/** The columns of a contact. */
export function contactColumns(contact: NewContact): Record<string, CellValue> {
  const doNotContact = markOf(contact.doNotContact)
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
    do_not_contact: doNotContact === null ? null : JSON.stringify(doNotContact),
    ...detailColumns(contact),
    lookup: JSON.stringify(lookupOf(contact)),
  }
}

function toContact({
  0: id,
  1: uid,
  2: name,
  3: company,
  4: nick,
  5: kind,
  6: channel,
  7: phones,
  8: emails,
  9: addresses,
  10: met,
  11: word,
  12: fromId,
  13: fromName,
  14: every,
  15: timeZone,
  16: bestTime,
  17: tags,
  18: note,
  19: doNotContact,
  20: addedAt,
  21: addedOffset,
  22: details,
}: ContactRow): Contact {
  const from = value.from_id(fromId)
  return {
    id: value.id(id),
    uid: value.uid(uid),
    name: value.name(name),
    company: value.company(company),
    nick: value.nick(nick),
    kind: value.kind(kind),
    channel: value.channel(channel),
    phones: value.phones(phones),
    emails: value.emails(emails),
    addresses: value.addresses(addresses),
    source: {
      met: value.met(met),
      word: value.source_word(word),
      from: from === null ? null : { id: from, name: value.name(fromName ?? '') },
    },
    every: value.every(every),
    timeZone: value.time_zone(timeZone),
    bestTime: value.best_time(bestTime),
    tags: value.tags(tags),
    note: value.note(note),
    doNotContact: value.do_not_contact(doNotContact),
    addedAt: storedMoment(addedAt, addedOffset),
    ...detailsIn(details),
  }
}
