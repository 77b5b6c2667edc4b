import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths as addMonthsTo } from 'date-fns/addMonths'

declare const dayBrand: unique symbol
declare const timeBrand: unique symbol

/** A civil date, `YYYY-MM-DD`, in no time zone. Compares and sorts as text. */
export type Day = string & { readonly [dayBrand]: true }

/** A time of day on a 24-hour clock, `HH:MM`. Compares and sorts as text. */
export type Time = string & { readonly [timeBrand]: true }

/** When something is due: a day, late from the next day on; or a minute of it, late from that minute (R11). */
export type Due = { readonly day: Day; readonly time: Time | null }

/** ISO number of a weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * The day of a year (0–9999), month (1–12) and day of the month, or `null` if the calendar has no such day.
 *
 * @example civilDay(2026, 2, 28) // '2026-02-28'
 * @example civilDay(2026, 2, 30) // null
 */
export function civilDay(year: number, month: number, dayOfMonth: number): Day | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`
  return isDay(text) ? text : null
}

/** Whether the text is a day that the calendar has, written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayAt(dayNumber(text as Day)) === text
}

/**
 * The day `number` days after 1970-01-01, or `null` outside the years 0 to 9999.
 *
 * @example dayFromNumber(20_782) // '2026-11-25'
 */
export function dayFromNumber(number: number): Day | null {
  return number >= firstNumber && number <= lastNumber ? dayAt(number) : null
}

/**
 * How many days after 1970-01-01 a day is, the inverse of `dayFromNumber`.
 *
 * @example dayNumber('2026-11-25') // 20_782
 */
export function dayNumber(day: Day): number {
  const { year, month, dayOfMonth } = partsOf(day)
  return numberIn(year, month, dayOfMonth)
}

/** Whether the text is a time of day written `HH:MM`, from 00:00 to 23:59. */
export function isTime(text: string): text is Time {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/**
 * The time of an hour (0–23) and minute (0–59), or `null` if no clock shows it.
 *
 * @example clockTime(9, 5) // '09:05'
 */
export function clockTime(hour: number, minute: number): Time | null {
  if (!isBelow(hour, 24) || !isBelow(minute, 60)) return null
  return `${pad(hour, 2)}:${pad(minute, 2)}` as Time
}

function isBelow(number: number, limit: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < limit
}

/** The time that is this many whole minutes (0–1439) after midnight, or `null` for other numbers. */
export function timeAt(minutes: number): Time | null {
  return clockTime(Math.floor(minutes / 60), minutes % 60)
}

/** The minutes since midnight of a time of day. */
export function minutesOf(time: Time): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

const firstDay = '0000-01-01' as Day

/** Later days do not fit `YYYY-MM-DD`, and do not compare as text. */
export const lastDay = '9999-12-31' as Day

/** The day `count` calendar days later, or earlier if `count` is negative; clamped to the years 0 to 9999. */
export function addDays(day: Day, count: number): Day {
  return addDaysOrNull(day, count) ?? endTowards(count)
}

/** As `addDays`, but `null` outside the years 0 to 9999. */
export function addDaysOrNull(day: Day, count: number): Day | null {
  return dayFromNumber(dayNumber(day) + count)
}

/**
 * The day `count` months later, or the last day of that month if it is shorter; clamped to the years 0 to 9999. Count
 * from the anchor, never from an earlier result, or the day of the month drifts.
 *
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 * @example addMonths('2026-01-31', 2) // '2026-03-31'
 */
export function addMonths(day: Day, count: number): Day {
  return addMonthsOrNull(day, count) ?? endTowards(count)
}

/** As `addMonths`, but `null` outside the years 0 to 9999. */
export function addMonthsOrNull(day: Day, count: number): Day | null {
  const { year, month, dayOfMonth } = partsOf(day)
  const date = new UTCDateMini(0)
  date.setUTCFullYear(year, month - 1, dayOfMonth)
  return dayFromNumber(addMonthsTo(date, count).getTime() / millisecondsADay)
}

function endTowards(count: number): Day {
  return count < 0 ? firstDay : lastDay
}

/** How many calendar days `to` is after `from`; negative if it is before. */
export function daysBetween(from: Day, to: Day): number {
  return from === to ? 0 : dayNumber(to) - dayNumber(from)
}

/** The weekday of a day, Monday first. */
export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** The last day of the day's month. */
export function lastDayOfMonth(day: Day): Day {
  const next = addMonthsOrNull(`${day.slice(0, 8)}01` as Day, 1)
  return next === null ? lastDay : addDays(next, -1)
}

/** Year, month (1–12) and day of the month. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    dayOfMonth: Number(day.slice(8, 10)),
  }
}

/** Compares by day, then by time; a due without a time comes first. */
export function compareDue(a: Due, b: Due): number {
  return compareText(a.day, b.day) || compareText(a.time ?? '', b.time ?? '')
}

/** Compares two texts by code unit, as days and times sort. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function latestDay(first: Day, ...others: Day[]): Day {
  return others.reduce((latest, day) => (day > latest ? day : latest), first)
}

// Day numbers by plain arithmetic, since `Date` is slow for the hundreds of days on a page. Years are counted from March,
// so that the leap day is the last day of a year; the calendar repeats every 400 years.

const millisecondsADay = 86_400_000
const daysIn400Years = 146_097
/** From 0000-03-01 to 1970-01-01. */
const daysBefore1970 = 719_468
const firstNumber = numberIn(0, 1, 1)
const lastNumber = numberIn(9999, 12, 31)

function numberIn(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysIn400Years + dayOfEra - daysBefore1970
}

function dayAt(number: number): Day {
  const sinceMarch0 = number + daysBefore1970
  const era = Math.floor(sinceMarch0 / daysIn400Years)
  const dayOfEra = sinceMarch0 - era * daysIn400Years
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const march = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * march + 2) / 5) + 1
  const month = march < 10 ? march + 3 : march - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
