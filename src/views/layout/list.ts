import { contentArea, renderRows } from './render.ts'
import { gap, hangingIndent, padRow, rowWidth, span, type Row } from './span.ts'
import { truncateRow } from './truncate.ts'
import { wrap } from './wrap.ts'
import type { Role, Theme } from './theme.ts'

export type ListOptions = {
  readonly theme: Theme
  /** The columns to which rows are cut; `null` in a pipe, where nothing is cut. */
  readonly fit: number | null
  /** Default: left. */
  readonly align?: readonly ('left' | 'right')[]
}

const columnGap = 2
/** The narrowest useful column. */
const narrowest = 6
/** The rows that are measured to choose the column widths, and printed at once. */
const batchSize = 1000

/** The width of a line in a list. */
export type LineOptions = { readonly width: number; readonly isScreen: boolean }

/** On a narrower screen, the parts of a line are below each other. */
export const leastWidth = 60

/** A line of a list after its head: one row, cut to the screen or full length in a pipe; wrapped on a narrow screen. */
export function listLine(head: Row, text: Row, { width, isScreen }: LineOptions): Row[] {
  if (!isScreen) return [head.concat(text)]
  const room = Math.max(10, contentArea(width).width - rowWidth(head))
  return width < leastWidth ? hangingIndent(head, wrap(text, room)) : [head.concat(truncateRow(text, room))]
}

/**
 * Rows in columns under dim heads, one line each, in pieces for streaming. On a screen, long cells are cut; in a pipe,
 * nothing is. No rows give no text.
 */
export function* listView(
  head: readonly string[],
  rows: Iterable<readonly string[]>,
  { theme, fit, align = [] }: ListOptions,
): Generator<string> {
  const { margin, width } = contentArea(fit ?? Infinity)
  let widths: readonly number[] | null = null
  for (const batch of batchesOf(rows)) {
    const cells = batch.map((texts) => cellsOf(texts, 'plain'))
    const lines: Row[][] = widths === null ? [cellsOf(head, 'dim'), ...cells] : cells
    widths ??= widthsFor(lines, width)
    const room = widths
    const rowsOf = lines.map((line) => rowOf(line, room, { align, isCut: fit !== null }))
    yield renderRows(rowsOf, theme, margin)
  }
}

function* batchesOf<Item>(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function cellsOf(texts: readonly string[], role: Role): Row[] {
  return texts.map((text) => [span(role, text.replaceAll(/\s+/g, ' '))])
}

/** The column widths that the cells need; if that is too wide, the widest columns shrink. */
function widthsFor(lines: readonly (readonly Row[])[], width: number): number[] {
  const wanted: number[] = []
  for (const line of lines) {
    for (const [column, cell] of line.entries()) {
      wanted[column] = Math.max(wanted[column] ?? 0, cell[0]?.width ?? 0)
    }
  }
  const room = width - columnGap * (wanted.length - 1)
  const total = (limit: number): number => wanted.reduce((sum, wide) => sum + Math.min(wide, limit), 0)
  let limit = Math.max(...wanted)
  while (limit > narrowest && total(limit) > room) limit -= 1
  return wanted.map((wide) => Math.min(wide, limit))
}

function rowOf(
  cells: readonly Row[],
  widths: readonly number[],
  { align, isCut }: { readonly align: readonly ('left' | 'right')[]; readonly isCut: boolean },
): Row {
  return cells.flatMap((cell, column) => {
    const width = widths[column] ?? 0
    const shown = isCut ? truncateRow(cell, width) : cell
    const isLast = column === cells.length - 1
    const padded = isLast ? shown : padRow(shown, width, align[column])
    return column === 0 ? padded : [gap(columnGap), ...padded]
  })
}
