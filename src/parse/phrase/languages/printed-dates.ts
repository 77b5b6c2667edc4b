import { dateWords, type DateWords } from '../../../domain/date-words.ts'
import { addDays, civilDay, dayNumber, partsOf, weekdayOf, type Day } from '../../../domain/day.ts'
import { memoize } from '../../../domain/memoize.ts'
import { asciiDigits } from './digits.ts'
import { englishMonths, englishWeekdays, plainLetters } from './dictionary.ts'

/**
 * Translates a date, printed as in a locale (BCP 47), into the words of the English grammar, with its time. It may have
 * any calendar, digits and order. `null` if it is not such a date.
 *
 * @param today the day whose year is left out
 * @example printedInEnglish('11月27日(金) 10:30', 'ja', '2026-11-25') // 'fri 27 nov 10:30'
 */
export function printedInEnglish(phrase: string, locale: string, today: Day): string | null {
  // A printed date contains a number. A purely numeric date is read elsewhere: `27.11.2026`, unlike `27. 11. 2026`.
  if (!/\d/.test(phrase) || /^(?!\d+\. )[\d\s:/.-]*$/.test(phrase)) return null
  const [, date = phrase, time = ''] = /^(.*\S)( \d{1,2}:\d{2})$/.exec(phrase) ?? []
  const text = folded(date)
  const { year } = partsOf(today)
  const years = [...text.matchAll(/\d{4}/g)].flatMap(([digits]) =>
    yearsPrintedAs(Number(digits), locale, year),
  )
  const books = [withoutYear(keyOf(locale, year)), ...years.map((one) => withYear(keyOf(locale, one)))]
  const english = books.map((book) => book.get(text)).find((found) => found !== undefined)
  return english === undefined ? null : `${english}${time}`
}

/** A text for comparison: without case, accents, and the punctuation between its words. */
function folded(text: string): string {
  return plainLetters(
    asciiDigits(text)
      .toLowerCase()
      .replaceAll(/[,\u060c\u3001()]/g, ' '),
  )
    .replaceAll('\u0131', 'i')
    .replaceAll('\u03c2', '\u03c3')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

type Book = ReadonlyMap<string, string>

/** A locale and a year as one key of the cache. */
function keyOf(locale: string, year: number): string {
  return `${year} ${locale}`
}

/** The days of a year as printed without the year. */
const withoutYear = memoize((key: string): Book => {
  const { words, days, hasOurMonths } = yearOf(key)
  return new Map(
    days.flatMap((day) => {
      const { month, dayOfMonth } = partsOf(day)
      const date = `${dayOfMonth} ${englishMonths[month - 1]}`
      const weekday = englishWeekdays[weekdayOf(day) - 1]
      const everyYear = hasOurMonths ? [words.yearly({ year: null, month, day: dayOfMonth })] : []
      return [
        ...everyYear.map((text) => [folded(text), date] as const),
        [folded(words.short(day, day)), `${weekday} ${date}`] as const,
      ]
    }),
  )
})

/** The days of a year as printed with the year. */
const withYear = memoize((key: string): Book => {
  const { words, days } = yearOf(key)
  return new Map(
    days.flatMap((day) => {
      const { year, month, dayOfMonth } = partsOf(day)
      const date = `${dayOfMonth} ${englishMonths[month - 1]} ${year}`
      const otherYear = addDays(day, -366)
      const texts = [
        words.long(day),
        words.short(day, otherYear),
        words.yearly({ year, month, day: dayOfMonth }),
      ]
      return texts.map((text) => [folded(text), date] as const)
    }),
  )
})

/** The calendars with Gregorian months; in others, a day of the month is another day each year. */
const ourMonths = new Set(['gregory', 'buddhist', 'japanese', 'roc'])

type PrintedYear = {
  readonly words: DateWords
  readonly days: readonly Day[]
  readonly hasOurMonths: boolean
}

function yearOf(key: string): PrintedYear {
  const [digits = '', locale = ''] = key.split(' ')
  const first = civilDay(Number(digits), 1, 1)
  const days = first === null ? [] : Array.from({ length: 366 }, (_, index) => addDays(first, index))
  const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions()
  return {
    words: dateWords(locale),
    days: days.filter((day) => partsOf(day).year === Number(digits)),
    hasOurMonths: ourMonths.has(calendar),
  }
}

const millisecondsADay = 86_400_000

/** The types of the parts for a year in `Intl`; the type declarations of some versions know only one of them. */
const yearParts: ReadonlySet<string> = new Set(['year', 'relatedYear'])

/** The Gregorian years in which the calendar of a locale, which may be another, has a year with this number. */
function yearsPrintedAs(printed: number, locale: string, near: number): number[] {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const printedOf = (year: number): number => {
    const july = civilDay(year, 7, 1)
    if (july === null) return 0
    const parts = format.formatToParts(dayNumber(july) * millisecondsADay)
    const text = parts.find(({ type }) => yearParts.has(type))?.value ?? ''
    return Number(asciiDigits(text).replaceAll(/\D/g, ''))
  }
  // Other calendars have years of other lengths, so each step comes nearer.
  let year = near
  for (let step = 0; step < 5; step += 1) year += printed - printedOf(year) || 0
  return [year - 1, year, year + 1].filter((one) => one >= 1000 && one <= 9999)
}
