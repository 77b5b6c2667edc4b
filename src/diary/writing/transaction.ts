import type { Database } from 'better-sqlite3'
import type { Contact, NewContact } from '../../domain/contact.ts'
import type { Day, Due } from '../../domain/day.ts'
import type { Entry, NewEntry } from '../../domain/entry.ts'
import { notFound, refused } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import type { PlanRun, PlanStep } from '../../domain/plan.ts'
import type { PromiseEdit } from '../../domain/promise-edit.ts'
import type { Repeat } from '../../domain/repeat.ts'
import type {
  ClosingOutcome,
  DiaryPromise,
  DroppedPromise,
  KeptPromise,
  NewPromise,
  OpenPromise,
} from '../../domain/promise.ts'
import type { CellValue, HistoryData } from '../../domain/change.ts'
import { rowImporter, type RowImporter } from './import-rows.ts'
import { contactColumns, contactsById } from '../queries/contacts.ts'
import { entriesWhere, entryColumns } from '../queries/entries.ts'
import type { RowWriter } from './row-writer.ts'
import { mergeRows, mergeTitle, type MovedRows } from './merge.ts'
import { runsWhere } from '../queries/plans.ts'
import { cachedStatement } from '../queries/statements.ts'
import {
  dueColumns,
  openedByColumns,
  promiseColumns,
  promisedColumns,
  promisesWhere,
} from '../queries/promises.ts'
import { repeatJson } from '../values/json-values.ts'
import { newUid } from './uid.ts'
import { dropUnwanted, markedContacts } from './unwanted.ts'

/** How a promise was kept. */
export type Keeping = {
  readonly at: Moment
  readonly outcome: ClosingOutcome
  readonly reason: string | null
  readonly note: string | null
}

/** A new plan run. */
export type NewRun = {
  readonly contactId: number
  readonly plan: string
  readonly steps: readonly PlanStep[]
  readonly what: string
}

/** The writes available to a command, in one transaction. */
export type Transaction = {
  /** Sets the title of the command in the history. */
  title(text: string): void
  addContact(contact: NewContact): Contact
  /** Changes a contact from its current state, which may be newer than the one that the command read. */
  editContact(id: number, edit: (current: Contact) => NewContact): Contact
  /** Merges two cards of one person in their current state; returns how much moved to the kept one. */
  mergeContacts(
    ids: { readonly gone: number; readonly kept: number },
    merge: (kept: Contact, gone: Contact) => NewContact,
  ): MovedRows
  /** Adds a promise made now. */
  addPromise(promise: NewPromise): OpenPromise
  /** Adds a promise made at an earlier moment: that of the event from which it follows (R70). */
  addPromiseMadeAt(promise: NewPromise, made: Moment): OpenPromise
  /** The current promise, if another terminal has not closed it since it was read. */
  stillOpen(id: number): OpenPromise
  /** Moves a promise to a new date; with `told` they know it, so it becomes the promised date (R12). */
  movePromise(id: number, due: Due, told: boolean): OpenPromise
  snoozePromise(id: number, until: Day): OpenPromise
  /** Ends a snooze, and moves a promise that is due on a later day to this due; what they were told stays. */
  bringForward(id: number, due: Due): OpenPromise
  /** Changes the text of a promise; after that, calls in a log no longer close it. */
  reword(id: number, what: string): OpenPromise
  /** Changes what an open promise says and how it repeats, but not its day. */
  editPromise(
    id: number,
    edit: Omit<PromiseEdit, 'due' | 'every'> & { readonly repeat?: Repeat | null },
  ): OpenPromise
  /** Updates how often they have asked, in a promise that a call log or a mailbox opened and may still close. */
  recount(id: number, what: string): OpenPromise
  /** Adds a further request to an answer that is owed, so that it is not forgotten (R25). */
  addRequest(id: number, request: string): OpenPromise
  /** Makes a promise hot. */
  makeHot(id: number): OpenPromise
  keepPromise(id: number, keeping: Keeping): KeptPromise
  dropPromise(id: number, at: Moment, reason: string): DroppedPromise
  /** Drops all open promises with do-not-contact people, or with one of them, and stops their plans (R58). */
  dropUnwanted(contactId?: number): DroppedPromise[]
  addEntry(entry: NewEntry): Entry
  /** The same with a given uid, by which it is recognized later; it must be new. */
  addNamedEntry(entry: NewEntry, uid: string): void
  /** Links an entry without a promise to one. */
  tieEntry(uid: string, promise: number): void
  /** Starts a plan for a contact, with its current steps. */
  startPlan(run: NewRun): PlanRun
  /** Cancels the steps of a plan that have not begun. */
  stopPlan(run: PlanRun, why: string): void
  /** Sets the steps of a plan from now on. */
  setPlan(name: string, steps: readonly PlanStep[]): void
  /** Writes rows from another diary or file. */
  readonly imported: RowImporter
  /** Sets a setting, or resets it to its default with `null`. */
  set(key: string, value: string | null): void
}

/** Begins a transaction that writes its changes to an open history entry. */
export function beginTransaction(
  db: Database,
  rows: RowWriter,
  at: Moment,
  entitle: (text: string, data: HistoryData | null) => void,
): Transaction {
  const title = (text: string): void => entitle(text, null)
  const contact = (id: number): Contact => there(contactsById(db, [id]).get(id), `@${id}`)
  /** Another terminal may have removed somebody by an undo while this one asked. */
  const mustExist = (id: number): void => {
    there(cachedStatement<[number], unknown>(db, 'SELECT 1 FROM contacts WHERE id = ?').get(id), `@${id}`)
  }
  const promise = (id: number): DiaryPromise =>
    there(promisesWhere(db, 'WHERE p.id = :id', { id })[0], `Promise ${id}`)

  const stillOpen = (id: number): OpenPromise => {
    const current = promise(id)
    if (current.status === 'open') return current
    throw refused(
      `${id} (${current.contact.name}, ${current.what}) is already closed.`,
      `"fu show @${current.contact.id}" shows how.`,
    )
  }
  const changeOpen = <Status extends DiaryPromise['status']>(
    id: number,
    status: Status,
    columns: Record<string, CellValue>,
  ): Extract<DiaryPromise, { status: Status }> => {
    rows.update('promises', stillOpen(id).uid, { status, ...columns })
    const changed = promise(id)
    if (changed.status !== status) throw new Error(`promise ${id} is ${changed.status}, not ${status}`)
    return changed as Extract<DiaryPromise, { status: Status }>
  }

  const reword = (id: number, what: string): OpenPromise =>
    changeOpen(id, 'open', { what, ...openedByColumns(null) })

  const addPromise = (fresh: NewPromise, made: Moment): OpenPromise => {
    mustExist(fresh.contactId)
    if (fresh.aboutId !== null) mustExist(fresh.aboutId)
    const columns = {
      uid: newUid(db),
      ...promiseColumns(fresh),
      made_at: made.instant,
      made_offset: made.offset,
    }
    return stillOpen(rows.insert('promises', columns))
  }

  return {
    title,
    imported: rowImporter(db, rows, at),
    stillOpen,
    addContact: (fresh) =>
      contact(
        rows.insert('contacts', {
          uid: newUid(db),
          ...contactColumns(fresh),
          added_at: at.instant,
          added_offset: at.offset,
        }),
      ),
    editContact: (id, edit) => {
      const current = contact(id)
      rows.update('contacts', current.uid, contactColumns(edit(current)))
      return contact(id)
    },
    mergeContacts: (ids, merge) => {
      const cards = { gone: contact(ids.gone), kept: contact(ids.kept) }
      entitle(mergeTitle(cards.gone, cards.kept), { gone: cards.gone.uid, kept: cards.kept.uid })
      return mergeRows(db, rows, cards, merge(cards.kept, cards.gone))
    },
    addPromise: (fresh) => addPromise(fresh, at),
    addPromiseMadeAt: addPromise,
    movePromise: (id, due, told) => {
      // The window begins on the planned day.
      const isSameDay = stillOpen(id).due.day === due.day
      return changeOpen(id, 'open', {
        ...dueColumns(due),
        ...(told ? promisedColumns(due) : {}),
        ...(isSameDay ? {} : { window_until: null }),
        snoozed_until: null,
      })
    },
    snoozePromise: (id, until) => changeOpen(id, 'open', { snoozed_until: until }),
    bringForward: (id, due) => {
      const promised = stillOpen(id)
      const isLater = promised.due.day > due.day
      if (!isLater && promised.snoozedUntil === null) return promised
      return changeOpen(id, 'open', {
        snoozed_until: null,
        ...(isLater ? { ...dueColumns(due), window_until: null } : {}),
      })
    },
    reword,
    editPromise: (id, { what, channel, hot, about, trigger, repeat }) => {
      if (about !== undefined && about !== null) mustExist(about.id)
      return changeOpen(id, 'open', {
        ...(what === undefined ? {} : { what, ...openedByColumns(null) }),
        ...(channel === undefined ? {} : { channel }),
        ...(hot === undefined ? {} : { hot: hot ? 1 : 0 }),
        ...(about === undefined ? {} : { about_id: about?.id ?? null }),
        ...(trigger === undefined ? {} : { trigger }),
        ...(repeat === undefined ? {} : { repeat: repeat === null ? null : repeatJson(repeat) }),
      })
    },
    recount: (id, what) => changeOpen(id, 'open', { what }),
    addRequest: (id, request) => {
      const { what } = stillOpen(id)
      return what.endsWith(request) ? stillOpen(id) : reword(id, `${what}; ${request}`)
    },
    makeHot: (id) => changeOpen(id, 'open', { hot: 1 }),
    keepPromise: (id, { at: closed, outcome, reason, note }) =>
      changeOpen(id, 'kept', {
        closed_at: closed.instant,
        closed_offset: closed.offset,
        outcome,
        reason,
        note,
      }),
    dropPromise: (id, closed, reason) =>
      changeOpen(id, 'dropped', { closed_at: closed.instant, closed_offset: closed.offset, reason }),
    dropUnwanted: (contactId) => {
      const isMarked = contactId !== undefined && contact(contactId).doNotContact === 'all'
      const marked = contactId === undefined ? markedContacts(db) : isMarked ? [contactId] : []
      return dropUnwanted(db, rows, at, marked)
    },
    addEntry: (fresh) => {
      mustExist(fresh.contactId)
      const id = rows.insert('entries', { uid: newUid(db), ...entryColumns(fresh) })
      return there(entriesWhere(db, 'WHERE e.id = :id', { id })[0], `Entry ${id}`)
    },
    addNamedEntry: (fresh, uid) => {
      rows.insert('entries', { uid, ...entryColumns(fresh) })
    },
    tieEntry: (uid, about) => {
      rows.update('entries', uid, { promise_id: about })
    },
    startPlan: ({ contactId, plan, steps, what }) => {
      mustExist(contactId)
      const id = rows.insert('plan_runs', {
        uid: newUid(db),
        contact_id: contactId,
        plan,
        steps: JSON.stringify(steps),
        what,
      })
      return there(runsWhere(db, 'r.id = :id', { id })[0], `Plan ${id}`)
    },
    stopPlan: (run, why) => {
      rows.update('plan_runs', run.uid, { stopped: why })
    },
    setPlan: (name, steps) => {
      rows.insert('plans', { uid: newUid(db), name, steps: JSON.stringify(steps), set_at: at.instant })
    },
    set: (key, value) => {
      const before = rows.image('settings', key)
      if (value === null) {
        if (before !== null) rows.remove('settings', key)
      } else if (before === null) rows.insert('settings', { uid: key, value })
      else rows.update('settings', key, { value })
    },
  }
}

/** A row that was read before; another terminal may have undone it since. */
function there<Row>(row: Row | undefined, name: string): Row {
  if (row !== undefined) return row
  throw notFound(`${name} no longer exists; nothing was written.`, '"fu history" shows what was undone.')
}
