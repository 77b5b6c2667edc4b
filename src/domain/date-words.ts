import { dayNumber, partsOf, weekdayOf, type Day, type Due } from './day.ts'

/** Days and times in words, in the order and language of the user's locale. */
export type DateWords = {
  /** `Fri 27 Nov`; with the year where it is not that of `now`. */
  readonly short: (day: Day, now: Day) => string
  /** `Tuesday 1 December 2026` */
  readonly long: (day: Day) => string
}

/** What dates are written with: the words of the locale, and the day they are seen from. */
export type DateContext = { readonly today: Day; readonly words: DateWords }

const millisecondsADay = 86_400_000

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
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
 * The words for a locale (a BCP 47 tag), or for none. English is written here, so that the page of most users
 * costs no locale data to load.
 *
 * @example dateWords(null).short('2026-11-27', '2026-11-25') // 'Fri 27 Nov'
 * @example dateWords('en-US').short('2027-11-26', '2026-11-25') // 'Fri Nov 26 2027'
 * @example dateWords('de-DE').long('2026-12-01') // 'Dienstag, 1. Dezember 2026'
 */
export function dateWords(locale: string | null): DateWords {
  if (locale !== null && !/^en\b/.test(locale)) return localWords(locale)
  const monthFirst = locale === 'en-US'
  const order = (dayOfMonth: number, month: string): string =>
    monthFirst ? `${month} ${dayOfMonth}` : `${dayOfMonth} ${month}`
  const named = (day: Day): { weekday: string; month: string; dayOfMonth: number; year: number } => {
    const { year, month, dayOfMonth } = partsOf(day)
    return {
      weekday: weekdays[weekdayOf(day) - 1] ?? '',
      month: monthNames[month - 1] ?? '',
      dayOfMonth,
      year,
    }
  }
  return {
    short: (day, now) => {
      const { weekday, month, dayOfMonth, year } = named(day)
      const words = `${weekday.slice(0, 3)} ${order(dayOfMonth, month.slice(0, 3))}`
      return isSameYear(day, now) ? words : `${words} ${year}`
    },
    long: (day) => {
      const { weekday, month, dayOfMonth, year } = named(day)
      return `${weekday} ${order(dayOfMonth, month)} ${year}`
    },
  }
}

/** A due in words: the day, and the time where it has one. */
export function dueWords(due: Due, now: Day, words: DateWords): string {
  const day = words.short(due.day, now)
  return due.time === null ? day : `${day} ${due.time}`
}

function isSameYear(a: Day, b: Day): boolean {
  return a.slice(0, 4) === b.slice(0, 4)
}

function localWords(locale: string): DateWords {
  const format = (options: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day) => formatter.format(dayNumber(day) * millisecondsADay)
  }
  const sameYear = format({ weekday: 'short', day: 'numeric', month: 'short' })
  const otherYear = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
  const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return {
    short: (day, now) => (isSameYear(day, now) ? sameYear(day) : otherYear(day)),
    long,
  }
}
