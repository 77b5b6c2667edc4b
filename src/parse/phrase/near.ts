import { slipsBetween } from './slips.ts'

/**
 * Replaces each word that is not in the list by the most similar one that is; a word with a digit, and one too
 * different from all, is unchanged.
 *
 * @example nearestPhrase('tomorow 10:30', ['today', 'tomorrow']) // 'tomorrow 10:30'
 */
export function nearestPhrase(phrase: string, words: readonly string[]): string {
  return phrase
    .split(' ')
    .map((word) => nearestWord(word, words))
    .join(' ')
}

function nearestWord(word: string, words: readonly string[]): string {
  if (words.includes(word) || word.length < 3 || !/^\p{L}+$/u.test(word)) return word
  const mostSlips = word.length < 5 ? 1 : 2
  const [nearest] = words
    .filter((candidate) => candidate.length >= 3)
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate) }))
    .filter(({ slips }) => slips <= mostSlips)
    // Of two equally similar words, the longer one: leaving out a letter is the more common slip.
    .sort((a, b) => a.slips - b.slips || b.candidate.length - a.candidate.length)
  return nearest?.candidate ?? word
}
