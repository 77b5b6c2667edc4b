import { dateWords, type DateWords } from '../../../domain/date-words.ts'
import { addDays, civilDay, dayNumber, partsOf, weekdayOf, type Day } from '../../../domain/day.ts'
import { memoize } from '../../../domain/memoize.ts'
import { asciiDigits } from './digits.ts'
import { englishMonths, englishWeekdays, plainLetters } from './dictionary.ts'

/**
 * A date as it is printed in a locale (BCP 47), in the words of the English grammar, with the time behind it: whatever
 * its calendar, digits and order are. `null` if it is no such date.
 *
 * @param today the day whose year is left out
 * @example printedInEnglish('11月27日(金) 10:30', 'ja', '2026-11-25') // 'fri 27 nov 10:30'
 */
export function printedInEnglish(phrase: string, locale: string, today: Day): string | null {
  // What is printed has a number, and is not read as numbers: `27.11.2026`, unlike `27. 11. 2026`.
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

/** Text that is the same in capitals, with and without accents and the marks between its words. */
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

/** A locale and a year as one key of what was computed before. */
function keyOf(locale: string, year: number): string {
  return `${year} ${locale}`
}

/** The days of a year as they are printed without it. */
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

/** The days of a year as they are printed with it. */
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

/** The calendars with the months of the Gregorian one; in others, a day of the month is another day each year. */
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

/** What `Intl` calls a year; the types of some versions know one of them. */
const yearParts: ReadonlySet<string> = new Set(['year', 'relatedYear'])

/** The years in which a locale's calendar, which may be another, has a year of this number. */
function yearsPrintedAs(printed: number, locale: string, near: number): number[] {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const printedOf = (year: number): number => {
    const july = civilDay(year, 7, 1)
    if (july === null) return 0
    const parts = format.formatToParts(dayNumber(july) * millisecondsADay)
    const text = parts.find(({ type }) => yearParts.has(type))?.value ?? ''
    return Number(asciiDigits(text).replaceAll(/\D/g, ''))
  }
  // Years of other lengths drift: each step comes nearer.
  let year = near
  for (let step = 0; step < 5; step += 1) year += printed - printedOf(year) || 0
  return [year - 1, year, year + 1].filter((one) => one >= 1000 && one <= 9999)
}
