import { memoize } from '../../domain/memoize.ts'
import { clusters, widthOf } from './measure.ts'
import type { Role, Theme } from './theme.ts'
import { isOrdinary, isPlainText, escapeControls } from './escape-controls.ts'

const shownAsIs = Symbol('shown as it is')

/** A piece of text with what it is for. Only `span` and `gap` make one, so its text is always safe to show. */
export type Span = {
  readonly role: Role
  readonly text: string
  /** In columns of the screen. */
  readonly width: number
  readonly [shownAsIs]: true
}

/** What stands side by side on one line of the screen. */
export type Row = readonly Span[]

/** How the text stands on a screen: so many columns in from the left, and so many wide. */
export type Sheet = { readonly margin: number; readonly width: number }

/** The sheet on a screen of so many columns: a margin of two on both sides, where there is room for one. */
export function sheetOn(screenWidth: number): Sheet {
  const margin = screenWidth < 30 ? 0 : 2
  return { margin, width: Math.max(10, screenWidth - 2 * margin) }
}

/** Text for a role, made visible: the one door from outside text to the screen. */
export function span(role: Role, text: string): Span {
  return isPlainText(text)
    ? { role, text, width: text.length, [shownAsIs]: true }
    : piece(role, escapeControls(text))
}

/** How many columns of a screen the text takes once it is visible. */
export function textWidth(text: string): number {
  return isPlainText(text) ? text.length : widthOf(escapeControls(text))
}

/** Nothing, so many columns wide. */
export const gap: (width: number) => Span = memoize((width) => {
  const wide = Math.max(0, width)
  return { role: 'plain', text: ' '.repeat(wide), width: wide, [shownAsIs]: true }
})

/** How many columns the row takes. */
export function rowWidth(row: Row): number {
  return row.reduce(withWidth, 0)
}

function withWidth(sum: number, { width }: Span): number {
  return sum + width
}

/** How many columns the widest of the rows takes; 0 for none. */
export function widest(rows: readonly Row[]): number {
  return rows.reduce((limit, row) => Math.max(limit, rowWidth(row)), 0)
}

/** The row, filled up with space to a width; longer rows stay as they are. */
export function filled(row: Row, width: number, align: 'left' | 'right' = 'left'): Row {
  const space = gap(width - rowWidth(row))
  return align === 'left' ? [...row, space] : [space, ...row]
}

/**
 * The row in as many rows as it needs, none wider than `width`, broken between words; a word is cut only where
 * it alone is wider. Spaces are drawn together into one. Empty text gives no rows.
 */
export function wrap(row: Row, width: number): Row[] {
  if (rowWidth(row) <= width && isEven(row)) return [row]
  const rows: Span[][] = []
  let room = 0
  for (const word of wordsOf(row)) {
    const wide = rowWidth(word)
    const last = rows.at(-1)
    if (last !== undefined && wide < room) {
      join(last, [between(last, word), ...word])
      room -= wide + 1
    } else {
      const parts = wide > width ? cut(word, width) : [word]
      for (const part of parts) rows.push(join([], part))
      room = width - rowWidth(rows.at(-1) ?? [])
    }
  }
  return rows
}

/**
 * Items one after the other with a separator between, on as many rows as they need. An item that does not fit on
 * the rest of a row starts the next one; one that is wider than a whole row is wrapped where it stands, if there
 * is room to begin. Empty items are left out.
 */
export function flow(items: readonly Row[], separator: Span, width: number): Row[] {
  const total = items.reduce((sum, item) => besideWidth(sum, rowWidth(item), separator.width), 0)
  if (total <= width) return onOneRow(items, separator, width)
  const rows: Row[] = []
  let row: Span[] = []
  let wide = 0
  for (const item of items) {
    const more = rowWidth(item)
    if (more === 0) continue
    const room = width - wide - separator.width
    if (row.length > 0 && more <= room) {
      row.push(separator, ...item)
      wide += separator.width + more
      continue
    }
    const isJoined = row.length > 0 && more > width && room >= roomToBegin
    const wrapped = wrap(isJoined ? [...row, separator, ...item] : item, width)
    const last = wrapped.pop()
    if (last === undefined) continue
    if (row.length > 0 && !isJoined) rows.push(row)
    rows.push(...wrapped)
    row = [...last]
    wide = rowWidth(row)
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** How wide a row is with an item beside what it has; either may be nothing. */
function besideWidth(wide: number, more: number, space: number): number {
  return wide === 0 || more === 0 ? wide + more : wide + space + more
}

/** Items that fit side by side. */
function onOneRow(items: readonly Row[], separator: Span, width: number): Row[] {
  const joined = items.reduce<Row>((row, item) => {
    if (rowWidth(item) === 0) return row
    return row.length === 0 ? (wrap(item, width)[0] ?? row) : row.concat(separator, item)
  }, [])
  return joined.length === 0 ? [] : [joined]
}

/** Space at an end, or more than one plain space between words. */
const unevenSpace = /^\s|\s$|\s\s|[^\S ]/u

/** Whether there is text, with one plain space between its words and none around them. */
function isEven(row: Row): boolean {
  const text = row.length === 1 ? (row[0]?.text ?? '') : row.map((part) => part.text).join('')
  // Most text is ordinary, and a pattern takes time before it is first used.
  return text !== '' && (isOrdinary(text) || !unevenSpace.test(text))
}

const roomToBegin = 10

/** Rows behind a head: it stands before the first of them, as much space before the others. */
export function hung(head: Row, rows: readonly Row[]): Row[] {
  if (rows.length === 0) return [head]
  const space: Row = [gap(rowWidth(head))]
  return rows.map((row, index) => (index === 0 ? head : space).concat(row))
}

/** The rows as text: each `margin` columns in, styled, no space at its end. */
export function printed(rows: readonly Row[], theme: Theme, margin: number): string {
  const before = theme.plain(gap(margin).text)
  return rows.reduce((page, row) => {
    const text = styled(row, theme)
    return text === '' ? `${page}\n` : `${page}${before}${text}\n`
  }, '')
}

/** One row as text, styled, without space at its end. */
export function styled(row: Row, theme: Theme): string {
  const end = row.findLastIndex(({ text }) => text.trimEnd() !== '')
  return row.reduce((said, { role, text }, index) => {
    if (index > end) return said
    return said + theme[role](index === end ? text.trimEnd() : text)
  }, '')
}

/** The words of a row; one may run over several spans: "Lee" and the comma after it. */
export function wordsOf(row: Row): Row[] {
  const words: Span[][] = [[]]
  for (const { role, text } of row) {
    for (const [index, part] of text.split(/\s+/u).entries()) {
      if (index > 0) words.push([])
      if (part !== '') words.at(-1)?.push(piece(role, part))
    }
  }
  return words.filter((word) => word.length > 0)
}

/** The space between two words, in their role where they share one. */
function between(before: Row, after: Row): Span {
  const role = before.at(-1)?.role
  return piece(role !== undefined && role === after[0]?.role ? role : 'plain', ' ')
}

/** Adds spans to a row, those of one role as one. */
function join(row: Span[], more: Row): Span[] {
  for (const next of more) {
    const last = row.at(-1)
    if (last?.role === next.role) row.splice(-1, 1, piece(last.role, last.text + next.text))
    else row.push(next)
  }
  return row
}

/** A word in parts no wider than `width`, cut between what is seen as one character and the next. */
function cut(word: Row, width: number): Row[] {
  const parts: Span[][] = [[]]
  let room = width
  for (const { role, text } of word) {
    for (const cluster of clusters(text)) {
      const wide = widthOf(cluster)
      if (wide > room && room < width) {
        parts.push([])
        room = width
      }
      join(parts.at(-1) ?? [], [piece(role, cluster)])
      room -= wide
    }
  }
  return parts
}

/** Text that came out of spans, and so is visible already. */
function piece(role: Role, text: string): Span {
  return { role, text, width: widthOf(text), [shownAsIs]: true }
}
