import type { Channel } from './channel.ts'
import type { ContactName } from './contact.ts'
import type { Day, Due } from './day.ts'
import type { Moment } from './moment.ts'
import type { Repeat } from './repeat.ts'

/** `mine` is what I owe the contact, `theirs` what the contact owes me. */
export type Owner = 'mine' | 'theirs'

/** Most are plain promises; the other kinds come from plans and from things heard. */
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

const answerKinds: ReadonlySet<PromiseKind> = new Set<PromiseKind>(['call-back', 'answer', 'complaint'])

/** Whether promises of a kind answer something that was heard (R19, R20, R26). */
export function isAnswer(kind: PromiseKind): boolean {
  return answerKinds.has(kind)
}

/**
 * The answer already owed among the open promises with a contact: their complaint if there is one, because asking again
 * is about that (R24, R26).
 */
export function answerOwedTo(open: readonly OpenPromise[]): OpenPromise | undefined {
  const answers = open.filter(({ owner, kind }) => owner === 'mine' && isAnswer(kind))
  return answers.find(({ kind }) => kind === 'complaint') ?? answers[0]
}

/** How long an answer may take after they asked, in seconds (R21). */
export const answerLimit = 24 * 3600

/** How a promise was kept. */
export const closingOutcomes = ['reached', 'sold', 'declined', 'postponed'] as const
export type ClosingOutcome = (typeof closingOutcomes)[number]

/**
 * Sources that open promises automatically, and close those they opened: a call in a call log (R23), an answer in a
 * mailbox (R65).
 */
export type OpenedBy = 'call log' | 'mail'

export type PromiseContact = ContactName & { readonly company: string | null }

/** The fields of a promise in any status. */
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
  /** As last moved. */
  readonly due: Due
  /** What they were told: the first due, or that of the last `move --told` (R12). */
  readonly promised: Due
  readonly snoozedUntil: Day | null
  /** What it waits for: "prints are ready" (R14). */
  readonly trigger: string | null
  readonly plan: string | null
  /** The plan run and the index of the step that made this promise, if any. */
  readonly step: { readonly run: number; readonly index: number } | null
  /** The last day of the window that begins on the due day, if any (R29). */
  readonly windowUntil: Day | null
  /** The source that opened it; `null` once the user has changed its text. */
  readonly openedBy: OpenedBy | null
  /** Its repetition, if it repeats (R62). */
  readonly repeat: Repeat | null
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

/** A promise that is not in the diary yet. */
export type NewPromise = Omit<
  Commitment,
  'id' | 'uid' | 'contact' | 'about' | 'promised' | 'snoozedUntil' | 'madeAt'
> & {
  readonly contactId: number
  readonly aboutId: number | null
}

/** A plain promise of mine, with the known fields set. */
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
    openedBy: null,
    repeat: null,
    ...known,
  }
}

/** The last day or minute on which an open promise is not late: its due, or the end of the window that begins then (R29). */
export function lateAfter({ due, windowUntil }: Pick<Commitment, 'due' | 'windowUntil'>): Due {
  return endOfWindow(due, windowUntil)
}

/** The last day or minute on which a promise is kept on time: the promised one, or the end of its window (R29). */
export function onTimeUntil({ promised, windowUntil }: Pick<Commitment, 'promised' | 'windowUntil'>): Due {
  return endOfWindow(promised, windowUntil)
}

function endOfWindow(due: Due, windowUntil: Day | null): Due {
  return windowUntil === null || windowUntil <= due.day ? due : { day: windowUntil, time: null }
}

/**
 * Whether a kept promise was kept by its promised day or minute, or within its window, or, if it is an answer, within
 * 24 hours after they asked; `null` for an open or dropped one.
 */
export function keptOnTime(promise: DiaryPromise): boolean | null {
  if (promise.status !== 'kept') return null
  if (isAnswer(promise.kind) && promise.closedAt.instant - promise.madeAt.instant <= answerLimit) return true
  const { day, time } = promise.closedAt
  const until = onTimeUntil(promise)
  if (day !== until.day) return day < until.day
  return until.time === null || time <= until.time
}
