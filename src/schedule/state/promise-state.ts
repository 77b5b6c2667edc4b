import { compareDue, type Due } from '../../domain/day.ts'
import { isAfter, isAttempt, type Entry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import { moveOf } from '../../domain/move.ts'
import type { Ladder } from '../../domain/plan.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'
import { isAnswer } from './answer-clock.ts'
import { isTickler, rungsFor, type Attempt } from './ladder.ts'
import { isMove, nextDue } from './next-due.ts'

/** Where a promise stands: what was tried and moved, and what is to be done next. */
export type PromiseState = {
  /** Attempts since the contact was last reached, busy lines and wrong numbers among them. */
  readonly attempts: number
  /** How many of those attempts ended as the last one did. */
  readonly alike: number
  /** How often the one who owes was asked again: I asked for what they owe (R17), they asked for what I owe (R24). */
  readonly chases: number
  readonly moves: number
  /** Whether they were ever told of a new day (R12). */
  readonly told: boolean
  /** The last attempt ever made on it, even where the contact was reached since. */
  readonly lastAttempt: (Entry & Attempt) | null
  /** What they said about it, oldest first; the first of them began it where it is an answer. */
  readonly heard: readonly Entry[]
  /** The thing sent or sold that began it, where one did. */
  readonly begunBy: Entry | null
  /** Whether the last attempt since the contact was reached got a wrong number (R35). */
  readonly findNumber: boolean
  /** Whether the next try asks for a call and an email (R33). */
  readonly tickler: boolean
  /** The effective day, with its time where it has one: when the line is to be done. */
  readonly next: Due
  /** What lateness counts from. */
  readonly lateFrom: Due
}

/** What is known besides a promise's own entries: the last real contact with its contact, the ladder's versions. */
export type PromiseStateFacts = {
  readonly lastRealContact: Entry | null
  readonly ladders: readonly Ladder[]
  /** When it is asked. */
  readonly now: Moment
}

/** What of a promise its state depends on. */
type StatefulPromise = Pick<DiaryPromise, 'owner' | 'kind' | 'status' | 'due' | 'snoozedUntil'>

/** Where a promise stands after its own entries (oldest first) and the last real contact with its contact. */
export function promiseState(
  promise: StatefulPromise,
  entries: readonly Entry[],
  { lastRealContact, ladders, now }: PromiseStateFacts,
  week: WorkingWeek,
): PromiseState {
  const made = entries.filter(isAttemptEntry)
  // The contact of a closed promise was reached in the end: all attempts made were needed.
  const since = promise.status === 'open' ? lastRealContact : null
  const attempts = since === null ? made : made.filter((attempt) => isAfter(attempt, since))
  const last = attempts.at(-1)
  const heard = entries.filter(isHeard)
  const moves = entries.filter(isMove)
  const rungs = rungsFor(attempts, ladders)
  const { next, lateFrom } = nextDue(promise, entries, attempts, rungs, { now, week })
  return {
    attempts: attempts.length,
    alike: attempts.filter(({ outcome }) => outcome === last?.outcome).length,
    chases: promise.owner === 'theirs' ? made.length : timesAsked(promise, heard),
    moves: moves.filter(isToAnotherDay).length,
    told: moves.some(isTold),
    lastAttempt: made.at(-1) ?? null,
    heard,
    begunBy: entries.find(isBeginning) ?? null,
    findNumber: last?.outcome === 'wrong-number',
    tickler: isTickler(attempts, rungs),
    next,
    lateFrom,
  }
}

function isAttemptEntry(entry: Entry): entry is Entry & Attempt {
  return isAttempt(entry)
}

function isHeard({ act }: Entry): boolean {
  return act === 'heard'
}

function isTold({ act }: Entry): boolean {
  return act === 'told'
}

function isBeginning({ act }: Entry): boolean {
  return act === 'sent' || act === 'sold'
}

/** A move to the day the promise has already only cancels what put it off. */
function isToAnotherDay(entry: Entry): boolean {
  const move = moveOf(entry)
  return move === null || compareDue(move.from, move.to) !== 0
}

/** How often they asked for what I owe; the first time is what begins an answer, and does not count there. */
function timesAsked({ kind }: StatefulPromise, heard: readonly Entry[]): number {
  return isAnswer(kind) ? Math.max(0, heard.length - 1) : heard.length
}
