import { civilDay } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import { monthWord } from './words.ts'

/** A date as written, with or without its year; it may not exist in the calendar. */
export type WrittenDate = {
  readonly year: number | null
  readonly month: number
  readonly dayOfMonth: number
}

const firstYear = 1900

/** Whether the date exists, in its year or, without one, in any year. */
export function dateExists({ year, month, dayOfMonth }: WrittenDate): boolean {
  const leapYear = 2000
  return civilDay(year ?? leapYear, month, dayOfMonth) !== null
}

/** The date in an unambiguous form: `27 nov`, `27 nov 2027`. */
export function typedDate({ year, month, dayOfMonth }: WrittenDate): string {
  const date = `${dayOfMonth} ${monthWord(month)}`
  return year === null ? date : `${date} ${year}`
}

/**
 * The year of a phrase; `null` if it has none.
 *
 * @throws FuError `usage` if it does not have four digits or is before living memory
 */
export function fourDigitYear(digits: string | undefined, phrase: string): number | null {
  if (digits === undefined) return null
  const hint = `Years are written in full, from ${firstYear} to 9999.`
  if (digits.length !== 4) throw usage(`"${digits}" is not a year in "${phrase}".`, hint)
  const year = Number(digits)
  if (year < firstYear) throw usage(`"${phrase}" is too long ago.`, hint)
  return year
}
