import { widthOf } from './measure.ts'
import { wrapSentence } from './sentence.ts'

/** A term and its meaning. */
export type Definition = readonly [term: string, meaning: string]

export type DefinitionOptions = {
  /** In columns of the screen. */
  readonly width: number
  /** In columns. */
  readonly indent: number
  /** The widest term with its meaning on the same line. */
  readonly widestTerm: number
  /** Whether meanings begin at the column for the widest possible term, so that several lists are aligned. */
  readonly isFixed?: boolean
}

/** On a narrower screen each meaning is below its term, unless all terms are short. */
const leastForColumns = 60
const shortTerm = 8
const columnGap = 2

/** Terms with their meanings beside them, or below if there is no room; wrapped between words. */
export function definitionLines(
  rows: readonly Definition[],
  { width, indent, widestTerm, isFixed = false }: DefinitionOptions,
): string[] {
  const before = ' '.repeat(indent)
  const isNarrow = width < leastForColumns && rows.some(([term]) => widthOf(term) > shortTerm)
  const widths = rows.map(([term]) => widthOf(term)).filter((columns) => columns <= widestTerm)
  const column = isNarrow ? 4 : Math.max(isFixed ? widestTerm : 0, ...widths) + columnGap
  return rows.flatMap(([term, meaning]) => {
    const lines = paragraphLines(meaning, { width, indent: indent + column })
    const [first = '', ...others] = lines
    const isBeside = !isNarrow && widthOf(term) <= widestTerm
    if (!isBeside) return [...paragraphLines(term, { width, indent }), ...(meaning === '' ? [] : lines)]
    return [`${before}${term}${' '.repeat(column - widthOf(term))}${first.trimStart()}`.trimEnd(), ...others]
  })
}

/** Wrapped text, indented. */
export function paragraphLines(
  text: string,
  { width, indent }: Pick<DefinitionOptions, 'width' | 'indent'>,
): string[] {
  const room = Math.max(10, width - indent)
  return wrapSentence(text, room)
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}`)
}
