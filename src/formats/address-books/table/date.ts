import { partialDate, readPartialDate, type PartialDate } from '../../../domain/partial-date.ts'

/** Midnight, which is what programs write behind a date without a time. */
const midnight = /[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?$/

/**
 * A date as tables have it: 1980-04-15, 1980/4/15, 19800415, 15.4.1980, 15/4/1980, 4/15/1980; without the year --04-15
 * and 15.4. `null` for what the calendar has not, for years that mean none, and for 4/5/1980, which is another day in
 * another country.
 *
 * @example tableDate('15.4.1980') // { year: 1980, month: 4, day: 15 }
 */
export function tableDate(text: string): PartialDate | null {
  const date = text.trim().replace(midnight, '')
  const iso = readPartialDate(date)
  if (iso !== null) return iso
  const [, year, month, day] =
    /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(date)?.toSpliced(2, 1) ??
    /^()--(\d{2})-?(\d{2})$/.exec(date) ??
    []
  if (month !== undefined) return dateOf(year, month, day)
  const [, dayBefore, monthBefore, yearBehind] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})?$/.exec(date) ?? []
  return monthBefore === undefined ? onlyReading(date) : dateOf(yearBehind, monthBefore, dayBefore)
}

/** A date of which the day may stand before the month or behind it, if just one of the two is a date. */
function onlyReading(date: string): PartialDate | null {
  const [, a, , b, year] = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(date) ?? []
  const readings = [dateOf(year, b, a), dateOf(year, a, b)].filter((reading) => reading !== null)
  const [first = null, second] = readings
  return second === undefined || Number(a) === Number(b) ? first : null
}

/** A date whose parts stand in columns of their own; `null` without a month and a day of the calendar. */
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
