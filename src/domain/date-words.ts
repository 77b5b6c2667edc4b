import { memoize } from './memoize.ts'
import { partialDateText, type PartialDate } from './partial-date.ts'
import { civilDay, dayNumber, partsOf, weekdayOf, type Day, type Due } from './day.ts'

/** Formats days in the language and the order of the user's locale. */
export type DateWords = {
  /** `Fri 27 Nov`; with the year if it differs from that of `now`. */
  readonly short: (day: Day, now: Day) => string
  /** `Tuesday 1 December 2026` */
  readonly long: (day: Day) => string
  /** `15 Apr 1980`; without the year if it is unknown. */
  readonly yearly: (date: PartialDate) => string
}

/** The context for dates in sentences. */
export type DateContext = { readonly today: Day; readonly words: DateWords }

const millisecondsADay = 86_400_000

/** The weekdays in English, Monday first. */
export const weekdayNames: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]
/** The months in English, January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * The formats for a locale (a BCP 47 tag); English for `null`. English does not use `Intl`, whose data is slow to load.
 *
 * @example dateWords(null).short('2026-11-27', '2026-11-25') // 'Fri 27 Nov'
 * @example dateWords('en-US').short('2027-11-26', '2026-11-25') // 'Fri, Nov 26, 2027'
 * @example dateWords('de-DE').long('2026-12-01') // 'Dienstag, 1. Dezember 2026'
 */
export function dateWords(locale: string | null): DateWords {
  const isEnglish = locale === null || /^en\b/.test(locale)
  const { short, shortWithYear, long, ofYear, everyYear } = isEnglish
    ? englishFormats(locale)
    : localFormats(locale)
  // A page names few days on many lines, and Intl is slow.
  const known = memoize(short)
  const knownWithYear = memoize(shortWithYear)
  return {
    short: (day, now) => (isSameYear(day, now) ? known(day) : knownWithYear(day)),
    long,
    yearly: (date) => {
      const day = civilDay(date.year ?? leapYear, date.month, date.day)
      if (day === null) throw new RangeError(`no such day: ${partialDateText(date)}`)
      return date.year === null ? everyYear(day) : ofYear(day)
    },
  }
}

/** A due as text: the day, and the time if it has one. */
export function dueWords(due: Due, now: Day, words: DateWords): string {
  const day = words.short(due.day, now)
  return due.time === null ? day : `${day} ${due.time}`
}

function isSameYear(a: Day, b: Day): boolean {
  return a.slice(0, 4) === b.slice(0, 4)
}

const leapYear = 2000

type DayFormats = Readonly<
  Record<'short' | 'shortWithYear' | 'long' | 'ofYear' | 'everyYear', (day: Day) => string>
>

function englishFormats(locale: string | null): DayFormats {
  const isAmerican = locale === 'en-US'
  // `Fri, Nov 27, 2026`
  const comma = isAmerican ? ',' : ''
  const order = (dayOfMonth: number, month: string): string =>
    isAmerican ? `${month} ${dayOfMonth}` : `${dayOfMonth} ${month}`
  const everyYear = (day: Day): string => {
    const { month, dayOfMonth } = partsOf(day)
    return order(dayOfMonth, monthName(month).slice(0, 3))
  }
  const short = (day: Day): string => `${weekdayName(day).slice(0, 3)}${comma} ${everyYear(day)}`
  return {
    short,
    everyYear,
    ofYear: (day) => `${everyYear(day)}${comma} ${partsOf(day).year}`,
    shortWithYear: (day) => `${short(day)}${comma} ${partsOf(day).year}`,
    long: (day) => {
      const { year, month, dayOfMonth } = partsOf(day)
      return `${weekdayName(day)}${comma} ${order(dayOfMonth, monthName(month))}${comma} ${year}`
    },
  }
}

function weekdayName(day: Day): string {
  return weekdayNames[weekdayOf(day) - 1] ?? ''
}

function monthName(month: number): string {
  return monthNames[month - 1] ?? ''
}

function localFormats(locale: string): DayFormats {
  const format = (options: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
    // Made on first use: a page needs two of the five, and each is slow to make.
    let formatter: Intl.DateTimeFormat | undefined
    return (day) => {
      formatter ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
      return formatter.format(dayNumber(day) * millisecondsADay)
    }
  }
  return {
    short: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    shortWithYear: format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    ofYear: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    everyYear: format({ day: 'numeric', month: 'short' }),
    long: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  }
}
