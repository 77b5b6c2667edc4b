/**
 * A count and its noun, in the plural unless the count is 1.
 *
 * @example pluralize(12, 'day') // '12 days'
 */
export function pluralize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/**
 * Names in a sentence: at most three, then the number of the others; "nobody" for none.
 *
 * @example joinNames(['Ada', 'Gary']) // 'Ada and Gary'
 * @example joinNames(['Ada', 'Gary', 'José', 'Mei', 'Sue']) // 'Ada, Gary, José and 2 more'
 */
export function joinNames(names: readonly string[]): string {
  const said = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  if (said.length < 2) return said[0] ?? 'nobody'
  return `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`
}

/** A list in a sentence, complete: "a birthday, a note and another company". */
export function joinWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`
}
