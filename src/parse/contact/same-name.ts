import { normalizeText, queryWords } from '../../domain/normalize.ts'

/**
 * Whether two names from different sources can be the same person's: each word of the shorter one must be, or begin, a
 * word of the longer one. Two people of one family do not match.
 *
 * @example canBeSameName('G. Lee', 'Gary Lee') // true
 * @example canBeSameName('Ada Lee', 'Gary Lee') // false
 */
export function canBeSameName(one: string, other: string): boolean {
  if (normalizeText(one) === normalizeText(other)) return true
  const [shorter = [], longer = []] = [queryWords(one), queryWords(other)].sort((a, b) => a.length - b.length)
  if (shorter.length === 0) return false
  const left = [...longer]
  return shorter.every((word) => {
    const at = left.findIndex((candidate) => candidate.startsWith(word) || word.startsWith(candidate))
    if (at === -1) return false
    left.splice(at, 1)
    return true
  })
}
