import type { Database } from 'better-sqlite3'
import type { JournalEntry, TakenBack, Written } from '../domain/change.ts'
import type { CellValue } from '../domain/change.ts'
import type { Contact, ContactKind } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Entry } from '../domain/entry.ts'
import { instantsAround, type Moment } from '../domain/moment.ts'
import type { PageFacts, Regular } from '../domain/page.ts'
import type { Ladder, PlanRun } from '../domain/plan.ts'
import type { PersonQuery } from '../domain/person-query.ts'
import type { DiaryPromise } from '../domain/promise.ts'
import type { Found } from '../domain/search.ts'
import { contactsById, contactsWhere } from './contacts.ts'
import { entriesWhere, lastRealContacts } from './entries.ts'
import { pageFacts, regulars } from './facts.ts'
import { journalEntries, recordEntry, takeBack } from './journal.ts'
import { openLedger } from './ledger.ts'
import { openDatabase, translating } from './open.ts'
import { takePen, type Pen } from './pen.ts'
import { contactsMatching, contactsSpelledLike } from './people.ts'
import { ladderVersions, planVersions, runsWhere, type PlanVersion } from './plans.ts'
import { promisesWhere } from './promises.ts'
import { searchEverything } from './search.ts'

/** Which promises are asked for; what is left out is not asked. */
export type PromiseFilter = {
  readonly contacts?: readonly number[]
  readonly status?: DiaryPromise['status']
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
  promise(id: number): DiaryPromise | null
  /** In the order they were made. */
  promises(filter: PromiseFilter): DiaryPromise[]
  /** All entries of a contact, or all there are; oldest first. */
  entries(contact: number | null): Entry[]
  /** All entries of the days from one to another, both included, oldest first. */
  entriesOn(from: Day, until: Day): Entry[]
  /** Those of the contacts to whom I have never turned. */
  untouched(contactIds: readonly number[]): ReadonlySet<number>
  /** The entries of the promises, oldest first. */
  entriesOf(promises: readonly DiaryPromise[]): Entry[]
  /** The last real contact (R40) with each of the contacts, by contact id. */
  lastReal(contactIds: readonly number[]): ReadonlyMap<number, Entry>
  /** What bears on the page of a day; `cadencedKinds` are the kinds of people with a cadence. */
  factsFor(day: Day, cadencedKinds: readonly ContactKind[]): PageFacts
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
    promise: (id) => promises('WHERE p.id = :id', { id })[0] ?? null,
    promises: ({ contacts, status }) => {
      const conditions = [
        ...(contacts === undefined
          ? []
          : [
              '(p.contact_id IN (SELECT value FROM json_each(:contacts)) OR p.about_id IN (SELECT value FROM json_each(:contacts)))',
            ]),
        ...(status === undefined ? [] : ['p.status = :status']),
      ]
      return promises(`WHERE ${conditions.join(' AND ') || 'TRUE'} ORDER BY p.id`, {
        ...(contacts === undefined ? {} : { contacts: JSON.stringify(contacts) }),
        ...(status === undefined ? {} : { status }),
      })
    },
    entries: (contact) =>
      reading(() =>
        contact === null
          ? entriesWhere(db, 'ORDER BY e.at, e.id', {})
          : entriesWhere(db, 'WHERE e.contact_id = :contact ORDER BY e.at, e.id', { contact }),
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
    entriesOf: (of) =>
      reading(() =>
        entriesWhere(db, 'WHERE e.promise_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
          ids: JSON.stringify(of.map((promise) => promise.id)),
        }),
      ),
    lastReal: (ids) => reading(() => lastRealContacts(db, ids)),
    factsFor: (day, cadencedKinds) => reading(() => pageFacts(db, day, cadencedKinds)),
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
