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
  if (words.includes(word) || word.length < 3 || !/^[a-z]+$/.test(word)) return word
  const mostSlips = word.length < 5 ? 1 : 2
  const [nearest] = words
    .filter((candidate) => candidate.length >= 3)
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate) }))
    .filter(({ slips }) => slips <= mostSlips)
    // Of two as near, the longer: a letter is sooner left out than put in.
    .sort((a, b) => a.slips - b.slips || b.candidate.length - a.candidate.length)
  return nearest?.candidate ?? word
}

/** How many letters are missing, too many, wrong or swapped with their neighbour. */
function slipsBetween(typed: string, meant: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: meant.length + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= meant.length; column += 1) {
      const wrong = typed[row - 1] === meant[column - 1] ? 0 : 1
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + wrong,
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      )
    }
    ;[beforeLast, last] = [last, current]
  }
  return at(last, meant.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
