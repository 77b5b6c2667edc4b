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
  /** The columns whose cells are cut last, such as dates. */
  readonly whole?: readonly number[]
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
  { theme, fit, align = [], whole = [] }: ListOptions,
): Generator<string> {
  const { margin, width } = contentArea(fit ?? Infinity)
  let widths: readonly number[] | null = null
  for (const batch of batchesOf(rows)) {
    const cells = batch.map((texts) => cellsOf(texts, 'plain'))
    const lines: Row[][] = widths === null ? [cellsOf(head, 'dim'), ...cells] : cells
    widths ??= widthsFor(lines, width, new Set(whole))
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

/**
 * The column widths that the cells need. If that is too wide, columns give up what only a few of their cells need, so that
 * one long cell does not narrow the others; if that is too wide still, the widest columns shrink.
 */
function widthsFor(lines: readonly (readonly Row[])[], width: number, whole: ReadonlySet<number>): number[] {
  const wanted: number[] = []
  const usual: number[] = []
  for (const column of (lines[0] ?? []).keys()) {
    const cells = lines.map((line) => line[column]?.[0]?.width ?? 0).toSorted((a, b) => a - b)
    const longest = cells.at(-1) ?? 0
    const most = cells[Math.floor((cells.length - 1) * usualShare)] ?? 0
    wanted[column] = longest
    // One more is for the mark of the cut.
    usual[column] = whole.has(column) ? longest : Math.min(longest, most + 1)
  }
  const room = width - columnGap * (wanted.length - 1)
  if (sum(usual) <= room) return widened(usual, wanted, room)
  const cut = shrunk(usual, room, whole)
  return sum(cut) <= room ? cut : shrunk(usual, room, new Set())
}

/** The share of the cells in a column that its usual width has room for. */
const usualShare = 0.9

/** Widths with what is left of the room, which the columns get that lack the least. */
function widened(widths: readonly number[], wanted: readonly number[], room: number): number[] {
  const lacking = (column: number): number => (wanted[column] ?? 0) - (widths[column] ?? 0)
  let left = room - sum(widths)
  const given = [...widths]
  for (const column of [...widths.keys()].toSorted((a, b) => lacking(a) - lacking(b))) {
    const more = Math.min(lacking(column), left)
    given[column] = (given[column] ?? 0) + more
    left -= more
  }
  return given
}

/** Widths of which the greatest are cut to fit into the room, but not those of some columns. */
function shrunk(widths: readonly number[], room: number, whole: ReadonlySet<number>): number[] {
  const upTo = (limit: number): number[] =>
    widths.map((wide, column) => (whole.has(column) ? wide : Math.min(wide, limit)))
  let limit = Math.max(...widths)
  while (limit > narrowest && sum(upTo(limit)) > room) limit -= 1
  return upTo(limit)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
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
