import { compareDue, daysBetween, type Day } from '../../domain/day.ts'
import type { DateWords } from '../../domain/date-words.ts'
import { feedbackKinds, type Entry, type Feedback } from '../../domain/entry.ts'
import { isLate, type Moment } from '../../domain/moment.ts'
import { lateAfter, type DiaryPromise, type OpenPromise } from '../../domain/promise.ts'
import type { Drifting, First, Review, ReviewFacts, Waiting } from '../../domain/review.ts'
import type { Settings } from '../../domain/settings.ts'
import { answersTo, asksIn } from './answers.ts'
import { compared, isWithin } from './cases.ts'
import { keepInTouchLines } from '../page/keep-in-touch.ts'
import { firstContactWith, startsIn, startsByContact, countStarts } from './people.ts'
import { declineReasons, waitsOf } from './results.ts'
import { reachedAt, soldAt, triesOf } from './tries.ts'
import { wordKept } from './word.ts'

/** The settings that a review depends on. */
export type ReviewSettings = Pick<
  Settings,
  'week' | 'cadences' | 'keepInTouchPerDay' | 'answerInWorkingHours'
> & {
  readonly words: DateWords
}

/** The figures for the days of the facts, and for the days before them. */
export function reviewOf(now: Moment, facts: ReviewFacts, settings: ReviewSettings): Review {
  const { days, entries, met } = facts
  const closed = facts.closed.filter((promise) => promise.status !== 'open')
  const asks = asksIn(entries)
  const starts = startsIn(entries, asks)
  const late = facts.mine.filter((promise) => isLate(lateAfter(promise), now)).length
  const waiting = waitingOn(facts.theirs, now)
  const drifting = driftingNow(now, facts, settings)
  return {
    now,
    days,
    first: firstOf(late, waiting, drifting),
    word: compared(days, closed, closedOn, wordKept),
    late,
    answers: compared(
      days,
      asks,
      ({ asked }) => asked.at.day,
      (some) => answersTo(some, now, settings),
    ),
    inWorkingHours: settings.answerInWorkingHours,
    reached: compared(days, reachedAt(entries), ({ entry }) => entry.at.day, triesOf),
    sold: compared(days, soldAt(entries), ({ entry }) => entry.at.day, triesOf),
    declines: compared(days, closed, closedOn, declineReasons),
    waits: compared(days, closed, closedOn, waitsOf),
    starts: compared(days, starts, ({ at }) => at.day, countStarts),
    startsWith: startsByContact(starts.filter(({ at }) => isWithin(at.day, days.now))),
    firstContact: compared(
      days,
      met,
      ({ addedAt }) => addedAt.day,
      (some) => firstContactWith(some, entries),
    ),
    drifting,
    waiting,
    feedback: feedbackAmong(entries.filter(({ at }) => isWithin(at.day, days.now))),
  }
}

type ClosedPromise = Exclude<DiaryPromise, OpenPromise>

function closedOn({ closedAt }: ClosedPromise): Day {
  return closedAt.day
}

/** My own promises come before theirs, and theirs before contacts who owe nothing (R56). */
function firstOf(late: number, waiting: readonly Waiting[], drifting: readonly Drifting[]): First {
  if (late > 0) return 'late'
  if (waiting.some((line) => line.isLate)) return 'waiting'
  return drifting.length > 0 ? 'drifting' : null
}

function waitingOn(theirs: readonly OpenPromise[], now: Moment): Waiting[] {
  return theirs
    .toSorted((a, b) => compareDue(a.due, b.due) || a.id - b.id)
    .map((promise) => ({
      promise,
      daysLate: Math.max(0, daysBetween(promise.due.day, now.day)),
      isLate: isLate(lateAfter(promise), now),
    }))
}

function driftingNow(now: Moment, { regulars }: ReviewFacts, settings: ReviewSettings): Drifting[] {
  const context = { day: now.day, now, words: settings.words }
  return keepInTouchLines(regulars, settings, context).map(({ contact: { id, name }, daysLate, reason }) => ({
    contact: { id, name },
    daysLate,
    reason,
  }))
}

function feedbackAmong(entries: readonly Entry[]): Record<Feedback, Entry[]> {
  const newestFirst = entries.toReversed()
  const of = (kind: Feedback): Entry[] => newestFirst.filter(({ feedback }) => feedback === kind)
  return Object.fromEntries(feedbackKinds.map((kind) => [kind, of(kind)])) as Record<Feedback, Entry[]>
}
