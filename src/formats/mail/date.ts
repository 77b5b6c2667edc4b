import { civilDay, dayNumber } from '../../domain/day.ts'
import { field, type MailHeader } from './header.ts'

/**
 * The moment of a Date field in seconds since 1970, UTC, in the current or the obsolete syntax of RFC 5322; `null` if
 * it is not a date. A missing or unknown zone is UTC.
 *
 * @example mailDate('Mon, 23 Nov 2026 10:00:00 +0100 (CET)') // 1795424400
 */
export function mailDate(text: string): number | null {
  const [, dayOfMonth, month, year, hour, minute, second, zone] =
    /^(?:[a-z]{2,9}\.?,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4})\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:\.\d+)?\s*(\S*)/i.exec(
      withoutComments(text),
    ) ?? []
  return instant({ year, month, dayOfMonth, hour, minute, second, zone })
}

/** When the last mail server received a message, from the first Received field; `null` if there is none. */
export function receivedDate(header: MailHeader): number | null {
  return mailDate(field(header, 'received')?.replace(/^.*;/s, '') ?? '')
}

/**
 * The moment in the separator line before a message in an mbox file, in the order of C: "Mon Nov 23 10:00:00 2026".
 *
 * @example separatorDate('From sue@hall.example Mon Nov 23 10:00:00 2026')
 */
export function separatorDate(line: string): number | null {
  const [, month, dayOfMonth, hour, minute, second, before, year, after] =
    /\b[a-z]{3},?\s+([a-z]{3})\s+(\d{1,2})\s+(\d\d):(\d\d)(?::(\d\d))?\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})(?:\s+([+-]\d{4}))?/i.exec(
      line,
    ) ?? []
  return instant({ year, month, dayOfMonth, hour, minute, second, zone: after ?? before })
}

type Written = Readonly<
  Record<'year' | 'month' | 'dayOfMonth' | 'hour' | 'minute' | 'second' | 'zone', string | undefined>
>

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function instant({
  year = '',
  month = '',
  dayOfMonth,
  hour,
  minute,
  second = '0',
  zone,
}: Written): number | null {
  const day = civilDay(fullYear(year), months.indexOf(month.toLowerCase()) + 1, Number(dayOfMonth))
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)]
  if (day === null || hours > 23 || minutes > 59 || seconds > 60) return null
  return (dayNumber(day) * 24 + hours) * 3600 + minutes * 60 + seconds - offsetOf(zone ?? '')
}

/** Years of two and three digits as RFC 5322 (4.3) reads them. */
function fullYear(year: string): number {
  const number = Number(year)
  if (year.length > 3) return number
  return number + (year.length === 2 && number < 50 ? 2000 : 1900)
}

const zones: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}

/** The offset of a zone from UTC, in seconds. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^(?:GMT|UTC?)?([+-])(\d\d):?(\d\d)$/i.exec(zone) ?? []
  if (sign === undefined) return (zones[zone.toUpperCase()] ?? 0) * 3600
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}

/** Comments are in parentheses, and can be nested. */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text.trim()
  let rest = ''
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth += 1
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) rest += sign
  }
  return rest.trim()
}
