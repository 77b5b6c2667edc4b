import { addDays, compareText, daysBetween, isDay, type Day } from '../../domain/day.ts'
import { usage, type FuError } from '../../domain/errors.ts'
import { quoted } from '../shell/quoted.ts'

/** The longest range, in days: a leap year. */
const longestRange = 366
const mostDays = 5000
const hint = 'Write days as 2026-12-25 and ranges as 2026-12-28..2027-01-01, or name a calendar file (.ics).'

/**
 * Reads days off: a list of days and ranges, or `none`.
 *
 * @example readHolidays('2026-12-25, 2026-12-28..2026-12-30')
 * // Set { '2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30' }
 * @throws FuError `usage` if a word is neither a day nor a range, or there are more than 5,000 days
 */
export function readHolidays(text: string): ReadonlySet<Day> {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  if (words.length === 0) throw usage('No days off are given.', hint)
  if (words.length === 1 && words[0]?.toLowerCase() === 'none') return new Set()
  const days: Day[] = []
  for (const word of words) {
    const [first, length] = readRange(word)
    for (let index = 0; index < length; index += 1) days.push(addDays(first, index))
    if (days.length > mostDays) throw usage(`That is more than ${mostDays} days off.`, 'Name fewer.')
  }
  return new Set(days)
}

/** Days off as typed, in order: consecutive days as a range, no days as `none`. */
export function holidaysText(days: ReadonlySet<Day>): string {
  const ranges: { first: Day; length: number }[] = []
  for (const day of [...days].sort(compareText)) {
    const last = ranges.at(-1)
    if (last !== undefined && last.length < longestRange && addDays(last.first, last.length) === day) {
      last.length += 1
    } else {
      ranges.push({ first: day, length: 1 })
    }
  }
  return ranges.length === 0 ? 'none' : ranges.map(rangeText).join(' ')
}

function rangeText({ first, length }: { first: Day; length: number }): string {
  return length === 1 ? first : `${first}..${addDays(first, length - 1)}`
}

/** The first day of a range, and how many days it has. */
function readRange(word: string): [first: Day, length: number] {
  const [first = '', last = first, ...more] = word.split('..')
  if (more.length > 0) throw usage(`${quoted(word)} is not a range of days.`, hint)
  if (!isDay(first)) throw noDay(first)
  if (!isDay(last)) throw noDay(last)
  const length = daysBetween(first, last) + 1
  if (length < 1) throw usage(`${quoted(word)} ends before it begins.`, `Try "${last}..${first}".`)
  if (length > longestRange) {
    throw usage(`${quoted(word)} is ${length} days long.`, `A range has at most ${longestRange} days.`)
  }
  return [first, length]
}

function noDay(text: string): FuError {
  const written = /^\d{4}-\d{2}-\d{2}$/.test(text)
  return usage(written ? `The calendar has no ${text}.` : `${quoted(text)} is not a day.`, hint)
}
