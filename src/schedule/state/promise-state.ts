import { compareDue, type Due } from '../../domain/day.ts'
import { isBounce, mailOf } from '../../domain/entry-data.ts'
import { isAfter, isAttempt, type Entry, type StateEntry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import { moveOf } from '../../domain/move.ts'
import type { Ladder } from '../../domain/plan.ts'
import { isAnswer, type DiaryPromise } from '../../domain/promise.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'
import { isTickler, rungsFor, type Attempt } from './ladder.ts'
import { isMove, nextDue } from './next-due.ts'

/** The state of a promise: its attempts, its moves, and its next due. */
export type PromiseState<Each extends StateEntry = Entry> = {
  /** Attempts since the contact was last reached, including busy lines and wrong numbers. */
  readonly attempts: number
  /** How many of those attempts had the outcome of the last one. */
  readonly alike: number
  /** How often the one who owes was asked again: I asked for what they owe (R17), they asked for what I owe (R24). */
  readonly chases: number
  /** The last time I asked for what they owe, whether I reached them or not (R17). */
  readonly lastChase: Each | null
  readonly moves: number
  /** Whether they were ever told of a new day (R12). */
  readonly told: boolean
  /** The last attempt, even if the contact was reached since. */
  readonly lastAttempt: (Each & Attempt) | null
  /** What they said about it, oldest first; if it is an answer, the first entry is the request. */
  readonly heard: readonly Each[]
  /** The last message of mine, after they asked, that may be the answer: nobody knows (R65). */
  readonly wrote: Each | null
  /** The entry that started it, if any: something sent or sold, or a bounce. */
  readonly begunBy: Each | null
  /** Whether the last of those attempts was a wrong number (R35). */
  readonly findNumber: boolean
  /** Whether the next attempt asks for a call and an email (R33). */
  readonly tickler: boolean
  /** When it is due next: the effective day, with a time if it has one. */
  readonly next: Due
  /** The due from which lateness counts. */
  readonly lateFrom: Due
}

/** The facts that a state depends on besides the promise and its entries. */
export type PromiseStateFacts = {
  readonly lastRealContact: Pick<Entry, 'id' | 'at'> | null
  readonly ladders: readonly Ladder[]
  readonly now: Moment
}

type StatefulPromise = Pick<
  DiaryPromise,
  'owner' | 'kind' | 'status' | 'due' | 'windowUntil' | 'snoozedUntil'
>

/** The state of a promise after its own entries (oldest first) and the last real contact with its contact. */
export function promiseState<Each extends StateEntry>(
  promise: StatefulPromise,
  entries: readonly Each[],
  { lastRealContact, ladders, now }: PromiseStateFacts,
  week: WorkingWeek,
): PromiseState<Each> {
  const made = entries.filter(isAttemptEntry).filter((entry) => !isReturned(entry, promise))
  // The contact of a closed promise was reached in the end: all attempts made were needed.
  const since = promise.status === 'open' ? lastRealContact : null
  const attempts = since === null ? made : made.filter((attempt) => isAfter(attempt, since))
  const last = attempts.at(-1)
  const heard = entries.filter(isHeard)
  const moves = entries.filter(isMove)
  const rungs = rungsFor(attempts, ladders)
  const chases = entries.filter(isChase)
  const { next, lateFrom } = nextDue(promise, entries, attempts, rungs, { now, week })
  return {
    attempts: attempts.length,
    alike: attempts.filter(({ outcome }) => outcome === last?.outcome).length,
    chases: promise.owner === 'theirs' ? chases.length : timesAsked(promise, heard),
    lastChase: promise.owner === 'theirs' ? (chases.at(-1) ?? null) : null,
    moves: moves.filter(isToAnotherDay).length,
    told: moves.some(isTold),
    lastAttempt: made.at(-1) ?? null,
    heard,
    wrote: promise.owner === 'mine' ? wroteAfter(heard.at(-1), entries) : null,
    begunBy: entries.find(isBeginning) ?? null,
    findNumber: last?.outcome === 'wrong-number',
    tickler: isTickler(attempts, rungs),
    next,
    lateFrom,
  }
}

function isAttemptEntry<Each extends StateEntry>(entry: Each): entry is Each & Attempt {
  return isAttempt(entry)
}

/** Whether I asked for what they owe: without an answer, with a new day as the answer, or with any other answer. */
function isChase(entry: StateEntry): boolean {
  const { act, direction } = entry
  return isAttempt(entry) || act === 'told' || (act === 'logged' && direction === 'out')
}

function isHeard({ act }: StateEntry): boolean {
  return act === 'heard'
}

function wroteAfter<Each extends StateEntry>(asked: Each | undefined, entries: readonly Each[]): Each | null {
  const wrote = entries.findLast(
    (entry) => entry.act === 'logged' && entry.direction === 'out' && mailOf(entry) !== null,
  )
  return wrote === undefined || (asked !== undefined && isAfter(asked, wrote)) ? null : wrote
}

function isTold({ act }: StateEntry): boolean {
  return act === 'told'
}

function isBeginning(entry: StateEntry): boolean {
  return entry.act === 'sent' || entry.act === 'sold' || isBounce(entry)
}

/** Whether an entry records a bounce: it is why another address is looked for, and not a try to find it. */
function isReturned(entry: StateEntry, { kind }: StatefulPromise): boolean {
  return kind === 'wrong-number' && isBounce(entry)
}

/** A move to the same day only cancels a snooze. */
function isToAnotherDay(entry: StateEntry): boolean {
  const move = moveOf(entry)
  return move === null || compareDue(move.from, move.to) !== 0
}

/** How often they asked for what I owe. For an answer, the first request opens it and does not count. */
function timesAsked({ kind }: StatefulPromise, heard: readonly StateEntry[]): number {
  return isAnswer(kind) ? Math.max(0, heard.length - 1) : heard.length
}
