import {
  addDays,
  addDaysOrNull,
  lastDay,
  partsOf,
  weekdayOf,
  type Day,
  type Weekday,
} from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import { addWorkingDays, workingDayUntil, type WorkingWeek } from '../../domain/working-week.ts'

/**
 * Returns the computed day; a phrase is never read as a different one.
 *
 * @throws FuError `usage` if it is `null`, because the calendar ends before it
 */
export function inCalendar(day: Day | null, phrase: string): Day {
  if (day === null) throw usage(`"${phrase}" is after the year 9999.`, 'Try "today".')
  return day
}

/** The working day `count` working days later; `null` if the calendar ends before it. */
export function workingDaysAway(day: Day, count: number, week: WorkingWeek): Day | null {
  const reached = addWorkingDays(day, count, week)
  const before = reached !== lastDay || count === 1 ? day : addWorkingDays(day, count - 1, week)
  return reached === before ? null : reached
}

/** The working day `count` working days earlier. */
export function workingDaysBefore(day: Day, count: number, week: WorkingWeek): Day {
  let reached = day
  for (let left = count; left > 0; left -= 1) reached = workingDayUntil(addDays(reached, -1), week)
  return reached
}

/** The first day of the month of a day. */
export function firstOfMonth(day: Day): Day {
  return addDays(day, 1 - partsOf(day).dayOfMonth)
}

/** The first such weekday after a day, never the day itself; `null` if the calendar ends before it. */
export function weekdayAfter(day: Day, weekday: Weekday): Day | null {
  return addDaysOrNull(day, (weekday - weekdayOf(day) + 7) % 7 || 7)
}

/** The last such weekday before a day, never the day itself. */
export function weekdayBefore(day: Day, weekday: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - weekday + 7) % 7 || 7))
}
