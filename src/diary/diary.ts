import type { Database } from 'better-sqlite3'
import type { JournalEntry, TakenBack, Written } from '../domain/change.ts'
import type { CellValue } from '../domain/change.ts'
import type { Contact } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Entry } from '../domain/entry.ts'
import type { Moment } from '../domain/moment.ts'
import type { PageFacts } from '../domain/page.ts'
import type { PersonQuery } from '../domain/person-query.ts'
import type { DiaryPromise } from '../domain/promise.ts'
import type { Found } from '../domain/search.ts'
import { contactsById, contactsWhere } from './contacts.ts'
import { entriesWhere, lastRealContacts } from './entries.ts'
import { pageFacts } from './facts.ts'
import { journalEntries, recordEntry, takeBack } from './journal.ts'
import { openLedger } from './ledger.ts'
import { openDatabase, translating } from './open.ts'
import { takePen, type Pen } from './pen.ts'
import { contactsMatching, contactsSpelledLike } from './people.ts'
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
  /** The entries of the promises, oldest first. */
  entriesOf(promises: readonly DiaryPromise[]): Entry[]
  /** The last real contact (R40) with each of the contacts, by contact id. */
  lastReal(contactIds: readonly number[]): ReadonlyMap<number, Entry>
  factsFor(day: Day): PageFacts
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

/** Opens the diary that lies in a file; see `openDatabase` for one that is missing. */
export function openDiary(file: string, options: { readonly create: boolean }): Diary {
  return diaryOn(openDatabase(file, options.create), file)
}

/** A diary on an open database; `file` is what its errors name. */
export function diaryOn(db: Database, file: string): Diary {
  const reading = <Value>(read: () => Value): Value => translating(file, read)
  const promises = (clause: string, params: Record<string, CellValue>): DiaryPromise[] =>
    reading(() => promisesWhere(db, clause, params))

  return {
    isBlank: db.memory,
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
    entriesOf: (of) =>
      reading(() =>
        entriesWhere(db, 'WHERE e.promise_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
          ids: JSON.stringify(of.map((promise) => promise.id)),
        }),
      ),
    lastReal: (ids) => reading(() => lastRealContacts(db, ids)),
    factsFor: (day) => reading(() => pageFacts(db, day)),
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
      translating(file, () =>
        db
          .transaction(() => {
            const ledger = openLedger(db)
            let title = command
            const value = work(takePen(db, ledger, at, (text) => (title = text)))
            const history = recordEntry(db, { command, title, at, undoes: null }, ledger.changes)
            return { value, history }
          })
          .immediate(),
      ),
    undo: (history, at) =>
      translating(file, () => db.transaction(() => takeBack(db, history, at)).immediate()),
    close: () => {
      db.close()
    },
  }
}
