import { memoize } from '../../domain/memoize.ts'
import { escapeControls } from './escape-controls.ts'
import { widthOf } from './measure.ts'
import type { Role } from './theme.ts'

declare const escapedBrand: unique symbol

/** A piece of text with its role. Only `span` and `gap` create one, so its text is always safe to print. */
export type Span = {
  readonly role: Role
  readonly text: string
  /** In columns of the screen. */
  readonly width: number
  readonly [escapedBrand]: true
}

/** Spans side by side on one line of the screen. */
export type Row = readonly Span[]

/** Text in a role, escaped: the only way to print text from outside. */
export function span(role: Role, text: string): Span {
  return escapedSpan(role, escapeControls(text))
}

/** Text taken from spans, which is already escaped. */
export function escapedSpan(role: Role, text: string): Span {
  return { role, text, width: widthOf(text) } as Span
}

/** Blank space of a width in columns; memoized, because every row has some. */
export const gap: (width: number) => Span = memoize((width) =>
  escapedSpan('plain', ' '.repeat(Math.max(0, width))),
)

export function rowText(row: Row): string {
  return row.reduce(addText, '')
}

function addText(before: string, { text }: Span): string {
  return before + text
}

/** The width of a row in columns. */
export function rowWidth(row: Row): number {
  return row.reduce(addWidth, 0)
}

function addWidth(sum: number, { width }: Span): number {
  return sum + width
}

/** The width of the widest row in columns; 0 for no rows. */
export function maxWidth(rows: readonly Row[]): number {
  return rows.reduce((widest, row) => Math.max(widest, rowWidth(row)), 0)
}

/** Pads a row with blank space to a width; longer rows are unchanged. */
export function padRow(row: Row, width: number, align: 'left' | 'right' = 'left'): Row {
  const space = gap(width - rowWidth(row))
  return align === 'left' ? [...row, space] : [space, ...row]
}

/** Rows with a head before the first of them, and blank space of the same width before the others. */
export function hangingIndent(head: Row, rows: readonly Row[]): Row[] {
  if (rows.length === 0) return [head]
  const space = [gap(rowWidth(head))]
  return rows.map((row, index) => (index === 0 ? head : space).concat(row))
}
