import type { Channel, ContactName } from './contact.ts'
import type { Day, Due } from './day.ts'
import type { Moment } from './moment.ts'

/** Who owes: `mine` is what I owe the contact, `theirs` what the contact owes me. */
export type Owner = 'mine' | 'theirs'

/** What a promise is about; most are plain promises, the others come from plans and from what was heard. */
export const promiseKinds = [
  'promise',
  'call-back',
  'answer',
  'complaint',
  'receipt',
  'thanks',
  'happiness',
  'met',
  'tickler',
  'wrong-number',
  'other',
] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** How a promise was closed, where somebody was reached. */
export const closingOutcomes = ['reached', 'sold', 'declined', 'postponed'] as const
export type ClosingOutcome = (typeof closingOutcomes)[number]

/** The contact of a promise, as far as a promise names them. */
export type PromiseContact = ContactName & { readonly company: string | null }

/** What was promised, whatever became of it. */
export type Commitment = {
  readonly id: number
  readonly uid: string
  readonly contact: PromiseContact
  /** The client a colleague's promise is about (R18). */
  readonly about: ContactName | null
  readonly owner: Owner
  readonly what: string
  readonly channel: Channel | null
  readonly kind: PromiseKind
  readonly hot: boolean
  /** When it is due, as last moved. */
  readonly due: Due
  /** What they were told: the first due, or that of the last `move --told` (R12). */
  readonly promised: Due
  readonly snoozedUntil: Day | null
  /** What it waits for, in words: "prints are ready" (R14). */
  readonly trigger: string | null
  readonly plan: string | null
  /** The plan that was started and the number of its step, where one made this promise. */
  readonly step: { readonly run: number; readonly index: number } | null
  /** The last day of the window that the due day begins, where there is one (R29). */
  readonly windowUntil: Day | null
  /** Whether a call log made it, and nobody said it in other words since: a call in a log closes it (R23). */
  readonly fromCallLog: boolean
  readonly madeAt: Moment
}

export type OpenPromise = Commitment & { readonly status: 'open' }
export type KeptPromise = Commitment & {
  readonly status: 'kept'
  readonly closedAt: Moment
  readonly outcome: ClosingOutcome
  /** Why it was declined or postponed (R48). */
  readonly reason: string | null
  readonly note: string | null
}
export type DroppedPromise = Commitment & {
  readonly status: 'dropped'
  readonly closedAt: Moment
  readonly reason: string
}

/** A dated thing somebody owes. */
export type DiaryPromise = OpenPromise | KeptPromise | DroppedPromise

/** What is known of a promise before it is written. */
export type NewPromise = Omit<
  Commitment,
  'id' | 'uid' | 'contact' | 'about' | 'promised' | 'snoozedUntil' | 'madeAt'
> & {
  readonly contactId: number
  readonly aboutId: number | null
}

/** A plain promise of mine, but for what is known of it. */
export function newPromise(
  known: Pick<NewPromise, 'contactId' | 'what' | 'due'> & Partial<NewPromise>,
): NewPromise {
  return {
    aboutId: null,
    owner: 'mine',
    channel: null,
    kind: 'promise',
    hot: false,
    trigger: null,
    plan: null,
    step: null,
    windowUntil: null,
    fromCallLog: false,
    ...known,
  }
}

/** Whether a closed promise was closed by its promised day or minute; `null` while it is open or was dropped. */
export function keptOnTime(promise: DiaryPromise): boolean | null {
  if (promise.status !== 'kept') return null
  const { day, time } = promise.closedAt
  if (day !== promise.promised.day) return day < promise.promised.day
  return promise.promised.time === null || time <= promise.promised.time
}
