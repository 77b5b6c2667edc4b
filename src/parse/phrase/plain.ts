import { usage } from '../../domain/errors.ts'
import { asciiDigits } from './languages/digits.ts'

const longest = 100
const shown = 30

/**
 * Normalizes a phrase for the forms: lower case, single spaces, without the comma of "Fri, 27 Nov". The hint is only
 * computed for a refusal.
 *
 * @throws FuError kind usage, if the text is empty or far too long
 */
export function plainPhrase(text: string, what: 'date' | 'period', hint: () => string): string {
  const phrase = asciiDigits(text)
    .toLowerCase()
    .replaceAll(/,(?=\s)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (phrase === '') throw usage(`An empty text is not a ${what}.`, hint())
  if (phrase.length > longest) {
    throw usage(`"${phrase.slice(0, shown)}…" is too long for a ${what}.`, hint())
  }
  return phrase
}

/** @example tryOneOf(['fri', '3d', 'eow']) // 'Try "fri", "3d" or "eow".' */
export function tryOneOf(phrases: readonly string[]): string {
  const quoted = phrases.map((phrase) => `"${phrase}"`)
  const last = quoted.at(-1) ?? ''
  return quoted.length < 2 ? `Try ${last}.` : `Try ${quoted.slice(0, -1).join(', ')} or ${last}.`
}
