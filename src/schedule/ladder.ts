import { addDays, clockTime, minutesOf, type Day, type Due } from '../domain/day.ts'
import type { AttemptOutcome } from '../domain/entry.ts'
import type { Moment } from '../domain/moment.ts'
import { workingDayFrom, type WorkingWeek } from '../domain/working-week.ts'
import { remembered } from './remembered.ts'

/** One attempt on a promise: when it was made, and why nobody was reached (R35). */
export type Attempt = { readonly at: Moment; readonly outcome: AttemptOutcome }

/**
 * Calendar days from an attempt to the next try: a message twice in the first week and once a week for three
 * weeks (R32), then the tickler, for as long as it takes (R33).
 */
export const noAnswerLadder = { rungs: [3, 7, 7, 7], tickler: 30 } as const

/**
 * When to try again after the attempts on one promise since its contact was last reached, oldest first; `null`
 * where there was none. A rung that ends on a day off moves forward to a working day. After `busy` it is an hour
 * later on the same day, a day off or not, since they are evidently about; once that is past closing time, it is
 * the next working day. A wrong number can be put right at once, so the line stays due.
 *
 * @example nextTry([{ at: thursday26November, outcome: 'no-answer' }], mondayToFriday)
 * // { day: '2026-11-30', time: null }: three days later is a Sunday
 */
export function nextTry(attempts: readonly Attempt[], week: WorkingWeek): Due | null {
  const last = attempts.at(-1)
  if (last === undefined) return null
  if (last.outcome === 'busy') return anHourAfter(last.at, week)
  if (last.outcome === 'wrong-number') return { day: last.at.day, time: null }
  const days = noAnswerLadder.rungs[rungsUsed(attempts) - 1] ?? noAnswerLadder.tickler
  return { day: rungEnd(week)(days)(last.at.day), time: null }
}

/** Whether the next try is the tickler, or one after it: it asks for a call and an email (R33). */
export function isTickler(attempts: readonly Attempt[]): boolean {
  return rungsUsed(attempts) > noAnswerLadder.rungs.length
}

/** In a week, where a rung of so many days ends that begins on a day. */
const rungEnd = remembered(
  (week: WorkingWeek) =>
    remembered((days: number) => remembered((day: Day) => workingDayFrom(addDays(day, days), week))),
  new WeakMap<WorkingWeek, (days: number) => (day: Day) => Day>(),
)

function rungsUsed(attempts: readonly Attempt[]): number {
  return attempts.filter(({ outcome }) => outcome !== 'busy' && outcome !== 'wrong-number').length
}

function anHourAfter({ day, time }: Moment, week: WorkingWeek): Due {
  const minutes = minutesOf(time) + 60
  const later = clockTime(Math.floor(minutes / 60), minutes % 60)
  if (later !== null && later <= week.closes) return { day, time: later }
  return { day: workingDayFrom(addDays(day, 1), week), time: null }
}
