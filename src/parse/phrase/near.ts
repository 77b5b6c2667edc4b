import { slipsBetween } from './slips.ts'

/**
 * The phrase with each word that is not in the list replaced by the nearest one that is; a word with a digit,
 * and one too far from all, stays as it is.
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
    // Of two as near, the longer: a letter is sooner left out than put in.
    .sort((a, b) => a.slips - b.slips || b.candidate.length - a.candidate.length)
  return nearest?.candidate ?? word
}
