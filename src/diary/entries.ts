import type { Day } from '../domain/day.ts'
import type { Entry, StateEntry } from '../domain/entry.ts'
import { instantsAround, type Moment } from '../domain/moment.ts'
import type { DiaryPromise } from '../domain/promise.ts'
import type { Read } from './connection.ts'
import {
  contactsMeantLast,
  entriesWhere,
  isOfMail,
  isSpoken,
  knownEntries,
  lastRealContacts,
  lastSpoken,
  stateEntries,
  takenBackEntries,
  type KnownEntry,
} from './queries/entries.ts'

/** The entries of a diary; all lists are sorted, oldest first. */
export type Entries = {
  /** The entries of a contact, or of all with `null`. */
  of(contact: number | null): Entry[]
  /** The entries of several contacts. */
  with(contactIds: readonly number[]): Entry[]
  /** The entries of a range of days, inclusive. */
  on(from: Day, until: Day): Entry[]
  ofPromises(promises: readonly Pick<DiaryPromise, 'id'>[]): Entry[]
  /** The same, with only the columns that the state of a promise depends on. */
  forStates(promises: readonly Pick<DiaryPromise, 'id'>[]): StateEntry[]
  /** The existing entries with these uids, each with its promise. */
  known(uids: readonly string[]): ReadonlyMap<string, KnownEntry>
  /** The given uids of entries that are gone because their command was undone. */
  takenBack(uids: readonly string[]): ReadonlySet<string>
  /** The entries of messages with these contacts, and of messages with anybody since an instant. */
  ofMail(contactIds: readonly number[], since: number): Entry[]
  /** The entries of messages since an instant, and those in which we spoke. */
  ofMailOrSpoken(since: number): Entry[]
  /**
   * The last entry in which we spoke, by phone or in person, by contact id; attempts and what was written do not count,
   * nor entries more than a day after `now`.
   */
  lastSpoken(contactIds: readonly number[], now: Moment): ReadonlyMap<number, Entry>
  /** The last real contact (R40) with each contact, by contact id; entries more than a day after `now` do not count. */
  lastReal(contactIds: readonly number[], now: Moment): ReadonlyMap<number, Entry>
  /** The contacts whose last entry records that there is deliberately no next step (R46). */
  nothingNext(): ReadonlySet<number>
  /** The next `limit` entries after `after`, up to the number `last`. */
  page(after: Entry | null, last: number, limit: number): Entry[]
}

export function entriesOf(read: Read): Entries {
  return {
    of: (contact) =>
      read((db) =>
        contact === null
          ? entriesWhere(db, 'ORDER BY e.at, e.id', {})
          : entriesWhere(db, 'WHERE e.contact_id = :contact ORDER BY e.at, e.id', { contact }),
      ),
    with: (ids) =>
      read((db) =>
        entriesWhere(db, 'WHERE e.contact_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
          ids: JSON.stringify(ids),
        }),
      ),
    on: (from, until) =>
      read((db) =>
        entriesWhere(db, 'WHERE e.at >= :from AND e.at < :until ORDER BY e.at, e.id', {
          from: instantsAround(from).from,
          until: instantsAround(until).until,
        }).filter(({ at }) => at.day >= from && at.day <= until),
      ),
    ofPromises: (promises) =>
      read((db) =>
        entriesWhere(db, 'WHERE e.promise_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
          ids: JSON.stringify(promises.map(({ id }) => id)),
        }),
      ),
    forStates: (promises) =>
      read((db) =>
        stateEntries(
          db,
          promises.map(({ id }) => id),
        ),
      ),
    known: (uids) => read((db) => knownEntries(db, uids)),
    takenBack: (uids) => read((db) => takenBackEntries(db, uids)),
    ofMail: (ids, since) =>
      read((db) =>
        entriesWhere(
          db,
          `WHERE (e.at >= :since OR e.contact_id IN (SELECT value FROM json_each(:ids))) AND ${isOfMail('e')}
           ORDER BY e.at, e.id`,
          { ids: JSON.stringify(ids), since },
        ),
      ),
    ofMailOrSpoken: (since) =>
      read((db) =>
        entriesWhere(
          db,
          `WHERE e.at >= :since AND (${isOfMail('e')} OR ${isSpoken('e')}) ORDER BY e.at, e.id`,
          {
            since,
          },
        ),
      ),
    lastSpoken: (ids, now) => read((db) => lastSpoken(db, ids, now)),
    lastReal: (ids, now) => read((db) => lastRealContacts(db, ids, now)),
    nothingNext: () => read(contactsMeantLast),
    page: (after, last, limit) =>
      read((db) =>
        entriesWhere(
          db,
          'WHERE (e.at, e.id) > (:at, :id) AND e.id <= :last ORDER BY e.at, e.id LIMIT :limit',
          { at: after?.at.instant ?? Number.MIN_SAFE_INTEGER, id: after?.id ?? 0, last, limit },
        ),
      ),
  }
}
