import { addDays, clockTime, minutesOf, type Due } from '../../domain/day.ts'
import type { AttemptOutcome } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Period } from '../../domain/period.ts'
import { ladderAt, type Ladder, type Offset } from '../../domain/plan.ts'
import { workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'
import { noAnswer } from '../plans/built-in-plans.ts'
import { periodEnd } from '../plans/plan.ts'

/** One attempt on a promise: when it was made, and why nobody was reached (R35). */
export type Attempt = { readonly at: Moment; readonly outcome: AttemptOutcome }

/** The time from each attempt to the next; at least one rung, the last one repeats. */
export type Rungs = readonly Offset[]

/** The default rungs (R32, R33). */
export const builtInRungs: Rungs = noAnswer.steps.map(({ offset }) => offset)

/** The rungs that attempts climb: those in force at the first attempt (R37). */
export function rungsFor(attempts: readonly Attempt[], ladders: readonly Ladder[]): Rungs {
  const first = attempts[0]
  const ladder = first === undefined ? null : ladderAt(ladders, first.at.instant)
  return ladder === null || ladder.rungs.length === 0 ? builtInRungs : ladder.rungs
}

/**
 * When to try again after the attempts on one promise since its contact was last reached (oldest first); `null` without
 * attempts. A rung that ends on a day off moves forward to a working day. After `busy` it is an hour later on the same
 * day, even a day off, because they are evidently there; past closing time it is the next working day. A wrong number can
 * be corrected at once, so the line stays due.
 *
 * @example nextTry([{ at: thursday26November, outcome: 'no-answer' }], builtInRungs, mondayToFriday)
 * // { day: '2026-11-30', time: null }: three days later is a Sunday
 */
export function nextTry(attempts: readonly Attempt[], rungs: Rungs, week: WorkingWeek): Due | null {
  const last = attempts.at(-1)
  if (last === undefined) return null
  if (last.outcome === 'busy') return anHourAfter(last.at, week)
  if (last.outcome === 'wrong-number') return { day: last.at.day, time: null }
  const rung = rungs[rungsUsed(attempts) - 1] ?? rungs.at(-1) ?? aDay
  return { day: periodEnd(last.at.day, daysOf(rung), week), time: null }
}

/** Whether the next attempt is the tickler, the last rung: it asks for a call and an email (R33). */
export function isTickler(attempts: readonly Attempt[], rungs: Rungs): boolean {
  return attempts.length > 0 && rungsUsed(attempts) >= rungs.length
}

const aDay: Offset = { unit: 'd', count: 1 }

/** A rung as a period of at least a day: attempts are at least a day apart. */
function daysOf(rung: Offset): Period {
  if (rung.unit === 'now' || rung.unit === 'm' || rung.unit === 'h') return { unit: 'd', count: 1 }
  return { unit: rung.unit, count: rung.count }
}

function rungsUsed(attempts: readonly Attempt[]): number {
  let used = 0
  for (const { outcome } of attempts) if (outcome !== 'busy' && outcome !== 'wrong-number') used += 1
  return used
}

function anHourAfter({ day, time }: Moment, week: WorkingWeek): Due {
  const minutes = minutesOf(time) + 60
  const later = clockTime(Math.floor(minutes / 60), minutes % 60)
  if (later !== null && later <= week.closes) return { day, time: later }
  return { day: workingDayFrom(addDays(day, 1), week), time: null }
}
