import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { callBackWords, isMissed } from '../../domain/call.ts'
import { mayContact, type Contact } from '../../domain/contact.ts'
import { namePromise } from '../../domain/entry-data.ts'
import type { Entry } from '../../domain/entry.ts'
import { answerOwedTo, type KeptPromise, type OpenPromise } from '../../domain/promise.ts'
import { callBacksFor, type CallBacks, type Meaning } from '../../schedule/state/call-backs.ts'
import { callsOf, entryOf, type LogCall } from './call-entries.ts'
import type { Line } from './gather.ts'
import { statesOf } from '../derived.ts'
import { triedAmong, type Tried } from '../tried.ts'
import { askAgain } from '../plans/ask-again.ts'
import { beginPlan, continuePlan, planNamed } from '../plans/start.ts'

/** A contact, and their numbers in the log. */
export type Known = { readonly contact: Contact; readonly lines: readonly Line[] }

/** The result of writing the calls with one contact. */
export type Written = {
  readonly contact: Contact
  readonly fresh: number
  readonly known: number
  readonly made: OpenPromise | null
  readonly again: OpenPromise | null
  readonly closed: KeptPromise | null
  readonly stillOpen: OpenPromise | null
  readonly isUnwanted: boolean
  readonly isTooOld: boolean
}

/** Writes the new calls with the contacts: an entry for each, and the call-backs that they open or close. */
export function writeCalls(app: App, tx: Transaction, people: readonly Known[], since: number): Written[] {
  const ids = people.map(({ contact }) => contact.id)
  const diary = app.diary()
  const open = diary.promises.where({ contacts: ids, status: 'open' }).filter(isOpen)
  const states = statesOf(app, open)
  const spoken = diary.entries.lastSpoken(ids, app.now)
  const heard = heardOf(diary.entries.ofPromises(open))
  return people.map(({ contact, lines }) => {
    const own = open.filter((promise) => promise.contact.id === contact.id)
    const owed = answerOwed(own)
    const asked = owed === undefined ? [] : (heard.get(owed.id) ?? [])
    const calls = callsOf(app, lines)
    const callBacks = callBacksFor(calls, {
      open:
        owed === undefined
          ? null
          : { lastAsked: lastOf(asked) ?? owed.madeAt.instant, openedBy: owed.openedBy },
      spoken: spoken.get(contact.id)?.at ?? null,
      since,
      mayCall: mayContact(contact, 'call'),
    })
    const tried = triedAmong(own, states)
    return writeWith(app, tx, { contact, owed: owed ?? null, asked: asked.length, tried, callBacks })
  })
}

type Own = {
  readonly contact: Contact
  readonly owed: OpenPromise | null
  /** How often they have asked for it before. */
  readonly asked: number
  readonly tried: readonly Tried[]
  readonly callBacks: CallBacks<LogCall>
}

function writeWith(app: App, tx: Transaction, { contact, owed, asked, tried, callBacks }: Own): Written {
  const { meanings, made, tooOld, unwanted, spokeSinceOpen } = callBacks
  const promise = owe(app, tx, contact, made)
  const fresh = meanings.filter(({ call }) => call.known === 'new')
  const more = fresh.filter(({ about, call }) => about === 'open' && isMissed(call))
  const again = owed === null || more.length === 0 ? null : calledAgain(app, tx, owed, asked, more)
  const lastIn = fresh.findLast(({ call }) => call.kind !== 'outgoing')?.call
  let closed: KeptPromise | null = null

  for (const meaning of meanings) {
    const { call, about, closes } = meaning
    const belongs = about === 'made' ? promise : about === 'open' ? owed : null
    if (call.known !== 'new') {
      if (belongs !== null && call.known.promise === null) tx.tieEntry(call.uid, belongs.id)
      continue
    }
    const ended =
      call === lastIn
        ? tried.filter(({ promise: one, last }) => one.id !== closed?.id && last.instant < call.at.instant)
        : []
    if (closes && owed !== null) {
      closed = tx.keepPromise(owed.id, { at: call.at, outcome: 'reached', reason: null, note: null })
    }
    const entry = entryOf(meaning, {
      contactId: contact.id,
      promise: belongs?.id ?? null,
      endsTries: closes ? [] : ended.map((one) => namePromise(one.promise)),
    })
    tx.addNamedEntry(entry, call.uid)
    if (closed !== null && closes) continuePlan(app, tx, closed, call.at)
  }
  return {
    contact,
    fresh: fresh.length,
    known: meanings.length - fresh.length,
    made: promise,
    again: closed === null ? again : null,
    closed,
    stillOpen: spokeSinceOpen && fresh.length > 0 ? owed : null,
    isUnwanted: unwanted > 0,
    isTooOld: tooOld > 0,
  }
}

/** One call-back for all missed calls, due like any answer, counted from the last of them (R19). */
function owe(app: App, tx: Transaction, contact: Contact, missed: readonly LogCall[]): OpenPromise | null {
  const last = missed.at(-1)
  if (last === undefined) return null
  const what = callBackWords(missed.length, last.at, app.now.day, app.words)
  const plan = planNamed(app, 'heard-call')
  const steps = plan.steps.map((step, index) => (index === 0 ? { ...step, what } : step))
  const event = { at: last.at, contact, what, transit: null, openedBy: 'call log' } as const
  const [first] = beginPlan(app, tx, { ...plan, steps }, event)
  return first ?? null
}

/** Adds calls to the call-back that is already owed. The text of a promise that the user wrote is not changed. */
function calledAgain(
  app: App,
  tx: Transaction,
  owed: OpenPromise,
  asked: number,
  more: readonly Meaning<LogCall>[],
): OpenPromise {
  const latest = more.reduce<LogCall | null>(
    (last, { call }) => (last === null || call.at.instant > last.at.instant ? call : last),
    null,
  )
  if (latest === null) return owed
  if (owed.openedBy === 'call log')
    tx.recount(owed.id, callBackWords(asked + more.length, latest.at, app.now.day, app.words))
  return askAgain(app, tx, { id: owed.id, at: latest.at, plan: planNamed(app, 'heard-call') })
}

/** The answer owed to them: one opened by a log, else their complaint, else another answer (R24). */
function answerOwed(open: readonly OpenPromise[]): OpenPromise | undefined {
  const typed = open.filter(({ openedBy }) => openedBy !== 'mail')
  return typed.find(({ openedBy }) => openedBy === 'call log') ?? answerOwedTo(typed)
}

function heardOf(entries: readonly Entry[]): Map<number, Entry[]> {
  const heard = new Map<number, Entry[]>()
  for (const entry of entries) {
    if (entry.act !== 'heard' || entry.promise === null) continue
    heard.set(entry.promise, [...(heard.get(entry.promise) ?? []), entry])
  }
  return heard
}

function lastOf(entries: readonly Entry[]): number | null {
  return entries.reduce<number | null>((last, { at }) => Math.max(last ?? at.instant, at.instant), null)
}

function isOpen(promise: { readonly status: string }): promise is OpenPromise {
  return promise.status === 'open'
}
