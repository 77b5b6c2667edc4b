import { usage, type FuError } from '../../domain/errors.ts'
import { ordinal } from '../../domain/ordinal.ts'
import { namesIn } from './languages/dictionary.ts'
import { inEnglish } from './languages/in-english.ts'
import type { Language } from './languages/language.ts'
import { nearestPhrase } from './near.ts'
import { tryOneOf } from './plain.ts'
import { spanWords } from './span.ts'
import { timeAtStart, timeWords } from './time.ts'
import { months, nearDays, weekdays } from './words.ts'

/** A common form outside the grammar, and its likely meanings. */
type Misfit = {
  readonly shape: RegExp
  readonly why: (phrase: string) => string
  readonly instead: (phrase: string, first: string, second: string) => readonly string[]
  /** Whether the form is matched against the English translation of the phrase. */
  readonly inEnglish?: true
}

const misfits = (language: Language | null): readonly Misfit[] => [
  {
    shape: /^(\d+)$/,
    why: (phrase) => `"${phrase}" alone may be a number of days, a day of the month or an hour.`,
    instead: (_, digits) => [
      ...(language === null
        ? [`${digits}d`, `${digits} days ago`, `the ${ordinal(Number(digits))}`]
        : [language.examples.inDays, language.examples.daysAgo].map((days) => days.replace('3', digits))),
      `${digits.padStart(2, '0')}:00`,
    ],
  },
  {
    shape: /\b\d{1,2}\.\d{1,2}$/,
    why: (phrase) => `"${phrase}" has one dot: a day has two, and a time has a colon.`,
    instead: (phrase) => [`${phrase}.`, phrase.replace(/\.(?=\d+$)/, ':')],
  },
  {
    shape: new RegExp(`^(?:${[...months.keys()].join('|')})(?: \\d{4})?$`),
    why: (phrase) => `"${phrase}" is a month, not a day.`,
    instead: (phrase) => [`1 ${phrase}`],
    inEnglish: true,
  },
  {
    shape: timeAtStart,
    why: (phrase) => `"${phrase}" has the time before the day.`,
    instead: (_, time, day) => [`${day} ${time}`],
  },
]

/** Examples by the start of the phrase; the last entry fits every phrase. */
const examples: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^next\b/, ['next fri', 'next week', 'next month']],
  [/^last\b/, ['last fri', 'last week', 'last month']],
  [/^in\b|^\+|^\d+ ?[a-z]/, ['in 3 days', 'in 2 working days', 'in an hour', '3 days ago', '2 hours ago']],
  [/ago$/, ['3 days ago', 'a week ago', '2 hours ago']],
  [/^/, ['tomorrow', 'yesterday', 'fri 10:30', 'last fri', '3d', '3 days ago', 'next week', '27 nov']],
]
const mostExamples = 5

const plainWords = ['next', 'last', 'this', 'the', 'ago', 'now', 'end', 'eow', 'eom', 'tonight']

/** The words of the grammar that are long enough to recognize a typing error. */
const grammarWords = (): readonly string[] => [
  ...nearDays.keys(),
  ...weekdays.keys(),
  ...months.keys(),
  ...plainWords,
  ...timeWords,
  ...spanWords(),
]

/**
 * The refusal of a phrase outside the grammar, with the most similar phrases inside it.
 *
 * @param language the language that is read and suggested beside English
 * @param reads whether a phrase would be accepted
 */
export function unknownPhrase(
  phrase: string,
  language: Language | null,
  reads: (phrase: string) => boolean,
): FuError {
  const english = (language === null ? null : inEnglish(phrase, language)) ?? phrase
  for (const { shape, why, instead, inEnglish: isEnglish } of misfits(language)) {
    const [found, first = '', second = ''] = shape.exec(isEnglish ? english : phrase) ?? []
    const accepted = found === undefined ? [] : instead(phrase, first, second).filter(reads)
    if (accepted.length > 0) return usage(why(phrase), tryOneOf(accepted))
  }
  const message = `"${phrase}" is not a date I know.`
  const meant = nearestPhrase(phrase, [...(language === null ? [] : namesIn(language)), ...grammarWords()])
  const hint = reads(meant) ? `Did you mean "${meant}"?` : tryOneOf(examplesFor(phrase, language, reads))
  return usage(message, hint)
}

/** Example phrases that begin like the refused one. */
export function examplesFor(
  phrase: string,
  language: Language | null,
  reads: (phrase: string) => boolean,
): readonly string[] {
  if (language !== null) return examplesIn(language).filter(reads).slice(0, mostExamples)
  for (const [start, phrases] of examples) {
    const accepted = start.test(phrase) ? phrases.filter(reads) : []
    if (accepted.length > 0) return accepted.slice(0, mostExamples)
  }
  return []
}

function examplesIn({ examples: shown }: Language): readonly string[] {
  const { tomorrow, yesterday, friday, lastFriday, inDays, daysAgo, nextWeek, date } = shown
  return [tomorrow, yesterday, `${friday} 10:30`, lastFriday, inDays, daysAgo, nextWeek, date]
}
