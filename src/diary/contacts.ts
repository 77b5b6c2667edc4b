import type { Channel } from '../domain/channel.ts'
import type { Contact, ContactName, Phone } from '../domain/contact.ts'
import type { Widest } from '../domain/exported-diary.ts'
import { instantsAround } from '../domain/moment.ts'
import { spellingsOf } from '../domain/number-spellings.ts'
import type { PersonQuery } from '../domain/person-query.ts'
import type { DayRange } from '../domain/review.ts'
import type { Read } from './connection.ts'
import { contactsById, contactsWhere, idsByName, reachesOf, type Reach } from './queries/contacts.ts'
import { formerNames, type FormerName } from './queries/former-names.ts'
import { usedChannels } from './queries/channels.ts'
import { widestOf } from './queries/extent.ts'
import { mergedInto, mergedUids } from './queries/merges.ts'
import {
  contactsBeginning,
  contactsMatching,
  contactsSpelledLike,
  contactsWithEmails,
  contactsWithNumbers,
  numbersWithoutCountry,
  type Beginning,
} from './queries/people.ts'
import { cachedColumn } from './queries/statements.ts'
import { wordsInUse } from './queries/words-in-use.ts'

/** The contacts of a diary. */
export type Contacts = {
  find(id: number): Contact | null
  all(): Contact[]
  /** The channels that the diary names, for completion. */
  channels(): Channel[]
  /** The numbers of all contacts, in the order of their names. */
  idsByName(): number[]
  byId(ids: Iterable<number>): ReadonlyMap<number, Contact>
  /** The phone numbers and email addresses of contacts, by contact id. */
  reaches(ids: readonly number[]): ReadonlyMap<number, Reach>
  matching(query: PersonQuery): Contact[]
  spelledLike(text: string): Contact[]
  /** The contacts of each phone number, by the requested number. */
  withNumbers(phones: readonly Phone[]): ReadonlyMap<Phone, readonly number[]>
  /** The contacts of each address, by the address in lower case. */
  withEmails(addresses: readonly string[]): ReadonlyMap<string, readonly ContactName[]>
  /** The contacts of numbers whose country is unknown, by their digits. */
  numbersWithoutCountry(): ReadonlyMap<string, readonly number[]>
  /** At most `limit` contacts whose name, or a word of it, begins with a normalized text. */
  beginning(what: Beginning, key: string, limit: number): Contact[]
  /** The contacts that were added on one of these days, by name. */
  added(days: DayRange): Contact[]
  /** Those of the contacts whom I have never contacted. */
  untouched(ids: readonly number[]): ReadonlySet<number>
  /** The contacts that a contact referred to me, by name (R6). */
  sentBy(id: number): Contact[]
  /**
   * At most `limit` contacts that have exactly this number (in either spelling), address, normalized name or UID of another
   * program; of those with the number or address, only the ones with a name, if it is given.
   */
  knownBy(key: 'email' | 'e164' | 'name' | 'uid', value: string, limit: number, name?: string): number[]
  /** Names that contacts had before, the latest first, with the number of the contact. */
  formerNames(): FormerName[]
  /** The contact into which another was merged, by the other's number. */
  mergedInto(id: number): Contact | null
  /** Tags, or places where contacts were met, that begin with a text in any case, by name; at most `limit`. */
  inUse(what: 'tag' | 'place', begun: string, limit: number): string[]
  /** The contacts that were merged into others, by uid, with the number of the other. */
  mergedUids(): ReadonlyMap<string, number>
  /** The next `limit` contacts after `after`, in the order in which they were added, up to `last`. */
  page(after: number, last: number, limit: number): Contact[]
  /** The columns needed for a table of the contacts up to `last`. */
  widest(last: number): Widest
}

/** One query per key: its rows are sorted, so the first few are found as fast among a million. */
const havingKey = 'SELECT contact_id FROM contact_keys WHERE kind = ? AND key = ? ORDER BY contact_id LIMIT ?'

/** Thousands may share a number but few also the name, so those with the name are looked up one by one. */
const havingKeyAndName = `SELECT contact_id FROM contact_keys found WHERE kind = 'name' AND key = ?
  AND EXISTS (SELECT 1 FROM contact_keys k WHERE k.kind = ? AND k.key = ? AND k.contact_id = found.contact_id)
  ORDER BY contact_id LIMIT ?`

export function contactsOf(read: Read): Contacts {
  return {
    find: (id) => read((db) => contactsById(db, [id]).get(id) ?? null),
    all: () => read((db) => contactsWhere(db, 'TRUE', {})),
    channels: () => read(usedChannels),
    idsByName: () => read(idsByName),
    byId: (ids) => read((db) => contactsById(db, ids)),
    reaches: (ids) => read((db) => reachesOf(db, ids)),
    matching: (query) => read((db) => contactsMatching(db, query)),
    spelledLike: (text) => read((db) => contactsSpelledLike(db, text)),
    withNumbers: (phones) => read((db) => contactsWithNumbers(db, phones)),
    withEmails: (addresses) => read((db) => contactsWithEmails(db, addresses)),
    numbersWithoutCountry: () => read(numbersWithoutCountry),
    beginning: (what, key, limit) => read((db) => contactsBeginning(db, what, key, limit)),
    added: ({ from, until }) =>
      read((db) =>
        contactsWhere(db, 'c.added_at >= :from AND c.added_at < :until', {
          from: instantsAround(from).from,
          until: instantsAround(until).until,
        }).filter(({ addedAt }) => addedAt.day >= from && addedAt.day <= until),
      ),
    untouched: (ids) =>
      read((db) => {
        const rows = db
          .prepare<[string], { id: number }>(
            `SELECT value AS id FROM json_each(?) WHERE NOT EXISTS
               (SELECT 1 FROM entries e WHERE e.contact_id = value AND e.direction = 'out')`,
          )
          .all(JSON.stringify(ids))
        return new Set(rows.map(({ id }) => id))
      }),
    sentBy: (contact) => read((db) => contactsWhere(db, 'c.from_id = :contact', { contact })),
    knownBy: (key, value, limit, name) =>
      read((db) => {
        const keys = key === 'e164' ? spellingsOf(value) : [value]
        const ids = keys.flatMap((one) =>
          name === undefined
            ? cachedColumn<unknown[], number>(db, havingKey).all(key, one, limit)
            : cachedColumn<unknown[], number>(db, havingKeyAndName).all(name, key, one, limit),
        )
        const [only] = ids
        if (ids.length < 2) return only === undefined ? [] : [only]
        return [...new Set(ids)].sort((one, other) => one - other).slice(0, limit)
      }),
    formerNames: () => read(formerNames),
    mergedInto: (id) =>
      read((db) => {
        const into = mergedInto(db, id)
        return into === null ? null : (contactsById(db, [into]).get(into) ?? null)
      }),
    mergedUids: () => read(mergedUids),
    inUse: (what, begun, limit) => read((db) => wordsInUse(db, what, begun, limit)),
    page: (after, last, limit) =>
      read((db) => {
        const page = 'SELECT id FROM contacts WHERE id > :after AND id <= :last ORDER BY id LIMIT :limit'
        const contacts = contactsWhere(db, `c.id IN (${page})`, { after, last, limit })
        return contacts.sort((a, b) => a.id - b.id)
      }),
    widest: (last) => read((db) => widestOf(db, last)),
  }
}
