import { memoize } from '../../domain/memoize.ts'
import { escapeControls } from './escape-controls.ts'
import { widthOf } from './measure.ts'
import type { Role } from './theme.ts'

declare const escapedBrand: unique symbol

/** A piece of text with its role. Only `span` and `gap` make one, so its text is always safe to show. */
export type Span = {
  readonly role: Role
  readonly text: string
  /** In columns of the screen. */
  readonly width: number
  readonly [escapedBrand]: true
}

/** The spans side by side on one line of the screen. */
export type Row = readonly Span[]

/** Text in a role, escaped: the only way for outside text to the screen. */
export function span(role: Role, text: string): Span {
  return escapedSpan(role, escapeControls(text))
}

/** Text that is escaped already, since it was taken out of spans. */
export function escapedSpan(role: Role, text: string): Span {
  return { role, text, width: widthOf(text) } as Span
}

/** Blank space, so many columns wide; made once for each width, since every row has some. */
export const gap: (width: number) => Span = memoize((width) =>
  escapedSpan('plain', ' '.repeat(Math.max(0, width))),
)

export function rowText(row: Row): string {
  return row.reduce(addText, '')
}

function addText(before: string, { text }: Span): string {
  return before + text
}

/** How many columns the row takes. */
export function rowWidth(row: Row): number {
  return row.reduce(addWidth, 0)
}

function addWidth(sum: number, { width }: Span): number {
  return sum + width
}

/** How many columns the widest of the rows takes; 0 for none. */
export function maxWidth(rows: readonly Row[]): number {
  return rows.reduce((widest, row) => Math.max(widest, rowWidth(row)), 0)
}

/** The row, filled up with blank space to a width; longer rows stay as they are. */
export function padRow(row: Row, width: number, align: 'left' | 'right' = 'left'): Row {
  const space = gap(width - rowWidth(row))
  return align === 'left' ? [...row, space] : [space, ...row]
}

/** Rows behind a head: it stands before the first of them, as much blank space before the others. */
export function hangingIndent(head: Row, rows: readonly Row[]): Row[] {
  if (rows.length === 0) return [head]
  const space = [gap(rowWidth(head))]
  return rows.map((row, index) => (index === 0 ? head : space).concat(row))
}
