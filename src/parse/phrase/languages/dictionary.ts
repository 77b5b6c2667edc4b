import { memoize } from '../../../domain/memoize.ts'
import type { Language } from './language.ts'

/** The weekdays in the words of the English grammar, Monday first. */
export const englishWeekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** The months in the words of the English grammar, January first. */
export const englishMonths = 'jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec'.split(',')
const counts = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']

/** The words of the English grammar by those of a language, as normalized by `plainLetters`. */
export type Dictionary = {
  readonly words: ReadonlyMap<string, string>
  /** Separate, because `mar` is a weekday and a month in Spanish and Italian. */
  readonly months: ReadonlyMap<string, string>
  /** The number of words in the longest entry. */
  readonly longest: number
}

/** Computed on first use, because most commands read no phrase. */
export const dictionaryOf = memoize((language: Language): Dictionary => {
  const words = [
    ...Object.entries(language.words),
    ...inOrder(counts, language.numbers),
    ...inOrder(englishWeekdays, language.weekdays),
  ]
  return { words: entries(words), months: entries(inOrder(englishMonths, language.months)), longest: 4 }
})

/** The names of a language as its users write them, for "did you mean". */
export function namesIn({ weekdays, months, numbers, words }: Language): string[] {
  return [weekdays, months, numbers, ...Object.values(words)]
    .flatMap((names) => names.toLowerCase().split(/[,;]/))
    .filter((name) => name !== '' && !name.includes(' '))
}

/**
 * Removes optional characters from a phrase: accents, dots after letters and hyphens between them; adds a space between
 * digits and letters.
 *
 * @example plainLetters('à 14h30, déc.') // 'a 14 h 30, dec'
 */
export function plainLetters(phrase: string): string {
  return phrase
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('\u2019', "'")
    .replaceAll('\u00b0', 'o')
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replaceAll(/(?<=\d)(?=\p{L})|(?<=[\p{L}'])(?=\d)/gu, ' ')
    .replaceAll(/(?<=\p{L})[.'](?= |$)/gu, '')
}

type Row = readonly [english: string, names: string]

function inOrder(english: readonly string[], names: string): readonly Row[] {
  const rows = names.split(';')
  return english.map((word, index) => [word, rows[index] ?? ''])
}

function entries(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(([english, names]) =>
      namesOf(names).flatMap((name) => spellings(name).map((spelling) => [spelling, english] as const)),
    ),
  )
}

function namesOf(names: string): readonly string[] {
  return names.split(',').filter((name) => name !== '')
}

/**
 * The spellings of a name without accents, and with `ae` for `ä`, which Germans write if the keyboard has no umlauts.
 */
function spellings(name: string): readonly string[] {
  const inTwoLetters = name.replaceAll(/[\u00e4\u00f6\u00fc]/g, (vowel) => `${plainLetters(vowel)}e`)
  return [plainLetters(name), plainLetters(inTwoLetters)]
}
