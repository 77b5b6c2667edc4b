/** A difference between an object of a diary's schema and the one that fu makes. */
export type SchemaDifference = {
  readonly difference: 'extra' | 'missing' | 'changed'
  /** `table`, `virtual table`, `index`, `trigger` or `view`. */
  readonly type: string
  readonly name: string
}

/** A value that was left out, or a whole row if `column` is `null`. */
export type LeftOutValue = {
  readonly table: string
  /** The name of the row: `promises 12`. */
  readonly row: string
  readonly column: string | null
  /** Why, in words: "CHECK constraint failed". */
  readonly why: string
  /** The value, or the columns of the row as JSON. */
  readonly text: string
}

/** A column of a table of fu that fu does not know. */
export type LeftOutColumn = { readonly table: string; readonly column: string }

/** The data not copied from a foreign diary into the new one. */
export type LeftOut = {
  readonly objects: readonly SchemaDifference[]
  readonly columns: readonly LeftOutColumn[]
  readonly values: readonly LeftOutValue[]
}

export const nothingLeftOut: LeftOut = { objects: [], columns: [], values: [] }

/**
 * The difference in words.
 *
 * @example differenceWords({ difference: 'extra', type: 'trigger', name: 'keep' }) // 'extra trigger "keep"'
 */
export function differenceWords({ difference, type, name }: SchemaDifference): string {
  return `${difference} ${type} ${JSON.stringify(shorten(name))}`
}

/** The first differences in words, and the number of the others. */
export function fewDifferences(differences: readonly SchemaDifference[]): string {
  const rest = differences.length - mostNamed
  return [
    ...differences.slice(0, mostNamed).map(differenceWords),
    ...(rest > 0 ? [`${rest} more`] : []),
  ].join(', ')
}

const mostNamed = 5

/** A foreign name may be of any length. */
function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name
}
