import { namesOf } from './from-names.ts'
import { dutch } from './dutch.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { italian } from './italian.ts'
import type { Language } from './language.ts'
import { portuguese } from './portuguese.ts'
import { spanish } from './spanish.ts'

const languages: ReadonlyMap<string, Language> = new Map([
  ['de', german],
  ['es', spanish],
  ['fr', french],
  ['it', italian],
  ['nl', dutch],
  ['pt', portuguese],
])

/**
 * The language for phrases beside English, by the locale (BCP 47); `null` if there are no words for it.
 *
 * @example languageOf('de-AT') // german
 */
export function languageOf(locale: string | null): Language | null {
  if (locale === null) return null
  const [code = ''] = locale.split('-')
  return languages.get(code) ?? (code === 'en' ? null : namesOf(locale))
}

/** Whether there is a table for the language of a locale. */
export function hasWords(locale: string | null): boolean {
  return languages.has(locale?.split('-')[0] ?? '')
}
