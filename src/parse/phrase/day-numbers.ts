import { usage, type FuError } from '../../domain/errors.ts'
import type { DateOrder } from '../../domain/settings.ts'
import { dateExists, fourDigitYear, typedDate, type WrittenDate } from './day-written.ts'
import { monthName } from './words.ts'

/**
 * Reads `27/11`, `27/11/2027`, `27.11.`, `27.11.2027` and `27-11-2027` in the given order. Without an order both are
 * tried: one valid reading is accepted, two are refused. `null` if the phrase is not such a date.
 *
 * @throws FuError `usage` if it is ambiguous, or only fits the other order
 */
export function readNumericDate(phrase: string, order: DateOrder): WrittenDate | null {
  const slashes = /^(\d{1,2})\/(\d{1,2})(?:\/(\d+))?$/
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d+)?$/
  const dashes = /^(\d{1,2})-(\d{1,2})-(\d{4})$/
  if (order === 'day-first') {
    const short = shortDate(phrase)
    if (short !== null) return short
  }
  const [found, first, second, digits] =
    slashes.exec(phrase) ?? dots.exec(phrase) ?? dashes.exec(phrase) ?? []
  if (found === undefined) return null
  const year = fourDigitYear(digits, phrase)
  const dayFirst = { year, month: Number(second), dayOfMonth: Number(first) }
  const monthFirst = { year, month: Number(first), dayOfMonth: Number(second) }
  if (order === null) return inNoOrder(dayFirst, monthFirst, phrase)
  if (order === 'day-first') return inOrder(dayFirst, monthFirst, phrase, 'day', 'month')
  return inOrder(monthFirst, dayFirst, phrase, 'month', 'day')
}

/** `27.11` and `27.11.26`, as they are written where the day comes first; `null` for any other text. */
function shortDate(phrase: string): WrittenDate | null {
  const [found, day, month, digits] = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{2}))?$/.exec(phrase) ?? []
  if (found === undefined) return null
  const year = digits === undefined ? null : 2000 + Number(digits)
  const date = { year, month: Number(month), dayOfMonth: Number(day) }
  return dateExists(date) ? date : null
}

function inOrder(
  wanted: WrittenDate,
  other: WrittenDate,
  phrase: string,
  wantedFirst: string,
  otherFirst: string,
): WrittenDate {
  if (dateExists(wanted) || !dateExists(other)) return wanted
  throw usage(
    `"${phrase}" is only a date with the ${otherFirst} first, but dates are read with the ${wantedFirst} first.`,
    `Try "${typedDate(other)}", or set the order with fu config dates ${otherFirst}-first.`,
  )
}

function inNoOrder(dayFirst: WrittenDate, monthFirst: WrittenDate, phrase: string): WrittenDate {
  const sameDay = dayFirst.month === monthFirst.month
  if (dateExists(dayFirst) && dateExists(monthFirst) && !sameDay) throw twoDates(dayFirst, monthFirst, phrase)
  if (dateExists(dayFirst)) return dayFirst
  return monthFirst.month <= 12 ? monthFirst : dayFirst
}

function twoDates(one: WrittenDate, other: WrittenDate, phrase: string): FuError {
  return usage(
    `"${phrase}" may be ${inWords(one)} or ${inWords(other)}.`,
    `Try "${typedDate(one)}" or "${typedDate(other)}", or set the order with fu config dates.`,
  )
}

function inWords({ dayOfMonth, month }: WrittenDate): string {
  return `${dayOfMonth} ${monthName(month)}`
}
