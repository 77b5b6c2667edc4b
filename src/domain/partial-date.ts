import { civilDay } from './day.ts'

/** A yearly date, such as a birthday; its first year is `null` if unknown. */
export type PartialDate = {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** Programs write "no date" and "no year" as 0000, 1601, 1604 and 4501; nobody in a diary was born in those years. */
const years = { first: 1700, last: 2999 }

/**
 * A valid date; `null` for any other, such as 30 February. 29 February needs no year.
 *
 * @example partialDate(null, 2, 29) // { year: null, month: 2, day: 29 }
 * @example partialDate(2026, 2, 29) // null
 */
export function partialDate(year: number | null, month: number, day: number): PartialDate | null {
  if (![year ?? leapYear, month, day].every(Number.isInteger)) return null
  if (year !== null && (year < years.first || year > years.last)) return null
  return civilDay(year ?? leapYear, month, day) === null ? null : { year, month, day }
}

const leapYear = 2000

/**
 * The date in the form in which it is stored and typed; `readPartialDate` reads it.
 *
 * @example partialDateText({ year: 1980, month: 4, day: 15 }) // '1980-04-15'
 * @example partialDateText({ year: null, month: 4, day: 15 }) // '--04-15'
 */
export function partialDateText({ year, month, day }: PartialDate): string {
  const digits = (number: number, length: number): string => String(number).padStart(length, '0')
  return `${year === null ? '-' : digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}

/** Only the month and the day, as in `04-15`: the key by which yearly dates are found. */
export function monthDay(date: PartialDate): string {
  return partialDateText({ ...date, year: null }).slice(2)
}

/** Reads a date written by `partialDateText`; `null` for any other text. */
export function readPartialDate(text: string): PartialDate | null {
  const [, year, month, day] = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/.exec(text) ?? []
  return month === undefined
    ? null
    : partialDate(year === undefined ? null : Number(year), Number(month), Number(day))
}
