import { slipsBetween } from '../phrase/slips.ts'

/** How many keys are suggested, and how long a key may be to be compared with them. */
const mostNear = 3
const longestKey = 40

/** The keys somebody may have meant: those a slip or two away, and those with a part that begins so. */
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

/** A key with one sign between its words, whichever was typed. */
function spelled(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, '-')
}
