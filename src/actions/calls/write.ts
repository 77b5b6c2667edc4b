import type { App } from '../../app.ts'
import { uidOfName } from '../../diary/writing/name-uid.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { callBackWords, isMissed, isSpoken, type CallKind } from '../../domain/call.ts'
import { mayContact, type Contact } from '../../domain/contact.ts'
import { namePromise, type NamedPromise } from '../../domain/entry-data.ts'
import { newEntry, type Entry, type NewEntry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import { isAnswer, type KeptPromise, type OpenPromise } from '../../domain/promise.ts'
import { digitsOf } from '../../domain/normalize.ts'
import { spellingsOf } from '../../domain/number-spellings.ts'
import { callBacksFor, type CallBacks, type CallWith, type Meaning } from '../../schedule/state/call-backs.ts'
import { callDuration } from '../../views/confirmations/calls.ts'
import type { KeptCall, Line } from './gather.ts'
import { statesOf } from '../derived.ts'
import { beginPlan, continuePlan, planNamed } from '../plans/start.ts'

/** Somebody in the diary, and the numbers of theirs that are in the log. */
export type Known = { readonly contact: Contact; readonly lines: readonly Line[] }

/** What was written of the calls with one contact. */
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

/** A call of a log, with the uid its entry has. */
type LogCall = CallWith & { readonly uid: string }

/** Writes what is new of the calls with the contacts: an entry a call, and the call-backs they owe or close. */
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
          : { lastAsked: lastOf(asked) ?? owed.madeAt.instant, fromCallLog: owed.fromCallLog },
      spoken: spoken.get(contact.id)?.at ?? null,
      since,
      mayCall: mayContact(contact, 'call'),
    })
    const tried = own.flatMap((promise) => {
      const last = states.get(promise.id)
      return last?.lastAttempt == null || last.attempts === 0 ? [] : [{ promise, last: last.lastAttempt.at }]
    })
    return writeWith(app, tx, { contact, owed: owed ?? null, asked: asked.length, tried, callBacks })
  })
}

type Own = {
  readonly contact: Contact
  readonly owed: OpenPromise | null
  /** How often they have asked for it before. */
  readonly asked: number
  readonly tried: readonly { readonly promise: OpenPromise; readonly last: Moment }[]
  readonly callBacks: CallBacks<LogCall>
}

function writeWith(app: App, tx: Transaction, { contact, owed, asked, tried, callBacks }: Own): Written {
  const { meanings, made, tooOld, unwanted, spokeSinceOpen } = callBacks
  const promise = owe(app, tx, contact, made)
  const fresh = meanings.filter(({ call }) => call.known === 'new')
  const more = fresh.filter(({ about, call }) => about === 'open' && isMissed(call))
  const again = owed === null || more.length === 0 ? null : reworded(app, tx, owed, asked, more)
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

/** One call-back for all that was missed, due as any answer is, counted from the last of them (R19). */
function owe(app: App, tx: Transaction, contact: Contact, missed: readonly LogCall[]): OpenPromise | null {
  const last = missed.at(-1)
  if (last === undefined) return null
  const what = callBackWords(missed.length, last.at, app.now.day, app.words)
  const plan = planNamed(app, 'heard-call')
  const steps = plan.steps.map((step, index) => (index === 0 ? { ...step, what } : step))
  const event = { at: last.at, contact, what, transit: null, fromCallLog: true } as const
  const [first] = beginPlan(app, tx, { ...plan, steps }, event)
  return first ?? null
}

/** The call-back that is owed already, with more calls; what somebody wrote themselves stays as it is. */
function reworded(
  app: App,
  tx: Transaction,
  owed: OpenPromise,
  asked: number,
  more: readonly Meaning<LogCall>[],
): OpenPromise {
  if (!owed.fromCallLog) return tx.stillOpen(owed.id)
  const latest = more.reduce<LogCall | null>(
    (last, { call }) => (last === null || call.at.instant > last.at.instant ? call : last),
    null,
  )
  if (latest === null) return owed
  return tx.rewordCallBack(owed.id, callBackWords(asked + more.length, latest.at, app.now.day, app.words))
}

const missedWords: Partial<Record<CallKind, string>> = {
  voicemail: 'left a voicemail',
  rejected: 'I did not take it',
}

function entryOf(
  { call, closes, answered }: Meaning<LogCall>,
  known: {
    readonly contactId: number
    readonly promise: number | null
    readonly endsTries: readonly NamedPromise[]
  },
): NewEntry {
  const { contactId, promise, endsTries } = known
  const common = { at: call.at, contactId, promise, channel: 'call' } as const
  const ends = endsTries.length === 0 ? null : { endsTries }
  const isOut = call.kind === 'outgoing'
  if (isMissed(call))
    return newEntry({
      ...common,
      act: 'heard',
      direction: 'in',
      text: missedWords[call.kind] ?? 'missed',
      data: answered === null ? ends : { ...ends, spokeAt: answered },
    })
  if (!isSpoken(call)) return newEntry({ ...common, act: 'tried', direction: 'out', outcome: 'no-answer' })
  const length = call.kind === 'answered elsewhere' ? 'answered on another phone' : callDuration(call.seconds)
  const spoken = { ...common, direction: isOut ? 'out' : 'in', outcome: 'reached', text: length } as const
  if (closes && isOut) return newEntry({ ...spoken, act: 'done', data: { foundInCallLog: true } })
  return newEntry({ ...spoken, act: 'logged', data: closes ? { foundInCallLog: true } : ends })
}

/** The calls of somebody's numbers, oldest first, each with what the diary knows of it. */
function callsOf(app: App, lines: readonly Line[]): LogCall[] {
  const found = lines.flatMap(({ key, phone, calls }) => {
    // While its country was not known, the number was known by its digits.
    const digits = [phone.value, phone.readable].map(digitsOf)
    const keys = [...new Set([key, ...(phone.e164 === null ? [] : spellingsOf(phone.e164)), ...digits])]
    return calls.map((call) => ({ call, uids: keys.map((one) => uidOf(one, call)) }))
  })
  const known = app.diary().entries.known(found.flatMap(({ uids }) => uids))
  return found
    .map(({ call: { at, kind, seconds }, uids }): LogCall => {
      const uid = uids.find((one) => known.has(one)) ?? uids[0] ?? ''
      return { uid, kind, seconds, at: app.momentSince1970(at), known: known.get(uid) ?? 'new' }
    })
    .toSorted((a, b) => a.at.instant - b.at.instant)
}

/** One call is one entry, from however many logs it comes: the number, the second and the kind are what it is. */
function uidOf(key: string, { at, kind }: KeptCall): string {
  return uidOfName(`call ${key} ${at} ${kind}`)
}

/** What they are owed an answer for; first what a log opened, complaints apart. */
function answerOwed(open: readonly OpenPromise[]): OpenPromise | undefined {
  const answers = open.filter(({ owner, kind }) => owner === 'mine' && isAnswer(kind) && kind !== 'complaint')
  return answers.find(({ fromCallLog }) => fromCallLog) ?? answers[0]
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
