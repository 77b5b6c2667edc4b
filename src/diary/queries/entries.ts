import type { Database } from 'better-sqlite3'
import type { CellValue } from '../../domain/change.ts'
import { isOtherWords, type EntryData, type NamedPromise } from '../../domain/entry-data.ts'
import { dataJson } from '../../domain/entry-data-json.ts'
import type { Entry, NewEntry, StateEntry } from '../../domain/entry.ts'
import { clockSlack, type Moment } from '../../domain/moment.ts'
import { closingOutcomes } from '../../domain/promise.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { storedEntryData } from '../values/entry-data.ts'
import { cachedStatement, cachedTuples } from './statements.ts'

const { contacts: contactValue, entries: value } = columns

/** An entry as read: an array of its columns, like a promise. */
type EntryRow = readonly [
  id: unknown,
  uid: unknown,
  at: unknown,
  offset: unknown,
  contactId: unknown,
  contactName: unknown,
  promise: unknown,
  act: unknown,
  direction: unknown,
  channel: unknown,
  outcome: unknown,
  text: unknown,
  feedback: unknown,
  offer: unknown,
  data: unknown,
]

const selectEntries = `
  SELECT e.id, e.uid, e.at, e.at_offset, e.contact_id, c.name, e.promise_id, e.act, e.direction, e.channel, e.outcome,
    e.text, e.feedback, e.offer, e.data
  FROM entries e JOIN contacts c ON c.id = e.contact_id`

/** Selects real contacts: the entries in which they were reached, or reached me (R40). */
export function realContact(entry: string): string {
  return `(${entry}.direction = 'in' OR ${entry}.outcome IN ('${closingOutcomes.join("', '")}'))`
}

/** The entries selected by a clause on `e` (`WHERE … ORDER BY …`). */
export function entriesWhere(db: Database, clause: string, params: Record<string, CellValue>): Entry[] {
  const entries = cachedTuples<[Record<string, CellValue>], EntryRow>(db, `${selectEntries} ${clause}`)
    .all(params)
    .map(toEntry)
  return entries.some(namesPromises) ? withNumbers(db, entries) : entries
}

type StateEntryRow = readonly [
  id: unknown,
  at: unknown,
  offset: unknown,
  promise: unknown,
  act: unknown,
  direction: unknown,
  outcome: unknown,
  data: unknown,
]

/** The entries of promises, oldest first, with the columns that the states of promises depend on. */
export function stateEntries(db: Database, promiseIds: readonly number[]): StateEntry[] {
  return cachedTuples<[string], StateEntryRow>(
    db,
    `SELECT e.id, e.at, e.at_offset, e.promise_id, e.act, e.direction, e.outcome, e.data FROM entries e
     WHERE e.promise_id IN (SELECT value FROM json_each(?)) ORDER BY e.at, e.id`,
  )
    .all(JSON.stringify(promiseIds))
    .map(toStateEntry)
}

function toStateEntry({
  0: id,
  1: at,
  2: offset,
  3: promise,
  4: act,
  5: direction,
  6: outcome,
  7: data,
}: StateEntryRow): StateEntry {
  return {
    id: value.id(id),
    at: storedMoment(at, offset),
    promise: value.promise_id(promise),
    direction: value.direction(direction),
    outcome: value.outcome(outcome),
    ...storedEntryData(act, data),
  }
}

/** Adds to entries the local numbers of the promises that they name. */
function withNumbers(db: Database, entries: readonly Entry[]): Entry[] {
  const uids = entries
    .filter(namesPromises)
    .flatMap(({ data }) => data.endsTries.map(({ promise }) => promise))
  const rows = cachedStatement<[string], { uid: string; id: number }>(
    db,
    'SELECT uid, id FROM promises WHERE uid IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(uids))
  const numbers = new Map(rows.map(({ uid, id }) => [uid, id]))
  return entries.map((entry) => {
    if (!namesPromises(entry)) return entry
    const endsTries = entry.data.endsTries.map((named) => ({
      ...named,
      number: numbers.get(named.promise) ?? null,
    }))
    return { ...entry, data: { ...entry.data, endsTries } }
  })
}

/** An entry that names the promises whose attempts it ended. */
type Naming = Extract<Entry, { readonly act: 'heard' | 'logged' }> & {
  readonly data: { readonly endsTries: readonly NamedPromise[] }
}

function namesPromises(entry: Entry): entry is Naming {
  return (
    (entry.act === 'heard' || entry.act === 'logged') &&
    entry.data !== null &&
    !isOtherWords(entry.data) &&
    entry.data.endsTries !== undefined
  )
}

/** The last real contact with each of the contacts as of a moment, by contact id; those never reached are left out. */
export function lastRealContacts(
  db: Database,
  contactIds: Iterable<number>,
  now: Moment,
): Map<number, Entry> {
  return lastEntries(db, contactIds, realContact('e'), now)
}

/** The last time I reached each of the contacts as of a moment, by contact id. */
export function lastReached(db: Database, contactIds: Iterable<number>, now: Moment): Map<number, Entry> {
  return lastEntries(db, contactIds, `${realContact('e')} AND e.direction = 'out'`, now)
}

/** When I last spoke with each of the contacts, as of a moment, by contact id; written messages do not count. */
export function lastSpoken(db: Database, contactIds: Iterable<number>, now: Moment): Map<number, Entry> {
  return lastEntries(db, contactIds, isSpoken('e'), now)
}

/** Selects the entries in which we spoke, by phone or in person. */
export function isSpoken(entry: string): string {
  const isAloud = `coalesce(${entry}.channel, 'call') IN ('call', 'visit', 'video')`
  return `(${entry}.outcome IN ('${closingOutcomes.join("', '")}') AND ${isAloud})`
}

/** Selects the entries that record a message of a mailbox (R65). */
export function isOfMail(entry: string): string {
  return `${entry}.data ->> '$.mail' IS NOT NULL`
}

/**
 * The last instant that counts at a moment: an entry written by a clock that ran ahead counts only from its time on.
 */
export function lastInstant(now: Moment): number {
  return now.instant + clockSlack
}

/** An entry found by uid, and its promise. */
export type KnownEntry = { readonly promise: number | null }

/** The existing entries with these uids, by uid. */
export function knownEntries(db: Database, uids: readonly string[]): Map<string, KnownEntry> {
  const rows = db
    .prepare<[string], { uid: string; promise: number | null }>(
      'SELECT uid, promise_id AS promise FROM entries WHERE uid IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(uids))
  return new Map(rows.map(({ uid, promise }) => [uid, { promise }]))
}

/** The given uids of entries that are gone because the command that added them was undone. */
export function takenBackEntries(db: Database, uids: readonly string[]): Set<string> {
  const rows = db
    .prepare<[string], string>(
      `SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.uid = value)
         AND EXISTS (SELECT 1 FROM journal_changes c WHERE c.row_uid = value AND c.kind = 'entries')`,
    )
    .pluck()
    .all(JSON.stringify(uids))
  return new Set(rows)
}

/** The contacts whose last entry records that there is deliberately no next step (R46). */
export function contactsMeantLast(db: Database): Set<number> {
  const ids = db
    .prepare<[], number>(
      `SELECT e.contact_id FROM entries e WHERE ${nothingNext('e')} AND NOT EXISTS
         (SELECT 1 FROM entries l WHERE l.contact_id = e.contact_id AND (l.at, l.id) > (e.at, e.id))`,
    )
    .pluck()
    .all()
  return new Set(ids)
}

/** Selects the entries that record that there is deliberately no next step. */
export function nothingNext(entry: string): string {
  return `${entry}.data ->> '$.nothingNext' IS NOT NULL`
}

function lastEntries(
  db: Database,
  contactIds: Iterable<number>,
  condition: string,
  now: Moment,
): Map<number, Entry> {
  const ids = [...new Set(contactIds)]
  if (ids.length === 0) return new Map()
  const entries = entriesWhere(
    db,
    `WHERE e.id IN (
       SELECT (SELECT e.id FROM entries e WHERE e.contact_id = wanted.value AND e.at <= :until AND ${condition}
               ORDER BY e.at DESC, e.id DESC LIMIT 1)
       FROM json_each(:ids) AS wanted)`,
    { ids: JSON.stringify(ids), until: lastInstant(now) },
  )
  return new Map(entries.map((entry) => [entry.contact.id, entry]))
}

/** The columns of an entry. */
export function entryColumns(entry: NewEntry): Record<string, CellValue> {
  return {
    at: entry.at.instant,
    at_offset: entry.at.offset,
    contact_id: entry.contactId,
    promise_id: entry.promise,
    act: entry.act,
    direction: entry.direction,
    channel: entry.channel,
    outcome: entry.outcome,
    text: entry.text,
    feedback: entry.feedback,
    offer: entry.offer,
    data: dataText(entry),
  }
}

function dataText(entry: EntryData): string | null {
  const data = dataJson(entry)
  return data === null ? null : JSON.stringify(data)
}

function toEntry({
  0: id,
  1: uid,
  2: at,
  3: offset,
  4: contactId,
  5: contactName,
  6: promise,
  7: act,
  8: direction,
  9: channel,
  10: outcome,
  11: text,
  12: feedback,
  13: offer,
  14: data,
}: EntryRow): Entry {
  return {
    id: value.id(id),
    uid: value.uid(uid),
    at: storedMoment(at, offset),
    contact: { id: value.contact_id(contactId), name: contactValue.name(contactName) },
    promise: value.promise_id(promise),
    direction: value.direction(direction),
    channel: value.channel(channel),
    outcome: value.outcome(outcome),
    text: value.text(text),
    feedback: value.feedback(feedback),
    offer: value.offer(offer),
    ...storedEntryData(act, data),
  }
}
