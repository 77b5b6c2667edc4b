import { languageOf } from './of-locale.ts'

/**
 * Phrases in the locale's language for shell completion; none if only English is read.
 *
 * @param isBack whether the phrases are for past days
 * @example phrasesToComplete('de-DE', true) // ['heute', 'gestern', 'letzten freitag', 'montag', …]
 */
export function phrasesToComplete(locale: string | null, isBack: boolean): readonly string[] {
  const language = languageOf(locale)
  if (language === null) return []
  const { today, tomorrow, yesterday, lastFriday, nextWeek } = language.examples
  const weekdays = language.weekdays.toLowerCase().split(';')
  const names = weekdays.map((spellings) => spellings.replace(/,.*/, ''))
  return isBack ? [today, yesterday, lastFriday, ...names] : [today, tomorrow, nextWeek, ...names]
}
