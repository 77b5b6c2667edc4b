import { addDays, compareDue, type Due } from '../../domain/day.ts'
import { isAfter, isAttempt, type Entry } from '../../domain/entry.ts'
import { clockSlack, type Moment } from '../../domain/moment.ts'
import { asWritten, moveOf } from '../../domain/move.ts'
import type { Ladder } from '../../domain/plan.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'
import { isAnswer } from './answer-clock.ts'
import { isTickler, nextTry, rungsFor, type Attempt } from './ladder.ts'

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

/** What of a promise decides where it stands. */
type StatefulPromise = Pick<DiaryPromise, 'owner' | 'kind' | 'status' | 'due' | 'snoozedUntil'>

/**
 * Where a promise stands after its own entries (oldest first) and the last real contact with its contact.
 *
 * `next` is the latest of the due, the try that the ladder asks for after one on or after the due, and the day it is
 * snoozed to. What the user typed last holds: a move sets aside the attempts and the snoozes made before it, or a line
 * moved to Friday would come up when the ladder says. The rungs used stay used, and the next attempt climbs on from
 * there.
 *
 * `lateFrom` is the due, since that is what they were told; after an attempt on or after the due day it is the
 * next try. A snooze does not stop it. A complaint is tried again on the next working day at the latest (R26).
 */
export function promiseState(
  promise: StatefulPromise,
  entries: readonly Entry[],
  { lastRealContact, ladders, now }: PromiseStateFacts,
  week: WorkingWeek,
): PromiseState {
  if (entries.length === 0) return untouched(promise)
  const made = only(entries, isAttemptEntry)
  // What is closed was reached in the end: its attempts are all that it took.
  const since = promise.status === 'open' ? lastRealContact : null
  const attempts = since === null ? made : only(made, (attempt) => isAfter(attempt, since))
  const last = attempts.at(-1)
  const heard = only(entries, isHeard)
  const moves = only(entries, isMove)
  const rungs = rungsFor(attempts, ladders)
  const holds = moves.length === 0 ? unmoved : sinceLastMove(entries)
  // A clock that once ran years ahead must not take a line off the pages until then.
  const isInTime = ({ at }: Entry): boolean => at.instant <= now.instant + clockSlack
  const snooze = holds.snoozes && isSnoozed(promise, entries, isInTime) ? snoozeOf(promise) : null
  const tried = only(attempts, isInTime)
  // A try before its day leaves it to its day, since that is what they were told.
  const latest = tried.at(-1)
  const counts = holds.attempts && latest !== undefined && !isBefore(latest.at, promise.due)
  const again = counts ? triedAgain(promise, nextTry(tried, rungs, week), latest, week) : null

  return {
    attempts: attempts.length,
    alike: only(attempts, ({ outcome }) => outcome === last?.outcome).length,
    chases: promise.owner === 'theirs' ? made.length : timesAsked(promise, heard),
    moves: only(moves, toAnotherDay).length,
    told: moves.some(({ act }) => act === 'told'),
    lastAttempt: made.at(-1) ?? null,
    heard,
    begunBy: entries.find(isBeginning) ?? null,
    findNumber: last?.outcome === 'wrong-number',
    tickler: isTickler(attempts, rungs),
    next: latestOf(promise.due, again, snooze),
    lateFrom: latestOf(promise.due, again),
  }
}

/** Whether a moment comes before a due day, or on it before the due time. */
function isBefore({ day, time }: Moment, due: Due): boolean {
  return day < due.day || (day === due.day && due.time !== null && time < due.time)
}

function triedAgain(
  { kind }: StatefulPromise,
  again: Due | null,
  last: Entry,
  week: WorkingWeek,
): Due | null {
  if (again === null || kind !== 'complaint') return again
  const soon = { day: workingDayFrom(addDays(last.at.day, 1), week), time: null }
  return compareDue(again, soon) < 0 ? again : soon
}

const nothing: readonly never[] = []

/** Where a promise stands that nothing has happened to, as most do: written out, since a long page has many. */
export function untouched(promise: StatefulPromise): PromiseState {
  return {
    attempts: 0,
    alike: 0,
    chases: 0,
    moves: 0,
    told: false,
    lastAttempt: null,
    heard: nothing,
    begunBy: null,
    findNumber: false,
    tickler: false,
    next: untouchedNext(promise),
    lateFrom: promise.due,
  }
}

/** When a promise that nothing has happened to is next to be done. */
export function untouchedNext(promise: StatefulPromise): Due {
  return promise.snoozedUntil === null ? promise.due : latestOf(promise.due, snoozeOf(promise))
}

/** Whether a snooze stands: the last that was written, or one that came without its entry. */
function isSnoozed(
  { snoozedUntil }: StatefulPromise,
  entries: readonly Entry[],
  isInTime: (entry: Entry) => boolean,
): boolean {
  if (snoozedUntil === null) return false
  const last = asWritten(entries).findLast(isSnooze)
  return last === undefined || isInTime(last)
}

function snoozeOf({ snoozedUntil }: StatefulPromise): Due | null {
  return snoozedUntil === null ? null : { day: snoozedUntil, time: null }
}

/** Which of the snoozes and the attempts still count. */
type Holding = { readonly snoozes: boolean; readonly attempts: boolean }

const unmoved: Holding = { snoozes: true, attempts: true }

/** By the order they were written in, not by their moments: the clock may have been set back in between. */
function sinceLastMove(entries: readonly Entry[]): Holding {
  const written = asWritten(entries)
  const lastMove = written.findLastIndex(isMove)
  return {
    snoozes: written.findLastIndex(isSnooze) >= lastMove,
    attempts: written.findLastIndex(isAttemptEntry) >= lastMove,
  }
}

/** The items that are so. Most promises have a short history all of one kind, which needs no list of its own. */
function only<Item, Found extends Item>(
  items: readonly Item[],
  isSo: (item: Item) => item is Found,
): readonly Found[]
function only<Item>(items: readonly Item[], isSo: (item: Item) => boolean): readonly Item[]
function only<Item>(items: readonly Item[], isSo: (item: Item) => boolean): readonly Item[] {
  if (items.every(isSo)) return items
  return items.some(isSo) ? items.filter(isSo) : nothing
}

function isAttemptEntry(entry: Entry): entry is Entry & Attempt {
  return isAttempt(entry)
}

function isMove({ act }: Entry): boolean {
  return act === 'moved' || act === 'told'
}

/** A move to the day it has only takes back what put it off. */
function toAnotherDay(entry: Entry): boolean {
  const move = moveOf(entry)
  return move === null || compareDue(move.from, move.to) !== 0
}

function isHeard({ act }: Entry): boolean {
  return act === 'heard'
}

function isBeginning({ act }: Entry): boolean {
  return act === 'sent' || act === 'sold'
}

/** How often they asked for what I owe: an answer is begun by the first time, a promise of mine was not. */
function timesAsked({ kind }: StatefulPromise, heard: readonly Entry[]): number {
  return isAnswer(kind) ? Math.max(0, heard.length - 1) : heard.length
}

function isSnooze({ act }: Entry): boolean {
  return act === 'snoozed'
}

/** The latest due; on one day, a time is later than none. */
function latestOf(first: Due, ...others: (Due | null)[]): Due {
  return others.reduce<Due>(
    (latest, due) => (due !== null && compareDue(due, latest) > 0 ? due : latest),
    first,
  )
}
