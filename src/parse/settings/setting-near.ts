import { slipsBetween } from '../phrase/slips.ts'

/** The most keys suggested, and the longest key compared with them. */
const mostNear = 3
const longestKey = 40

/**
 * The keys that the user may have meant: those with one or two typing errors, and those with a part that begins with
 * the typed text.
 */
export function keysNear(typed: string, keys: readonly string[]): string[] {
  const word = spelled(typed).slice(0, longestKey)
  const limit = Math.floor(word.length / 3)
  return keys
    .map((key) => ({ key, slips: Math.min(...[key, ...key.split('.')].map(slipsFrom(word))) }))
    .filter(({ slips }) => slips <= limit)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, mostNear)
    .map(({ key }) => key)
}

function slipsFrom(word: string): (part: string) => number {
  return (part) =>
    word.length >= 3 && spelled(part).startsWith(word) ? 0 : slipsBetween(word, spelled(part))
}

/** A key with one kind of separator between its words, whichever was typed. */
function spelled(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-')
}
