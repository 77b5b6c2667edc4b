import { dateWords } from '../../domain/date-words.ts'
import { addMonths, civilDay, lastDayOfMonth, partsOf, weekdayOf, type Day } from '../../domain/day.ts'
import { usage, type FuError } from '../../domain/errors.ts'
import { ordinal } from '../../domain/ordinal.ts'
import type { PhraseContext } from './context.ts'
import { readNumericDate } from './day-numbers.ts'
import { dateExists, fourDigitYear, typedDate, type WrittenDate } from './day-written.ts'
import { languageOf } from './languages/of-locale.ts'
import { tryOneOf } from './plain.ts'
import { monthName, months, weekdays } from './words.ts'

/**
 * Reads a date of the calendar: `27 nov`, `nov 27 2027`, `2027-11-27`, `27/11`, `the 3rd`, each optionally after its
 * weekday. Missing parts are completed to the first such day from today on; looking back, to the last one up to today.
 * `null` if the phrase is not such a date.
 *
 * @throws FuError `usage` if the date does not exist or is ambiguous
 */
export function readDate(phrase: string, context: PhraseContext): Day | null {
  const written = isoDate(phrase) ?? namedDate(phrase) ?? readNumericDate(phrase, context.dates)
  if (written !== null) return dayOf(written, phrase, context)
  return dayOfMonth(phrase, context) ?? dateWithWeekday(phrase, context)
}

/** `2027-11-27` */
function isoDate(phrase: string): WrittenDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(phrase) ?? []
  if (year === undefined) return null
  return { year: fourDigitYear(year, phrase), month: Number(month), dayOfMonth: Number(day) }
}

/** `27 nov`, `the 27th of november`, `nov 27`, `november 27th 2027` */
function namedDate(phrase: string): WrittenDate | null {
  const dayFirst = /^(?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]+)(?: (?<year>\d+))?$/
  const monthFirst = /^(?<month>[a-z]+) (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d+))?$/
  const { day, month: name = '', year } = (dayFirst.exec(phrase) ?? monthFirst.exec(phrase))?.groups ?? {}
  const month = months.get(name)
  if (month === undefined) return null
  return { year: fourDigitYear(year, phrase), month, dayOfMonth: Number(day) }
}

/** `the 3rd`, `3rd`: months without such a day are skipped. */
function dayOfMonth(phrase: string, context: PhraseContext): Day | null {
  const [, digits] = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/.exec(phrase) ?? []
  if (digits === undefined) return null
  const wanted = Number(digits)
  if (wanted < 1 || wanted > 31) {
    throw usage(`No month has a ${ordinal(wanted)}.`, 'The days of a month run from "the 1st" to "the 31st".')
  }
  return completed(context, (distance) => {
    const { year, month } = partsOf(addMonths(context.now.day, distance))
    return civilDay(year, month, wanted)
  })
}

/**
 * `fri 27 nov`, as dates are printed; a wrong weekday is refused. With direction `either`, the weekday decides between
 * past and future, because pages print past days without their year too.
 */
function dateWithWeekday(phrase: string, context: PhraseContext): Day | null {
  const [, name = '', date = ''] = /^([a-z]+) (.+)$/.exec(phrase) ?? []
  const weekday = weekdays.get(name)
  const ahead = weekday === undefined || startsWithWeekday(date) ? null : readDate(date, context)
  const isOther = ahead !== null && weekdayOf(ahead) !== weekday && context.direction === 'either'
  const back = isOther ? readDate(date, { ...context, direction: 'back' }) : null
  const day = back !== null && weekdayOf(back) === weekday ? back : ahead
  if (day !== null && weekdayOf(day) !== weekday) {
    const words = dateWords(context.locale)
    const isEnglish = languageOf(context.locale) === null
    const meant = isEnglish
      ? [date, name]
      : [day < context.now.day ? words.long(day) : words.short(day, context.now.day)]
    throw usage(`"${phrase}" does not fit: that day is ${words.long(day)}.`, tryOneOf(meant))
  }
  return day
}

function startsWithWeekday(date: string): boolean {
  return weekdays.has(date.split(' ')[0] ?? '')
}

function dayOf(written: WrittenDate, phrase: string, context: PhraseContext): Day | null {
  if (!dateExists(written)) throw noSuchDate(written, phrase)
  const { year, month, dayOfMonth: wanted } = written
  if (year !== null) return civilDay(year, month, wanted)
  const thisYear = partsOf(context.now.day).year
  return completed(context, (distance) => civilDay(thisYear + distance, month, wanted))
}

/** Leap days may lie eight years apart, as around 2100. */
const longestWait = 8

/** The nearest existing day on the right side of today, searched from this month or year on. */
function completed({ now, direction }: PhraseContext, dayAt: (distance: number) => Day | null): Day | null {
  for (let distance = 0; distance <= longestWait; distance += 1) {
    const day = dayAt(direction === 'back' ? -distance : distance)
    if (day !== null && (direction === 'back' ? day <= now.day : day >= now.day)) return day
  }
  return null
}

function noSuchDate(written: WrittenDate, phrase: string): FuError {
  const { year, month, dayOfMonth: wanted } = written
  const first = civilDay(year ?? 2001, month, 1)
  if (first === null) return usage(`There is no month ${month} in "${phrase}".`, 'Months run from 1 to 12.')
  const last = { ...written, dayOfMonth: partsOf(lastDayOfMonth(first)).dayOfMonth }
  const named = year === null ? monthName(month) : `${monthName(month)} ${year}`
  return usage(`"${phrase}": ${named} has no ${ordinal(wanted)}.`, `Its last day is "${typedDate(last)}".`)
}
