import { addDays, weekdayOf, type Day, type Time, type Weekday } from './day.ts'

/** The days and hours the user works. Computed days move to a working day, typed days stay as typed. */
export type WorkingWeek = {
  /** At least one. */
  readonly days: ReadonlySet<Weekday>
  readonly opens: Time
  /** Later than `opens`. */
  readonly closes: Time
  readonly holidays: ReadonlySet<Day>
}

/** The search for a working day ends after a leap year; then every day is marked as a holiday. */
const longestHoliday = 366

/** Whether the user works on the day. */
export function isWorkingDay(day: Day, week: WorkingWeek): boolean {
  return week.days.has(weekdayOf(day)) && !week.holidays.has(day)
}

/** The day itself if it is a working day, else the next one. */
export function workingDayFrom(day: Day, week: WorkingWeek): Day {
  return seek(day, 1, week)
}

/** The day itself if it is a working day, else the last one before it. */
export function workingDayUntil(day: Day, week: WorkingWeek): Day {
  return seek(day, -1, week)
}

/**
 * The working day `count` working days after the day; `count` is at least 1.
 *
 * @example addWorkingDays('2026-11-27', 1, mondayToFriday) // '2026-11-30', from Friday to Monday
 */
export function addWorkingDays(day: Day, count: number, week: WorkingWeek): Day {
  let reached = day
  for (let left = count; left > 0; left -= 1) reached = workingDayFrom(addDays(reached, 1), week)
  return reached
}

function seek(day: Day, step: 1 | -1, week: WorkingWeek): Day {
  for (let distance = 0; distance <= longestHoliday; distance += 1) {
    const candidate = addDays(day, distance * step)
    if (isWorkingDay(candidate, week)) return candidate
  }
  return day
}
