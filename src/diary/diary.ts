import type { Database } from 'better-sqlite3'
import type { JournalEntry, TakenBack, Written } from '../domain/change.ts'
import type { CellValue } from '../domain/change.ts'
import type { Contact, ContactKind } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Entry } from '../domain/entry.ts'
import { instantsAround, type Moment } from '../domain/moment.ts'
import type { LoadFacts, PageFacts, Regular } from '../domain/page.ts'
import type { Ladder, PlanRun } from '../domain/plan.ts'
import type { PersonQuery } from '../domain/person-query.ts'
import type { DiaryPromise, OpenPromise, Owner } from '../domain/promise.ts'
import type { DayRange } from '../domain/review.ts'
import type { Found } from '../domain/search.ts'
import { contactsById, contactsWhere } from './contacts.ts'
import { contactsMeantLast, entriesWhere, lastRealContacts } from './entries.ts'
import { loadFacts, pageFacts, regulars } from './facts.ts'
import { journalEntries, recordEntry, takeBack } from './journal.ts'
import { openLedger } from './ledger.ts'
import { openDatabase, translating } from './open.ts'
import { takePen, type Pen } from './pen.ts'
import { contactsBeginning, contactsMatching, contactsSpelledLike, type Beginning } from './people.ts'
import { ladderVersions, planVersions, runsWhere, type PlanVersion } from './plans.ts'
import { openNumbered, promisesWhere } from './promises.ts'
import { searchEverything } from './search.ts'

/** Which promises are asked for; what is left out is not asked. */
export type PromiseFilter = {
  readonly contacts?: readonly number[]
  readonly status?: DiaryPromise['status']
  readonly owner?: Owner
  /** Due on this day or before. */
  readonly dueBy?: Day
  /** Closed on one of these days. */
  readonly closed?: DayRange
}

/** A command that is about to write: its name, and the moment that the history gives it. */
export type Writing = { readonly command: string; readonly at: Moment }

/** An open diary. Every change goes through `write` or `undo`, and each is one entry of the journal. */
export type Diary = {
  /** Whether it stands in for a diary that was never written. */
  readonly isBlank: boolean
  contact(id: number): Contact | null
  contacts(): Contact[]
  contactsMatching(query: PersonQuery): Contact[]
  contactsSpelledLike(text: string): Contact[]
  /** Those whose name, or a word of it, begins with a plain spelling; so many at the most. */
  contactsBeginning(what: Beginning, key: string, most: number): Contact[]
  promise(id: number): DiaryPromise | null
  /** The open ones whose number begins with some digits, the earliest due first; so many at the most. */
  openNumbered(digits: string, most: number): OpenPromise[]
  /** In the order they were made. */
  promises(filter: PromiseFilter): DiaryPromise[]
  /** All entries of a contact, or all there are; oldest first. */
  entries(contact: number | null): Entry[]
  /** The contacts that were added on one of these days, in the order of their names. */
  contactsAdded(days: DayRange): Contact[]
  /** All entries with the contacts, oldest first. */
  entriesWith(contactIds: readonly number[]): Entry[]
  /** All entries of the days from one to another, both included, oldest first. */
  entriesOn(from: Day, until: Day): Entry[]
  /** Those of the contacts to whom I have never turned. */
  untouched(contactIds: readonly number[]): ReadonlySet<number>
  /** Those whom a contact sent to me, in the order of their names (R6). */
  sentBy(contact: number): Contact[]
  /** The contacts of whose last entry it was meant that nothing is next. */
  meantLast(): ReadonlySet<number>
  /** The entries of the promises, oldest first. */
  entriesOf(promises: readonly Pick<DiaryPromise, 'id'>[]): Entry[]
  /** The last real contact (R40) with each of the contacts, by contact id. */
  lastReal(contactIds: readonly number[]): ReadonlyMap<number, Entry>
  /** What bears on the page of a day; `cadencedKinds` are the kinds of people with a cadence. */
  factsFor(day: Day, cadencedKinds: readonly ContactKind[]): PageFacts
  /** What bears on how many promises come up on a day; `today` is the present one. */
  loadFacts(day: Day, today: Day): LoadFacts
  /** Those who may be due again. */
  regulars(cadencedKinds: readonly ContactKind[]): Regular[]
  /** Every version of every plan the user has set, oldest first. */
  planVersions(): PlanVersion[]
  /** The versions of the no-answer ladder that the user has set, oldest first. */
  ladders(): Ladder[]
  /** The plans started for a contact, or for all, in the order they were started. */
  runs(contact: number | null): PlanRun[]
  search(text: string): Found
  /** What the user has set, as it was typed, by key. */
  settings(): ReadonlyMap<string, string>
  /** Newest first, each with whether it was taken back. */
  history(count: number): (JournalEntry & { undone: boolean })[]
  /** Runs `work` as one change: all of it is in the diary and its journal when this returns, or none of it. */
  write<Value>(writing: Writing, work: (pen: Pen) => Value): Written<Value>
  /** Takes back one command, or the last one that stands. */
  undo(history: number | null, at: Moment): TakenBack & { readonly history: number }
  close(): void
}

/** Opens the diary that lies in a file. A missing one is blank, and begins with the first thing written in it. */
export function openDiary(file: string): Diary {
  return diaryOn(openDatabase(file, false), file, () => openDatabase(file, true))
}

/** A diary on an open database; `file` is what its errors name, and `begin` makes the file of a blank one. */
export function diaryOn(opened: Database, file: string, begin: () => Database = () => opened): Diary {
  let db = opened
  const reading = <Value>(read: () => Value): Value => translating(file, read)
  const promises = (clause: string, params: Record<string, CellValue>): DiaryPromise[] =>
    reading(() => promisesWhere(db, clause, params))

  return {
    isBlank: opened.memory,
    contact: (id) => reading(() => contactsById(db, [id]).get(id) ?? null),
    contacts: () => reading(() => contactsWhere(db, 'TRUE', {})),
    contactsMatching: (query) => reading(() => contactsMatching(db, query)),
    contactsSpelledLike: (text) => reading(() => contactsSpelledLike(db, text)),
    contactsBeginning: (what, key, most) => reading(() => contactsBeginning(db, what, key, most)),
    promise: (id) => promises('WHERE p.id = :id', { id })[0] ?? null,
    openNumbered: (digits, most) => reading(() => openNumbered(db, digits, most)),
    promises: ({ contacts, status, owner, dueBy, closed }) => {
      const conditions = [
        ...(contacts === undefined
          ? []
          : [
              '(p.contact_id IN (SELECT value FROM json_each(:contacts)) OR p.about_id IN (SELECT value FROM json_each(:contacts)))',
            ]),
        ...(status === undefined ? [] : ['p.status = :status']),
        ...(owner === undefined ? [] : ['p.owner = :owner']),
        ...(dueBy === undefined ? [] : ['p.due_day <= :dueBy']),
        ...(closed === undefined ? [] : ['p.closed_at >= :from AND p.closed_at < :until']),
      ]
      return promises(`WHERE ${conditions.join(' AND ') || 'TRUE'} ORDER BY p.id`, {
        ...(contacts === undefined ? {} : { contacts: JSON.stringify(contacts) }),
        ...(status === undefined ? {} : { status }),
        ...(owner === undefined ? {} : { owner }),
        ...(dueBy === undefined ? {} : { dueBy }),
        ...(closed === undefined ? {} : instantsOf(closed)),
      }).filter((promise) => closed === undefined || isClosedIn(promise, closed))
    },
    entries: (contact) =>
      reading(() =>
        contact === null
          ? entriesWhere(db, 'ORDER BY e.at, e.id', {})
          : entriesWhere(db, 'WHERE e.contact_id = :contact ORDER BY e.at, e.id', { contact }),
      ),
    contactsAdded: (days) =>
      reading(() =>
        contactsWhere(db, 'c.added_at >= :from AND c.added_at < :until', instantsOf(days)).filter(
          ({ addedAt }) => addedAt.day >= days.from && addedAt.day <= days.until,
        ),
      ),
    entriesWith: (ids) =>
      reading(() =>
        entriesWhere(db, 'WHERE e.contact_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
          ids: JSON.stringify(ids),
        }),
      ),
    entriesOn: (from, until) =>
      reading(() =>
        entriesWhere(db, 'WHERE e.at >= :from AND e.at < :until ORDER BY e.at, e.id', {
          from: instantsAround(from).from,
          until: instantsAround(until).until,
        }).filter(({ at }) => at.day >= from && at.day <= until),
      ),
    untouched: (ids) =>
      reading(() => {
        const rows = db
          .prepare<[string], { id: number }>(
            `SELECT value AS id FROM json_each(?) WHERE NOT EXISTS
               (SELECT 1 FROM entries e WHERE e.contact_id = value AND e.direction = 'out')`,
          )
          .all(JSON.stringify(ids))
        return new Set(rows.map(({ id }) => id))
      }),
    sentBy: (contact) => reading(() => contactsWhere(db, 'c.from_id = :contact', { contact })),
    meantLast: () => reading(() => contactsMeantLast(db)),
    entriesOf: (of) =>
      reading(() =>
        entriesWhere(db, 'WHERE e.promise_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
          ids: JSON.stringify(of.map((promise) => promise.id)),
        }),
      ),
    lastReal: (ids) => reading(() => lastRealContacts(db, ids)),
    factsFor: (day, cadencedKinds) =>
      // One snapshot: a promise that another terminal moves between two reads would be on neither.
      reading(() => db.transaction(() => pageFacts(db, day, cadencedKinds)).deferred()),
    loadFacts: (day, today) => reading(() => db.transaction(() => loadFacts(db, day, today)).deferred()),
    regulars: (cadencedKinds) => reading(() => regulars(db, cadencedKinds)),
    planVersions: () => reading(() => planVersions(db)),
    ladders: () => reading(() => ladderVersions(db)),
    runs: (contact) =>
      reading(() =>
        contact === null ? runsWhere(db, 'TRUE', {}) : runsWhere(db, 'r.contact_id = :contact', { contact }),
      ),
    search: (text) => reading(() => searchEverything(db, text)),
    settings: () =>
      reading(() => {
        const rows = db.prepare<[], { uid: string; value: string }>('SELECT uid, value FROM settings').all()
        return new Map(rows.map(({ uid, value }) => [uid, value]))
      }),
    history: (count) =>
      reading(() => {
        const entries = []
        for (const entry of journalEntries(db)) {
          if (entries.length === count) break
          entries.push(entry)
        }
        return entries
      }),
    write: ({ command, at }, work) =>
      translating(file, () => {
        if (db.memory) db = begin()
        const change = db.transaction(() => {
          const ledger = openLedger(db)
          let title = command
          const value = work(takePen(db, ledger, at, (text) => (title = text)))
          const history = recordEntry(db, { command, title, at, undoes: null }, ledger.changes)
          return { value, history }
        })
        return change.immediate()
      }),
    undo: (history, at) =>
      translating(file, () => db.transaction(() => takeBack(db, history, at)).immediate()),
    close: () => {
      db.close()
    },
  }
}

/** The instants that can lie on one of the days, wherever on Earth they were spent. */
function instantsOf({ from, until }: DayRange): { from: number; until: number } {
  return { from: instantsAround(from).from, until: instantsAround(until).until }
}

function isClosedIn(promise: DiaryPromise, { from, until }: DayRange): boolean {
  return promise.status !== 'open' && promise.closedAt.day >= from && promise.closedAt.day <= until
}
