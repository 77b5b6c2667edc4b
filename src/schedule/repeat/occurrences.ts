import {
  addDays,
  addMonths,
  civilDay,
  daysBetween,
  lastDayOfMonth,
  latestDay,
  partsOf,
  weekdayOf,
  type Day,
  type Due,
} from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import { periodAfter, type CalendarPeriod } from '../../domain/period.ts'
import type { Every, Repeat } from '../../domain/repeat.ts'

/**
 * The first occurrence of a repeating promise, for one that was given no day: the first one after today, counted from
 * today (R62). `null` after the end of the calendar.
 */
export function firstOccurrence(
  every: Every,
  today: Day,
): { readonly due: Due; readonly repeat: Repeat } | null {
  const anchor = { day: today, time: null }
  const day = occurrenceAfter({ every, anchor }, today)
  return day === null ? null : { due: { day, time: null }, repeat: { every, anchor, occurrence: day } }
}

/**
 * The next occurrence of a repeating promise that was closed on a day: the first one, counted from the anchor, that is
 * after that day, after the occurrence that was closed, and not in the past (R62). `null` after the end of the calendar.
 */
export function nextOccurrence(repeat: Repeat, closed: Day, now: Moment): Due | null {
  const { time } = repeat.anchor
  const after = latestDay(repeat.occurrence, closed, addDays(now.day, -1))
  const first = occurrenceAfter(repeat, after)
  const isPast = first === now.day && time !== null && time <= now.time
  const day = isPast ? occurrenceAfter(repeat, now.day) : first
  return day === null ? null : { day, time }
}

/** The first occurrence after a day; never before the anchor. */
function occurrenceAfter({ every, anchor }: Pick<Repeat, 'every' | 'anchor'>, after: Day): Day | null {
  const from = latestDay(anchor.day, addDays(after, 1))
  const day =
    'weekday' in every
      ? addDays(from, (every.weekday - weekdayOf(from) + 7) % 7)
      : 'dayOfMonth' in every
        ? dayOfMonthFrom(from, every.dayOfMonth)
        : periodFrom(anchor.day, every, from)
  // The calendar ends: days counted beyond it are its last day.
  return day > after ? day : null
}

/** The first date, from a day on, with this day of the month, or at the end of a shorter month. */
function dayOfMonthFrom(from: Day, dayOfMonth: number): Day {
  const inMonth = (first: Day): Day => {
    const { year, month } = partsOf(first)
    return civilDay(year, month, dayOfMonth) ?? lastDayOfMonth(first)
  }
  const day = inMonth(from)
  return day >= from ? day : inMonth(addMonths(`${from.slice(0, 8)}01` as Day, 1))
}

/** The first date, from a day on, that is a whole number of periods after the anchor. */
function periodFrom(anchor: Day, period: CalendarPeriod, from: Day): Day {
  // The end of a month may come a few days early, so the estimate is at most one too high.
  const least = Math.max(0, Math.floor(daysBetween(anchor, from) / longest[period.unit] / period.count) - 1)
  let times = least
  let day = periodAfter(anchor, period, times)
  while (day < from) {
    times += 1
    const next = periodAfter(anchor, period, times)
    if (next === day) return day
    day = next
  }
  return day
}

/** The longest average length of each unit, in days. */
const longest = { d: 1, w: 7, mo: 31, y: 366 } as const
