import {
  addDays,
  clockTime,
  daysBetween,
  minutesOf,
  weekdayOf,
  type Day,
  type Time,
} from '../../domain/day.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'

/** A local day and time; a `Moment` is one. */
export type ClockDay = { readonly day: Day; readonly time: Time }

/**
 * The time `minutes` working minutes later. Before opening time, counting starts at opening time; after closing time or
 * on a day off, when the next working day opens. A result at closing time stays on that day.
 *
 * @param minutes a whole number from 0 on
 * @example addWorkingMinutes({ day: sunday29November, time: '16:59' }, 60, mondayToFriday)
 * // { day: '2026-11-30', time: '10:00' }
 */
export function addWorkingMinutes(from: ClockDay, minutes: number, week: WorkingWeek): ClockDay {
  const starts = workingFrom(from, week)
  const sum = minutesWorked(starts, week) + minutes
  const days = Math.max(0, Math.ceil(sum / dayLength(week)) - 1)
  const time = timeAt(minutesOf(week.opens) + sum - days * dayLength(week))
  return { day: addWorkingDays(starts.day, days, week), time }
}

/** How many working minutes are between two times; negative where `to` is before `from`. */
export function workingMinutesBetween(from: ClockDay, to: ClockDay, week: WorkingWeek): number {
  if (to.day < from.day) return -workingMinutesBetween(to, from, week)
  const days = workingDaysIn(from.day, to.day, week)
  return days * dayLength(week) + minutesWorked(to, week) - minutesWorked(from, week)
}

/** The time itself during a working day, else the opening of the next one. */
function workingFrom(from: ClockDay, week: WorkingWeek): ClockDay {
  if (isWorkingDay(from.day, week) && from.time <= week.closes) return from
  return { day: workingDayFrom(addDays(from.day, 1), week), time: week.opens }
}

function dayLength({ opens, closes }: WorkingWeek): number {
  return minutesOf(closes) - minutesOf(opens)
}

/** The working minutes of its day up to a time. */
function minutesWorked({ day, time }: ClockDay, week: WorkingWeek): number {
  if (!isWorkingDay(day, week)) return 0
  return Math.min(dayLength(week), Math.max(0, minutesOf(time) - minutesOf(week.opens)))
}

/** How many working days there are from a day on and before another; counted by whole weeks, not day by day. */
function workingDaysIn(from: Day, until: Day, { days, holidays }: WorkingWeek): number {
  const length = daysBetween(from, until)
  const rest = Array.from({ length: length % 7 }, (_, index) => weekdayOf(addDays(from, index)))
  const off = [...holidays].filter((day) => from <= day && day < until && days.has(weekdayOf(day)))
  return Math.floor(length / 7) * days.size + rest.filter((weekday) => days.has(weekday)).length - off.length
}

function timeAt(minutes: number): Time {
  const time = clockTime(Math.floor(minutes / 60), minutes % 60)
  if (time === null) throw new RangeError(`no clock shows minute ${minutes} of a day`)
  return time
}
