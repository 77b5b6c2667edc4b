import type { ClockTime } from '../../domain/call.ts'
import { civilDay, clockTime, isTime } from '../../domain/day.ts'
import type { DatePattern } from '../../parse/contact/call-columns.ts'
import { instantOf } from './google-voice.ts'

/**
 * The time of a call in a table: Unix time in seconds, or a local time if the table has no zone; `null` if it is not a
 * time in this order.
 */
export function timeOf(date: string, time: string | null, pattern: DatePattern): number | ClockTime | null {
  if (pattern === 'epoch') {
    if (!/^-?\d{1,17}$/.test(date)) return null
    // Seconds have ten digits until the year 2286, milliseconds thirteen.
    return date.length > 11 ? Math.floor(Number(date) / 1000) : Number(date)
  }
  const whole = `${date} ${time ?? ''}`.trim()
  const exact = instantOf(whole)
  if (exact !== null) return exact
  const [, first = '', second = '', third = '', clock = ''] =
    /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\.?(?:(?:,?\s+|T)(.+))?$/i.exec(whole) ?? []
  const [year, month, dayOfMonth] = {
    dmy: [third, second, first],
    mdy: [third, first, second],
    ymd: [first, second, third],
    iso: [first, second, third],
  }[pattern]
  if (year === undefined || !/^(?:\d{4}|\d\d)$/.test(year)) return null
  const day = civilDay(
    year.length === 2 ? 2000 + Number(year) : Number(year),
    Number(month),
    Number(dayOfMonth),
  )
  const [, hour = '', minute = '', seconds = '0', half] =
    /^(\d{1,2})[:.](\d\d)(?:[:.]([0-5]\d))?(?:[.,]\d+)?\s*([ap])?\.?(?:m\.?)?$/i.exec(clock) ?? []
  if (day === null || hour === '') return null
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const minutes = clockTime(hours, Number(minute))
  if (minutes === null || !isTime(minutes) || (half !== undefined && (Number(hour) > 12 || hour === '0')))
    return null
  return { day, time: minutes, second: Number(seconds) }
}

/** The seconds of "65", "1:05", "0:01:05" or "1m 5s"; `NaN` if it is not a duration. */
export function secondsOf(text: string): number {
  if (/^-?\d{1,15}(?:\.\d+)?$/.test(text)) return Math.floor(Number(text))
  if (/^\d{1,6}(?::[0-5]\d){1,2}$/.test(text))
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  const [whole, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d{1,6})\s*h[a-z]*\.?)?\s*(?:(\d{1,6})\s*m[a-z]*\.?)?\s*(?:(\d{1,6})\s*s[a-z]*\.?)?$/i.exec(text) ??
    []
  return whole === undefined ? Number.NaN : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
