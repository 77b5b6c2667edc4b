import { normalizeText } from '../../domain/normalize.ts'

/** The characters shown before and after a word. */
const around = 40

/**
 * Finds the words of a search in texts that a result does not show: returns the part of the first such text around the
 * word, or `null` if the shown text contains all words.
 *
 * @example excerptOf(['wedding in March 2027'], 'Ada Love · +44 20 7946 0000', ['2027']) // 'wedding in March 2027'
 */
export function excerptOf(
  texts: readonly (string | null)[],
  shown: string,
  words: readonly string[],
): string | null {
  const seen = normalizeText(shown)
  for (const word of words.map(normalizeText)) {
    if (word === '' || seen.includes(word)) continue
    for (const line of texts.flatMap((text) => text?.split('\n') ?? [])) {
      if (normalizeText(line).includes(word)) return partOf(line, word)
    }
  }
  return null
}

/** A line, cut between words if it is too long. */
function partOf(line: string, word: string): string {
  const place = Math.max(0, line.toLowerCase().indexOf(word))
  const [from, to] = [place - around, place + word.length + around]
  const start = from <= 0 ? 0 : line.indexOf(' ', from) + 1
  const space = line.lastIndexOf(' ', to)
  const end = to >= line.length || space <= place ? line.length : space
  return `${start === 0 ? '' : '… '}${line.slice(start, end).trim()}${end === line.length ? '' : ' …'}`
}
