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
 * The language in which phrases are read beside English, by the locale (BCP 47); `null` if there are no words for it.
 *
 * @example languageOf('de-AT') // german
 */
export function languageOf(locale: string | null): Language | null {
  return languages.get(locale?.split('-')[0] ?? '') ?? null
}
