import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { mayContact, type Contact } from '../../domain/contact.ts'
import type { Entry } from '../../domain/entry.ts'
import type { MayAnswer } from '../../domain/mail-report.ts'
import { bareSubject, mailAskedWords } from '../../domain/mail-words.ts'
import { newPromise, type KeptPromise, type OpenPromise } from '../../domain/promise.ts'
import { workingDayFrom } from '../../domain/working-week.ts'
import type { Mine, Theirs } from '../../schedule/mail/correspondence.ts'
import { meaningOf, type Asked, type MailMeaning, type Wished } from '../../schedule/mail/meaning.ts'
import { statesOf } from '../derived.ts'
import { askAgain } from '../plans/ask-again.ts'
import { beginPlan, continuePlan, planNamed, stepWords } from '../plans/start.ts'
import { triedAmong, type Tried } from '../tried.ts'
import { uidOfMail } from './events.ts'
import {
  closingEntry,
  entryOfBounce,
  entryOfMine,
  entryOfTheirs,
  newMessages,
  type OwnAct,
} from './mail-entries.ts'
import type { NotArrived, Person } from './sort.ts'

/** What was written for the messages with one contact. */
export type Written = {
  readonly contact: Contact
  readonly made: readonly OpenPromise[]
  readonly again: readonly OpenPromise[]
  readonly closed: readonly KeptPromise[]
  readonly waiting: readonly OpenPromise[]
  readonly notArrived: readonly OpenPromise[]
  readonly mayAnswer: readonly MayAnswer[]
  readonly stillOpen: readonly OpenPromise[]
  readonly isUnwanted: boolean
}

/** Writes the new messages with the contacts: an entry for each, and the promises that they open or close. */
export function writeMail(
  app: App,
  tx: Transaction,
  people: readonly Person[],
  entries: readonly Entry[],
): Written[] {
  const ids = people.map(({ contact }) => contact.id)
  const diary = app.diary()
  const contacts = diary.contacts.byId(ids)
  const open = diary.promises.where({ contacts: ids, status: 'open' }).filter(isOpen)
  const states = statesOf(app, open)
  const spoken = diary.entries.lastSpoken(ids, app.now)
  const repliesOwe = app.settings().mail.replies === 'answer'
  return people.flatMap((person) => {
    const contact = contacts.get(person.contact.id)
    if (contact === undefined) return []
    const own = open.filter((promise) => promise.contact.id === contact.id)
    const meaning = meaningOf(person, {
      open: own,
      spoken: spoken.get(contact.id)?.at ?? null,
      mayContact: mayContact(contact, null),
      repliesOwe,
    })
    const notArrived = openNotArrived(app, tx, contact, person.notArrived, { open: own, entries })
    return [
      { ...writeMeaning(app, tx, { contact, person, meaning, tried: triedAmong(own, states) }), notArrived },
    ]
  })
}

type Meant = {
  readonly contact: Contact
  readonly person: Person
  readonly meaning: MailMeaning
  readonly tried: readonly Tried[]
}

function writeMeaning(
  app: App,
  tx: Transaction,
  { contact, person, meaning, tried }: Meant,
): Omit<Written, 'notArrived'> {
  const made = new Map(meaning.made.flatMap((asked) => [...openAnswer(app, tx, contact, asked)]))
  const waiting = new Map(meaning.wished.map((wish) => [wish, openWaiting(tx, contact, wish)]))
  const promiseOf = (about: OpenPromise | Asked | Wished): OpenPromise | null =>
    'asked' in about ? (made.get(about) ?? null) : 'wished' in about ? (waiting.get(about) ?? null) : about
  const again = meaning.again.map(({ promise, count, last }) => {
    if (promise.openedBy === 'mail') {
      const what = mailAskedWords(last.subject, count, last.at, app.now.day, app.words)
      tx.recount(promise.id, stepWords(app, promise, what) ?? `answer: ${what}`)
    }
    return askAgain(app, tx, { id: promise.id, at: last.at, plan: planNamed(app, 'heard-email') })
  })

  const messages = newMessages([...person.theirs, ...person.mine])
  const closing = new Map(meaning.closed.map((one) => [one.by, one.promise]))
  const lastIn = messages.findLast((one): one is Theirs => one.from === 'them' && one.place !== 'notice')
  const closedIds = new Set(meaning.closed.map(({ promise }) => promise.id))
  const byOwnEntry = new Set<number>()
  for (const message of messages) {
    const source = person.sources.get(message)
    if (source === undefined) continue
    const about = meaning.about.get(message)
    const promise = about === undefined ? null : promiseOf(about)
    if (message.from === 'me') {
      const act = ownAct(message, meaning, about, closing.get(message) ?? null)
      if (act === 'closes' && promise !== null) byOwnEntry.add(promise.id)
      tx.addNamedEntry(
        entryOfMine(act, source, { contactId: contact.id, promise: promise?.id ?? null }),
        source.uid,
      )
      continue
    }
    const ended =
      message === lastIn
        ? tried.filter((one) => !closedIds.has(one.promise.id) && one.last.instant < message.at.instant)
        : []
    const entry = entryOfTheirs(message, source, {
      contactId: contact.id,
      // A separate entry closes what they owed: this one asks for something.
      promise: promise?.owner === 'mine' ? promise.id : null,
      spokeAt: meaning.spokeAfter.get(message) ?? null,
      endsTries: ended.map((one) => one.promise),
    })
    tx.addNamedEntry(entry, source.uid)
  }

  const closed = meaning.closed.map(({ promise, by }) => {
    const at = by === 'flag' ? app.now : by.at
    const kept = tx.keepPromise(promise.id, { at, outcome: 'reached', reason: null, note: null })
    if (!byOwnEntry.has(promise.id)) tx.addEntry(closingEntry(promise, at))
    continuePlan(app, tx, kept, at)
    return kept
  })
  return {
    contact,
    made: [...made.values()],
    again,
    closed,
    waiting: [...waiting.values()],
    mayAnswer: meaning.said.flatMap(({ about, by }) => {
      const promise = promiseOf(about)
      return promise === null ? [] : [{ promise, wrote: by.at }]
    }),
    stillOpen: meaning.stillOpen,
    isUnwanted: meaning.unwanted > 0,
  }
}

function ownAct(
  message: Mine,
  { answering }: MailMeaning,
  about: OpenPromise | Asked | Wished | undefined,
  closes: OpenPromise | null,
): OwnAct {
  if (closes !== null && about === closes) return 'closes'
  if (about !== undefined && 'wished' in about && about.wished === message) return 'wishes'
  return answering.has(message) ? 'answers' : 'logged'
}

/**
 * Opens one answer for everything they asked in a thread, due like any answer to an email, from the first message
 * (R20).
 */
function openAnswer(app: App, tx: Transaction, contact: Contact, asked: Asked): [Asked, OpenPromise][] {
  const [first] = asked.asked
  const last = asked.asked.at(-1)
  if (first === undefined || last === undefined) return []
  const what = mailAskedWords(last.subject, asked.asked.length, last.at, app.now.day, app.words)
  const event = { at: first.at, contact, what, transit: null, openedBy: 'mail' } as const
  const [promise] = beginPlan(app, tx, planNamed(app, 'heard-email'), event)
  return promise === undefined ? [] : [[asked, promise]]
}

function openWaiting(tx: Transaction, contact: Contact, { wished, due }: Wished): OpenPromise {
  const what = `a reply: ${bareSubject(wished.subject)}`
  const reply = {
    contactId: contact.id,
    owner: 'theirs',
    what,
    due,
    channel: 'email',
    kind: 'other',
  } as const
  return tx.addPromiseMadeAt(newPromise({ ...reply, openedBy: 'mail' }), wished.at)
}

/** Opens promises to find another address after messages that did not arrive: one for each address. */
function openNotArrived(
  app: App,
  tx: Transaction,
  contact: Contact,
  notices: readonly NotArrived[],
  { open, entries }: { readonly open: readonly OpenPromise[]; readonly entries: readonly Entry[] },
): OpenPromise[] {
  const sought = new Map<string, OpenPromise>()
  for (const entry of entries) {
    const promise = open.find(({ id, kind }) => id === entry.promise && kind === 'wrong-number')
    if (promise === undefined || entry.act !== 'tried' || entry.data === null || 'words' in entry.data)
      continue
    sought.set(entry.data.wrongNumber, promise)
  }
  const made: OpenPromise[] = []
  for (const notice of notices.filter(({ isNew }) => isNew)) {
    const { address, subject, message } = notice
    const known = sought.get(address)
    const promise =
      known ??
      tx.addPromise(
        newPromise({
          contactId: contact.id,
          what: `find another address: ${address} (${bareSubject(subject)} did not arrive)`,
          due: { day: workingDayFrom(app.now.day, app.settings().week), time: null },
          kind: 'wrong-number',
          openedBy: 'mail',
        }),
      )
    if (known === undefined) made.push(promise)
    sought.set(address, promise)
    tx.addNamedEntry(entryOfBounce(notice, contact.id, promise.id), uidOfMail(message.id))
  }
  return made
}

function isOpen(promise: { readonly status: string }): promise is OpenPromise {
  return promise.status === 'open'
}
