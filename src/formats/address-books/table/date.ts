import type { DateOrder } from '../../../domain/settings.ts'
import { partialDate, readPartialDate, type PartialDate } from '../../../domain/partial-date.ts'

/** Midnight: programs append it to a date without a time. */
const midnight = /[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?$/

/**
 * A date in a format found in tables: 1980-04-15, 1980/4/15, 19800415, 15.4.1980, 15/4/1980, 4/15/1980; without the
 * year --04-15 and 15.4. `null` if the calendar has no such day, if the year means "unknown", and for 4/5/1980, which
 * is a different day in different countries.
 *
 * @example tableDate('15.4.1980') // { year: 1980, month: 4, day: 15 }
 * @example tableDate('4/5/1980', 'day-first') // { year: 1980, month: 5, day: 4 }
 */
export function tableDate(text: string, order: DateOrder = null): PartialDate | null {
  const date = text.trim().replace(midnight, '')
  const iso = readPartialDate(date)
  if (iso !== null) return iso
  const [, year, month, day] =
    /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(date)?.toSpliced(2, 1) ??
    /^()--(\d{2})-?(\d{2})$/.exec(date) ??
    []
  if (month !== undefined) return dateOf(year, month, day)
  const [, dayBefore, monthBefore, yearBehind] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})?$/.exec(date) ?? []
  if (monthBefore !== undefined) return dateOf(yearBehind, monthBefore, dayBefore)
  const { dayFirst, monthFirst } = readings(date)
  if (isOfTwoMeanings(text)) return order === null ? null : order === 'day-first' ? dayFirst : monthFirst
  return dayFirst ?? monthFirst
}

/**
 * Whether the day or the month of a date comes first, if one of its numbers is above 12.
 *
 * @example orderIn('5/14/1975') // 'month-first'
 */
export function orderIn(text: string): DateOrder {
  const { first, second } = numbersIn(text.trim().replace(midnight, ''))
  if (first > 31 || second > 31 || first > 12 === second > 12) return null
  return first > 12 ? 'day-first' : 'month-first'
}

/** Whether a date would be a different day with the month first. */
export function isOfTwoMeanings(text: string): boolean {
  const date = text.trim().replace(midnight, '')
  const { first, second } = numbersIn(date)
  const { dayFirst, monthFirst } = readings(date)
  return dayFirst !== null && monthFirst !== null && first !== second
}

/** A date whose day may come before or after the month: 4/5/1980, 4-5-1980. */
const eitherOrder = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/

function numbersIn(date: string): { readonly first: number; readonly second: number } {
  const [, first, , second] = eitherOrder.exec(date) ?? []
  return { first: Number(first ?? 0), second: Number(second ?? 0) }
}

function readings(date: string): {
  readonly dayFirst: PartialDate | null
  readonly monthFirst: PartialDate | null
} {
  const [, first, , second, year] = eitherOrder.exec(date) ?? []
  return { dayFirst: dateOf(year, second, first), monthFirst: dateOf(year, first, second) }
}

/** A date from separate columns; `null` without a valid month and day. */
export function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): PartialDate | null {
  const numbers = [year ?? '', month ?? '', day ?? ''].map((part) => part.trim())
  if (!numbers.every((part) => /^\d*$/.test(part))) return null
  const [y = '', m = '', d = ''] = numbers
  return m === '' || d === '' ? null : partialDate(y === '' ? null : Number(y), Number(m), Number(d))
}
