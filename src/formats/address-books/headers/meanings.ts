import { columnsWithoutField } from './without-field.ts'
import { fillerWords, labelWords, nameWords, reachWords, unsetColumns, unsetValues } from './words.ts'

/** A column's name in lower case, without accents and punctuation: "E-mail 2 Address" → "e mail 2 address". */
function normalizedHeader(name: string): string {
  return wordsOf(name).join(' ')
}

/** The words and numbers of a column's name, as `normalizedHeader` writes them. */
export function wordsOf(name: string): string[] {
  const split = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z]{2,})/g, '$1 $2')
  const plain = split.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replaceAll('\u00df', 'ss')
      .replaceAll('\u0153', 'oe')
      .match(/[\p{L}]+|\d+/gu) ?? []
  )
}

type Phrase = { readonly words: readonly string[]; readonly means: readonly string[] }

/** All known phrases by their first word, the longest phrase first. */
const phrases = new Map<string, Phrase[]>()
for (const [means, list] of Object.entries({ ...nameWords, ...reachWords, ...labelWords, '': fillerWords })) {
  for (const phrase of listed(list)) {
    const words = phrase.split(' ')
    const [first = ''] = words
    const same = phrases.get(first) ?? []
    same.push({ words, means: means.split(' ').filter((one) => one !== '') })
    phrases.set(first, same)
  }
}
for (const same of phrases.values()) same.sort((a, b) => b.words.length - a.words.length)

const withoutField = new Set(listed(columnsWithoutField))
const unset = { columns: new Set(listed(unsetColumns)), values: new Set(listed(unsetValues)) }

function listed(text: string): string[] {
  return text.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '))
}

/** Whether these words name a column for which a contact has no field. */
export function hasNoField(words: readonly string[]): boolean {
  return withoutField.has(words.filter((word) => !/^\d/.test(word)).join(' '))
}

/** Whether programs fill this column in every row, like a priority. */
export function isFilledForAll(column: string): boolean {
  return unset.columns.has(normalizedHeader(column))
}

/** Whether a value is a program's default in such a column. */
export function isUnset(value: string): boolean {
  return unset.values.has(normalizedHeader(value))
}

/** The meanings of a name's words, and its number (default: 1); `null` if a word is unknown. */
export function meaningsOf(words: readonly string[]): { means: Set<string>; number: number } | null {
  const means = new Set<string>()
  let number = 1
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? ''
    if (/^\d{1,2}$/.test(word)) {
      number = Number(word)
      at += 1
      continue
    }
    const found = phrases
      .get(word)
      ?.find((phrase) => phrase.words.every((other, index) => other === words[at + index]))
    if (found === undefined) return null
    for (const meaning of found.means) means.add(meaning)
    at += found.words.length
  }
  if (means.delete('second')) number = 2
  return { means, number }
}
