import type { Database } from 'better-sqlite3'
import type { BackupReason, CopyPlace } from '../domain/backup.ts'
import type { ExportedPlan } from '../domain/exported-diary.ts'
import type { HistoryEntry, Undone, Written } from '../domain/change.ts'
import type { CellValue, RowKind } from '../domain/change.ts'
import type { Contact, ContactKind, Phone } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Entry } from '../domain/entry.ts'
import { instantsAround, type Moment } from '../domain/moment.ts'
import { movingActs } from '../domain/move.ts'
import type { LoadFacts, PageFacts, RegularContact } from '../domain/page.ts'
import type { Ladder, PlanRun } from '../domain/plan.ts'
import type { PersonQuery } from '../domain/person-query.ts'
import type { DiaryPromise, OpenPromise, Owner } from '../domain/promise.ts'
import type { DayRange } from '../domain/review.ts'
import type { Matchable } from '../domain/match-keys.ts'
import type { Found } from '../domain/search.ts'
import { backUp, backUpDaily } from './backup/backup.ts'
import { copyPlaces, rememberPlace, removePlace } from './backup/copy-places.ts'
import { contactsById, contactsWhere } from './queries/contacts.ts'
import {
  contactsMeantLast,
  entriesWhere,
  knownEntries,
  lastRealContacts,
  lastSpoken,
  type KnownEntry,
} from './queries/entries.ts'
import { codeOf } from '../files/system-error.ts'
import type { Erased } from './erase/erase.ts'
import { loadFacts, pageFacts } from './queries/page-facts.ts'
import type { ErasedCopies, Forgetting } from './erase/forget.ts'
import { beginHistoryEntry, historyEntries, undoEntry } from './writing/history.ts'
import { openRowWriter } from './writing/row-writer.ts'
import { mergedInto, mergedUids } from './queries/merges.ts'
import { openDatabase, translateErrors } from './open.ts'
import { closeToOthers } from './privacy.ts'
import { beginTransaction, type Transaction } from './writing/transaction.ts'
import {
  contactsBeginning,
  contactsMatching,
  contactsSpelledLike,
  contactsWithNumbers,
  numbersWithoutCountry,
  type Beginning,
} from './queries/people.ts'
import { searchLater } from './writing/late-search.ts'
import { extentOf, widestOf, type Extent, type Widest } from './queries/extent.ts'
import { ladderVersions, planVersions, runsWhere } from './queries/plans.ts'
import { promiseBook, type PromiseRange } from './export/promises-csv.ts'
import { cachedStatement } from './queries/statements.ts'
import { regulars } from './queries/regulars.ts'
import { openNumbered, promisesWhere } from './queries/promises.ts'
import { searchEverything } from './queries/search.ts'

/** Which promises are asked for; what is left out is not asked. */
export type PromiseFilter = {
  readonly ids?: readonly number[]
  readonly contacts?: readonly number[]
  readonly status?: DiaryPromise['status']
  readonly owner?: Owner
  /** Due on this day or before. */
  readonly dueBy?: Day
  /** Closed on one of these days. */
  readonly closed?: DayRange
  /** Moved or put off on this day or after; near the day, maybe before. */
  readonly movedSince?: Day
}

/** The kinds of rows that have a number besides the name by which other systems know them. */
export type NumberedKind = Exclude<RowKind, 'settings'>

/** A command that is about to write: its name, and the moment that the history gives it. */
export type Writing = { readonly command: string; readonly at: Moment }

/** An open diary. Every change goes through `write` or `undo`, and each is one entry of the journal. */
export type Diary = {
  /** Whether it stands in for a diary that was never written. */
  readonly isBlank: boolean
  contact(id: number): Contact | null
  /** Whose card has what stood on a card that was merged away, by its number. */
  mergedInto(id: number): Contact | null
  /** The contacts that are part of others now, by uid, and the number of the one that has them. */
  mergedUids(): ReadonlyMap<string, number>
  contacts(): Contact[]
  contactsById(ids: Iterable<number>): ReadonlyMap<number, Contact>
  contactsMatching(query: PersonQuery): Contact[]
  contactsSpelledLike(text: string): Contact[]
  /** The contacts of each phone number, by the number as it was asked for. */
  contactsWithNumbers(phones: readonly Phone[]): ReadonlyMap<Phone, readonly number[]>
  /** The contacts of the numbers whose country is not known, by their digits. */
  numbersWithoutCountry(): ReadonlyMap<string, readonly number[]>
  /** Those whose name, or a word of it, begins with a plain spelling; so many at the most. */
  contactsBeginning(what: Beginning, key: string, limit: number): Contact[]
  promise(id: number): DiaryPromise | null
  /** The open ones whose number begins with some digits, the earliest due first; so many at the most. */
  openNumbered(digits: string, limit: number): OpenPromise[]
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
  /** Those of the entries that the diary has, by uid, each with the promise it is about. */
  knownEntries(uids: readonly string[]): ReadonlyMap<string, KnownEntry>
  /**
   * The last time we spoke, or they were reached in any other way, by contact id: what they said or missed apart. What
   * lies more than a day after the moment does not count.
   */
  lastSpoken(contactIds: readonly number[], now: Moment): ReadonlyMap<number, Entry>
  /** The last real contact (R40) with each of the contacts as of a moment, by contact id; as late as `lastSpoken` counts. */
  lastReal(contactIds: readonly number[], now: Moment): ReadonlyMap<number, Entry>
  /** What bears on the page of a day, asked at a moment; `cadencedKinds` are the kinds of people with a cadence. */
  factsFor(day: Day, cadencedKinds: readonly ContactKind[], now: Moment): PageFacts
  /** What bears on how many promises come up on a day, asked at a moment. */
  loadFacts(day: Day, now: Moment): LoadFacts
  /** Those who may be due again, asked at a moment. */
  regulars(cadencedKinds: readonly ContactKind[], now: Moment): RegularContact[]
  /** How much there is, to be read page by page. */
  extent(): Extent
  /** How many ways to reach them any of the contacts up to a number has. */
  widest(last: number): Widest
  /** The next so many contacts behind one, in the order they were added, up to a last one. */
  contactPage(after: number, last: number, limit: number): Contact[]
  /** The next so many promises behind one, in the order they were made, up to a last one. */
  promisePage(after: number, last: number, limit: number): DiaryPromise[]
  /**
   * The promises as a table, a piece at a time, written by the database itself; `cell` makes what anybody may have
   * written safe for a table.
   */
  promiseBook(range: PromiseRange, cell: (text: string) => string): Iterable<string>
  /** The next so many entries behind one, oldest first, of those up to a last number. */
  entryPage(after: Entry | null, last: number, limit: number): Entry[]
  /** Every version of every plan the user has set, oldest first. */
  planVersions(): ExportedPlan[]
  /** The versions of the no-answer ladder that the user has set, oldest first. */
  ladders(): Ladder[]
  /** The plans started for a contact, or for all, in the order they were started. */
  runs(contact: number | null): PlanRun[]
  search(text: string): Found
  /** What the user has set, as it was typed, by key. */
  settings(): ReadonlyMap<string, string>
  /** Newest first, each with whether it was taken back. */
  history(count: number): (HistoryEntry & { undone: boolean })[]
  /** Runs `work` as one change: all of it is in the diary and its journal when this returns, or none of it. */
  write<Value>(writing: Writing, work: (tx: Transaction) => Value): Written<Value>
  /**
   * As `write`, for work that waits for what it reads: a long file. Where it is a rehearsal, or changes nothing,
   * nothing stays and there is no entry in the history. Where `pause`, which it calls now and then at its end, fails,
   * nothing stays either.
   */
  writeAsRead<Value>(
    writing: Writing & { readonly rehearse: boolean; readonly pause?: () => Promise<void> },
    work: (tx: Transaction) => Promise<Value>,
  ): Promise<Omit<Written<Value>, 'history'> & { readonly history: number | null }>
  /** The number of a row by the name that other systems know it by; `null` where it is not here. */
  idOf(kind: NumberedKind, uid: string): number | null
  /**
   * The contacts that have exactly this number, address or name (as `plain` spells it), so many at the most; of one
   * number or address, those of a name alone where it is given.
   */
  knownBy(key: 'email' | 'e164' | 'name', value: string, limit: number, name?: string): number[]
  /** Takes back one command, or the last one that stands. */
  undo(history: number | null, at: Moment): Undone & { readonly history: number }
  /**
   * Makes a verified copy beside the diary, before something that no undo takes back; gives where it lies. `null`
   * where nothing was ever written.
   *
   * @throws FuError `failed` where no copy can be made; then the command does not begin
   */
  backupBefore(reason: BackupReason, at: Moment): string | null
  /**
   * Makes the day's copy, where something was written and there is none of the day yet; for when all is done and
   * closed. The clock is read where there is one to make.
   *
   * @throws FuError `failed` where no copy can be made
   */
  backUpDaily(clock: () => Moment): void
  /** The places where `fu backup <file>` made copies of the diary. */
  readonly copies: CopyPlaces
  /** Takes the file away from other users, and its folder where that is for fu alone; gives what was open to them. */
  closeToOthers(withFolder: boolean): readonly string[]
  /** Erases a person for good, past the journal: no undo brings them back. `finishForgetting` has to follow. */
  forget(forgetting: Forgetting): Promise<Erased>
  /** Goes through the file and its copies for those who were forgotten; `null` where nothing is left to do. */
  finishForgetting(at: Moment): Promise<ErasedCopies | null>
  /** Whether there is anybody who is not to come back. */
  hasSuppressionList(): boolean
  /** Gives what tells whether a person may be somebody who was forgotten and is not to come back (R58). */
  suppressionCheck(): Promise<(person: Matchable) => boolean>
  close(): void
}

/** The places outside the backups folder where copies of the diary were made. They are no part of its history. */
export type CopyPlaces = {
  list(): CopyPlace[]
  /** Remembers a place before a copy is made there; gives whether it could: the disk of the diary may be full. */
  remember(path: string, at: Moment): boolean
  /** Strikes a place off the list; gives whether it was there. */
  remove(path: string): boolean
}

/**
 * Opens the diary that lies in a file, at a moment. A missing one is blank, and begins with the first thing written in
 * it; an older one is copied into its backups and brought up to date.
 */
export function openDiary(file: string, at: Moment): Diary {
  const open = (create: boolean): Database =>
    openDatabase(file, create, () => void backUp(file, at, 'before-migration'))
  return diaryOn(open(false), file, () => open(true))
}

/** A diary on an open database; `file` is what its errors name, and `begin` makes the file of a blank one. */
export function diaryOn(opened: Database, file: string, begin: () => Database = () => opened): Diary {
  let db = opened
  const beginFile = (): void => {
    db = begin()
  }
  let isWritten = false
  const translated = <Value>(read: () => Value): Value => translateErrors(file, read)
  const isAnybodyKeptOut = (): boolean =>
    translated(() => cachedStatement(db, 'SELECT 1 FROM blocked LIMIT 1').get() !== undefined)
  // A promise that another terminal moves between two reads would be on neither.
  const snapshot = <Value>(read: () => Value): Value =>
    translated(() => {
      db.exec('BEGIN')
      try {
        return read()
      } finally {
        if (db.inTransaction) db.exec('COMMIT')
      }
    })
  const promises = (clause: string, params: Record<string, CellValue>): DiaryPromise[] =>
    translated(() => promisesWhere(db, clause, params))

  return {
    isBlank: opened.memory,
    contact: (id) => translated(() => contactsById(db, [id]).get(id) ?? null),
    mergedUids: () => translated(() => mergedUids(db)),
    mergedInto: (id) =>
      translated(() => {
        const into = mergedInto(db, id)
        return into === null ? null : (contactsById(db, [into]).get(into) ?? null)
      }),
    contacts: () => translated(() => contactsWhere(db, 'TRUE', {})),
    contactsById: (ids) => translated(() => contactsById(db, ids)),
    contactsMatching: (query) => translated(() => contactsMatching(db, query)),
    contactsSpelledLike: (text) => translated(() => contactsSpelledLike(db, text)),
    contactsWithNumbers: (phones) => translated(() => contactsWithNumbers(db, phones)),
    numbersWithoutCountry: () => translated(() => numbersWithoutCountry(db)),
    contactsBeginning: (what, key, limit) => translated(() => contactsBeginning(db, what, key, limit)),
    promise: (id) => promises('WHERE p.id = :id', { id })[0] ?? null,
    openNumbered: (digits, limit) => translated(() => openNumbered(db, digits, limit)),
    promises: ({ ids, contacts, status, owner, dueBy, closed, movedSince }) => {
      const conditions = [
        ...(ids === undefined ? [] : ['p.id IN (SELECT value FROM json_each(:ids))']),
        ...(contacts === undefined
          ? []
          : [
              '(p.contact_id IN (SELECT value FROM json_each(:contacts)) OR p.about_id IN (SELECT value FROM json_each(:contacts)))',
            ]),
        ...(status === undefined ? [] : ['p.status = :status']),
        ...(owner === undefined ? [] : ['p.owner = :owner']),
        ...(dueBy === undefined ? [] : ['p.due_day <= :dueBy']),
        ...(closed === undefined ? [] : ['p.closed_at >= :from AND p.closed_at < :until']),
        ...(movedSince === undefined
          ? []
          : [`p.id IN (SELECT e.promise_id FROM entries e WHERE e.at >= :since AND e.act IN (${moving}))`]),
      ]
      return promises(`WHERE ${conditions.join(' AND ') || 'TRUE'} ORDER BY p.id`, {
        ...(ids === undefined ? {} : { ids: JSON.stringify(ids) }),
        ...(contacts === undefined ? {} : { contacts: JSON.stringify(contacts) }),
        ...(status === undefined ? {} : { status }),
        ...(owner === undefined ? {} : { owner }),
        ...(dueBy === undefined ? {} : { dueBy }),
        ...(closed === undefined ? {} : instantsOf(closed)),
        ...(movedSince === undefined ? {} : { since: instantsAround(movedSince).from }),
      }).filter((promise) => closed === undefined || isClosedIn(promise, closed))
    },
    entries: (contact) =>
      translated(() =>
        contact === null
          ? entriesWhere(db, 'ORDER BY e.at, e.id', {})
          : entriesWhere(db, 'WHERE e.contact_id = :contact ORDER BY e.at, e.id', { contact }),
      ),
    contactsAdded: (days) =>
      translated(() =>
        contactsWhere(db, 'c.added_at >= :from AND c.added_at < :until', instantsOf(days)).filter(
          ({ addedAt }) => addedAt.day >= days.from && addedAt.day <= days.until,
        ),
      ),
    entriesWith: (ids) =>
      translated(() =>
        entriesWhere(db, 'WHERE e.contact_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
          ids: JSON.stringify(ids),
        }),
      ),
    entriesOn: (from, until) =>
      translated(() =>
        entriesWhere(db, 'WHERE e.at >= :from AND e.at < :until ORDER BY e.at, e.id', {
          from: instantsAround(from).from,
          until: instantsAround(until).until,
        }).filter(({ at }) => at.day >= from && at.day <= until),
      ),
    untouched: (ids) =>
      translated(() => {
        const rows = db
          .prepare<[string], { id: number }>(
            `SELECT value AS id FROM json_each(?) WHERE NOT EXISTS
               (SELECT 1 FROM entries e WHERE e.contact_id = value AND e.direction = 'out')`,
          )
          .all(JSON.stringify(ids))
        return new Set(rows.map(({ id }) => id))
      }),
    sentBy: (contact) => translated(() => contactsWhere(db, 'c.from_id = :contact', { contact })),
    meantLast: () => translated(() => contactsMeantLast(db)),
    entriesOf: (of) =>
      translated(() =>
        entriesWhere(db, 'WHERE e.promise_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
          ids: JSON.stringify(of.map((promise) => promise.id)),
        }),
      ),
    knownEntries: (uids) => translated(() => knownEntries(db, uids)),
    lastSpoken: (ids, now) => translated(() => lastSpoken(db, ids, now)),
    lastReal: (ids, now) => translated(() => lastRealContacts(db, ids, now)),
    factsFor: (day, cadencedKinds, now) => snapshot(() => pageFacts(db, day, cadencedKinds, now)),
    loadFacts: (day, now) => snapshot(() => loadFacts(db, day, now)),
    regulars: (cadencedKinds, now) => translated(() => regulars(db, cadencedKinds, now)),
    extent: () => translated(() => extentOf(db)),
    widest: (last) => translated(() => widestOf(db, last)),
    contactPage: (after, last, limit) =>
      translated(() => {
        const page = 'SELECT id FROM contacts WHERE id > :after AND id <= :last ORDER BY id LIMIT :most'
        const contacts = contactsWhere(db, `c.id IN (${page})`, { after, last, most: limit })
        return contacts.sort((a, b) => a.id - b.id)
      }),
    promisePage: (after, last, limit) =>
      promises('WHERE p.id > :after AND p.id <= :last ORDER BY p.id LIMIT :most', {
        after,
        last,
        most: limit,
      }),
    entryPage: (after, last, limit) =>
      translated(() =>
        entriesWhere(
          db,
          'WHERE (e.at, e.id) > (:at, :id) AND e.id <= :last ORDER BY e.at, e.id LIMIT :most',
          {
            at: after?.at.instant ?? Number.MIN_SAFE_INTEGER,
            id: after?.id ?? 0,
            last,
            most: limit,
          },
        ),
      ),
    *promiseBook(range, cell) {
      const pieces = promiseBook(db, range, cell)
      for (
        let next = translated(() => pieces.next());
        next.done !== true;
        next = translated(() => pieces.next())
      ) {
        yield next.value
      }
    },
    planVersions: () => translated(() => planVersions(db)),
    ladders: () => translated(() => ladderVersions(db)),
    runs: (contact) =>
      translated(() =>
        contact === null ? runsWhere(db, 'TRUE', {}) : runsWhere(db, 'r.contact_id = :contact', { contact }),
      ),
    search: (text) => translated(() => searchEverything(db, text)),
    settings: () =>
      translated(() => {
        const rows = cachedStatement<[], { uid: string; value: string }>(
          db,
          'SELECT uid, value FROM settings',
        ).all()
        return new Map(rows.map(({ uid, value }) => [uid, value]))
      }),
    history: (count) =>
      translated(() => {
        const entries = []
        for (const entry of historyEntries(db)) {
          if (entries.length === count) break
          entries.push(entry)
        }
        return entries
      }),
    write: ({ command, at }, work) =>
      translateErrors(file, () => {
        if (db.memory) beginFile()
        const change = db.transaction(() => {
          const entry = beginHistoryEntry(db, { command, title: command, at, undoes: null })
          const value = work(beginTransaction(db, openRowWriter(db, entry.keep), at, entry.entitle))
          return { value, history: entry.id }
        })
        const written = change.immediate()
        isWritten = !db.memory
        return written
      }),
    writeAsRead: async ({ command, at, rehearse, pause = async () => undefined }, work) => {
      if (db.memory && !rehearse) translateErrors(file, beginFile)
      const step = <Value>(take: () => Value): Value => translateErrors(file, take)
      // What is only shown must not reach the file, though it would be taken back from there.
      if (rehearse) step(() => db.pragma('cache_spill = OFF'))
      step(() => db.exec('BEGIN IMMEDIATE'))
      try {
        const entry = step(() => beginHistoryEntry(db, { command, title: command, at, undoes: null }))
        let isChanged = false
        const rows = openRowWriter(db, (change) => {
          isChanged = true
          entry.keep(change)
        })
        const fillSearch = step(() => searchLater(db))
        const value = await work(beginTransaction(db, rows, at, entry.entitle))
        const stays = isChanged && !rehearse
        if (stays) {
          const filling = step(fillSearch)[Symbol.iterator]()
          while (step(() => filling.next().done !== true)) await pause()
        }
        step(() => db.exec(stays ? 'COMMIT' : 'ROLLBACK'))
        isWritten ||= stays && !db.memory
        return { value, history: stays ? entry.id : null }
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK')
        return step(() => {
          throw error
        })
      }
    },
    idOf: (kind, uid) =>
      translated(
        () =>
          cachedStatement<[string], { id: number }>(db, `SELECT id FROM ${kind} WHERE uid = ?`).get(uid)
            ?.id ?? null,
      ),
    knownBy: (key, value, limit, name) =>
      translated(() => {
        const named = name === undefined ? [] : [name]
        const ofName = `AND contact_id IN (SELECT contact_id FROM contact_keys WHERE kind = 'name' AND key = ?)`
        const rows = cachedStatement<unknown[], { id: number }>(
          db,
          `SELECT contact_id AS id FROM contact_keys WHERE kind = ? AND key = ?
           ${name === undefined ? '' : ofName} ORDER BY contact_id LIMIT ?`,
        ).all(key, value, ...named, limit)
        return rows.map(({ id }) => id)
      }),
    undo: (history, at) =>
      translateErrors(file, () => {
        const taken = db.transaction(() => undoEntry(db, history, at)).immediate()
        isWritten = !db.memory
        return taken
      }),
    backupBefore: (reason, at) => (db.memory ? null : backUp(file, at, reason).path),
    closeToOthers: (withFolder) => (db.memory ? [] : closeToOthers(file, withFolder)),
    backUpDaily: (clock) => {
      if (isWritten) backUpDaily(file, clock())
    },
    copies: {
      list: () => translated(() => copyPlaces(db)),
      remember: (path, at) => {
        try {
          rememberPlace(db, path, at)
          return true
        } catch (error) {
          if (/^SQLITE_(?:READONLY|FULL|IOERR|CANTOPEN)/.test(codeOf(error))) return false
          return translated(() => {
            throw error
          })
        }
      },
      remove: (path) => translated(() => removePlace(db, path)),
    },
    // What forgets and blocks is loaded when it is asked for: no page needs it.
    forget: async (forgetting) => {
      const { forgetPerson } = await import('./erase/forget.ts')
      return translateErrors(file, () => {
        const erased = forgetPerson(db, forgetting)
        isWritten = !db.memory
        return erased
      })
    },
    finishForgetting: async (at) => {
      const { finishForgetting, isForgettingUnfinished } = await import('./erase/forget.ts')
      return translateErrors(file, () =>
        isForgettingUnfinished(db) ? finishForgetting(db, db.memory ? null : file, at) : null,
      )
    },
    hasSuppressionList: isAnybodyKeptOut,
    suppressionCheck: async () => {
      if (!isAnybodyKeptOut()) return () => false
      const { hasWholeHashes, replaceWholeHashes, suppressedBy, suppressionListOf } =
        await import('./erase/suppression-list.ts')
      return translated(() => {
        // No migration does this: to load what hashes takes long, and few diaries have such a list.
        if (!db.readonly && hasWholeHashes(db)) db.transaction(() => replaceWholeHashes(db)).immediate()
        return suppressedBy(suppressionListOf(db))
      })
    },
    close: () => {
      db.close()
    },
  }
}

/** What moves a promise, as a list of SQL. */
const moving = `'${movingActs.join("', '")}'`

/** The instants that can lie on one of the days, wherever on Earth they were spent. */
function instantsOf({ from, until }: DayRange): { from: number; until: number } {
  return { from: instantsAround(from).from, until: instantsAround(until).until }
}

function isClosedIn(promise: DiaryPromise, { from, until }: DayRange): boolean {
  return promise.status !== 'open' && promise.closedAt.day >= from && promise.closedAt.day <= until
}
