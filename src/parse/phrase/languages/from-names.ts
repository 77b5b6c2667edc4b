import { memoize } from '../../../domain/memoize.ts'
import { plainLetters } from './dictionary.ts'
import type { Language } from './language.ts'

/** Example phrases in English, for languages without phrases of their own. */
const examples = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  friday: 'fri',
  lastFriday: 'last fri',
  inDays: '3d',
  daysAgo: '3 days ago',
  nextWeek: 'next week',
  date: '27 nov',
  atNine: '9:00',
  inHours: 'in 9 hours',
}

type Format = Intl.DateTimeFormatOptions

const millisecondsADay = 86_400_000
/** Monday, 1 January 2024, in days since 1970. */
const aMonday = 19_723

/**
 * The language of a locale (BCP 47) without a table of its own: the names of its weekdays and months from `Intl`, long
 * and short, alone and in a date. They are read at first use, because `Intl` loads slowly.
 *
 * @example namesOf('pl').weekdays // 'poniedziałek,pon;wtorek,wt;…'
 */
export const namesOf = memoize((locale: string): Language => {
  const weekdays = names(locale, 'weekday', 7, (index) => aMonday + index)
  const months = names(locale, 'month', 12, (index) => aMonday + 15 + 30 * index)
  return {
    get weekdays() {
      return weekdays()
    },
    get months() {
      return months()
    },
    words: {},
    numbers: '',
    hasNumberedWeekdays: false,
    examples,
  }
})

function names(
  locale: string,
  part: 'weekday' | 'month',
  count: number,
  dayOf: (index: number) => number,
): () => string {
  let made: string | undefined
  return () => {
    const formats = formatsOf(part).map(
      (options) => new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' }),
    )
    const spelled = (index: number): readonly string[] => {
      const found = formats.flatMap((format) =>
        format.formatToParts(dayOf(index) * millisecondsADay).flatMap(({ type, value }, place, parts) => {
          if (type !== part) return []
          // Hebrew writes "in" and the month as one word.
          const [joined = ''] = /\p{L}+$/u.exec(parts[place - 1]?.value ?? '') ?? []
          return joined === '' ? [value] : [value, `${joined}${value}`]
        }),
      )
      // Some languages number their months; a number is not a name.
      return [...new Set(found.filter((name) => /\p{L}/u.test(name) && !/[,;]/.test(name)))]
    }
    return (made ??= withoutTwins(Array.from({ length: count }, (_, index) => spelled(index))))
  }
}

/**
 * Names in the form of a language table, without those that only accents tell apart: `st` and `št` are two days in
 * Slovak.
 */
function withoutTwins(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => new Set(row.map(plainLetters)))
  const isTwin = (name: string, index: number): boolean =>
    plain.some((others, other) => other !== index && others.has(plainLetters(name)))
  return rows.map((row, index) => row.filter((name) => !isTwin(name, index)).join(',')).join(';')
}

/** In many languages, a name has another form in a date than alone. */
function formatsOf(part: 'weekday' | 'month'): readonly Format[] {
  return (['long', 'short'] as const).flatMap((form): Format[] => [
    { [part]: form },
    { day: 'numeric', month: form, ...(part === 'weekday' ? { weekday: form } : {}) },
  ])
}
