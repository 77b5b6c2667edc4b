/** The parts of a name, as in the N property of a vCard. */
export const namePartNames = ['prefix', 'given', 'middle', 'family', 'suffix'] as const
export type NamePart = (typeof namePartNames)[number]
export type NameParts = Readonly<Record<NamePart, string | null>>

export const emptyNameParts: NameParts = {
  prefix: null,
  given: null,
  middle: null,
  family: null,
  suffix: null,
}

/** The parts that stay valid when the name changes: given and family name do not, because the new name shows them. */
export function renamed(parts: NameParts): NameParts {
  return { ...parts, given: null, family: null }
}

/**
 * A name with the parts that it lacks, in spoken order; `null` if it lacks none.
 *
 * @example fullName('Ada Love', { ...emptyNameParts, prefix: 'Dr.', middle: 'M.' }) // 'Dr. Ada M. Love'
 */
export function fullName(name: string, { prefix, given, middle, family, suffix }: NameParts): string | null {
  const left = (part: string | null): string => (part === null || name.includes(part) ? '' : part)
  const told = splitName(name)
  const isWhole = [given, middle, family].every((part) => left(part) === '')
  const words = isWhole ? [name] : [given ?? told.given, middle, family ?? told.family]
  const full = [left(prefix), ...words, left(suffix)].filter((word) => word !== null && word !== '').join(' ')
  return full === name ? null : full
}

/**
 * Guesses the family name (the last word) and the given names (the words before it). A single word is the given name.
 *
 * @example splitName('Gary Lee') // { family: 'Lee', given: 'Gary' }
 */
export function splitName(name: string): { readonly family: string; readonly given: string } {
  const words = name.trim().split(/[\p{Z}\t\r\n\u0085]+/u)
  return words.length === 1
    ? { family: '', given: name }
    : { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') }
}

/**
 * The parts of a name to store: given and family name only if the name does not show them.
 *
 * @example namePartsOf('Gary Lee', { ...emptyNameParts, given: 'Gary', family: 'Lee' }) // all of them null
 */
export function namePartsOf(name: string, parts: NameParts): NameParts {
  const { family, given } = splitName(name)
  const isTold = family === (parts.family ?? '') && given === (parts.given ?? '')
  return isTold ? renamed(parts) : parts
}
