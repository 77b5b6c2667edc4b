import Table from 'cli-table3'
import { contentArea, renderRow, renderRows } from './render.ts'
import { hangingIndent, rowWidth, span, maxWidth, type Row } from './span.ts'
import { splitWords, wrap } from './wrap.ts'
import type { Role, Theme } from './theme.ts'

export type TableOptions = {
  readonly theme: Theme
  /** In columns of the screen. */
  readonly width: number
  /** Default: left. */
  readonly align?: readonly ('left' | 'right')[]
}

const columnGap = 2
/** Longer words may be cut, so that one address does not take the room of all other columns. */
const longestUncutWord = 24
/** The narrowest readable column of running text. */
const minimumColumn = 16

/**
 * Rows in columns under dim heads, without borders. Cells wrap; nothing is cut off. If the screen is too narrow for the
 * columns, each row is printed as `head: value` lines without the empty ones, separated by blank rows. No rows give no
 * text.
 */
export function tableView(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string {
  if (rows.length === 0) return ''
  const sheet = contentArea(options.width)
  const body = rows.map((row) => asRow(row, 'plain'))
  const cells = [asRow(head, 'dim'), ...body]
  const widths = columnWidths(cells, sheet.width)
  if (widths === null) return renderRows(stackedRows(head, body, sheet.width), options.theme, sheet.margin)
  return columnsTable(cells, widths, options)
}

function asRow(texts: readonly string[], role: Role): Row {
  return texts.map((text) => span(role, text))
}

/**
 * The column widths that the cells need; if that is too wide, the widest columns shrink, but not below their longest
 * word.
 */
function columnWidths(cells: readonly Row[], width: number): number[] | null {
  const count = cells[0]?.length ?? 0
  const columns = Array.from({ length: count }, (_, column) => {
    const texts = cells.map((row) => row.slice(column, column + 1))
    const wanted = maxWidth(texts)
    const longestWord = Math.min(longestUncutWord, maxWidth(texts.flatMap(splitWords)))
    return { wanted, least: Math.max(minimumColumn, longestWord) }
  })
  const room = width - columnGap * (count - 1)
  for (let limit = room; limit > 0; limit -= 1) {
    const widths = columns.map(({ wanted, least }) => Math.min(wanted, Math.max(limit, least)))
    if (widths.reduce((sum, wide) => sum + wide, 0) <= room) return widths
  }
  return null
}

function columnsTable(
  cells: readonly Row[],
  room: readonly number[],
  { theme, width, align }: TableOptions,
): string {
  const rows = cells.map((row) => row.map((cell, column) => wrap([cell], room[column] ?? minimumColumn)))
  const widths = room.map((_, column) => maxWidth(rows.flatMap((row) => row[column] ?? [])))
  const look = {
    chars: { ...noLines, middle: ' '.repeat(columnGap) },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths,
    colAligns: widths.map((_, column) => align?.[column] ?? 'left'),
  }
  const margin = ' '.repeat(contentArea(width).margin)
  return batchesOf(rows.flatMap(linesOf))
    .flatMap((some) => renderTable(some, new Table(look), theme))
    .map((line) => (line === '' ? '\n' : `${margin}${line}\n`))
    .join('')
}

/** The lines of a row of wrapped cells, which may have different heights. */
function linesOf(row: readonly Row[][]): Row[][] {
  const height = row.reduce((limit, cell) => Math.max(limit, cell.length), 0)
  return Array.from({ length: height }, (_, index) => row.map((cell) => cell[index] ?? []))
}

/**
 * Renders the lines of a table. The library measures text by its own rules, which are wrong for some scripts. So it
 * places stand-ins of the right width, which are then replaced by the texts in order.
 */
function renderTable(lines: readonly Row[][], table: Table.Table, theme: Theme): string[] {
  const texts = lines.flatMap((line) =>
    line.filter((part) => rowWidth(part) > 0).map((part) => renderRow(part, theme)),
  )
  for (const line of lines) table.push(line.map((part) => placeholder.repeat(rowWidth(part))))
  const inOrder = texts.values()
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd().replace(placeholders, () => inOrder.next().value ?? ''))
}

/** Splits lines into batches: the library takes four times as long for twice the rows, and longer for tall cells. */
function batchesOf(lines: readonly Row[][]): Row[][][] {
  return Array.from({ length: Math.ceil(lines.length / batchSize) }, (_, index) =>
    lines.slice(index * batchSize, (index + 1) * batchSize),
  )
}

const batchSize = 50
const placeholder = 'x'
const placeholders = /x+/g
const noLines = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
    ['', '-mid', '-left', '-right'].map((joint) => [`${side}${joint}`, '']),
  ),
)

function stackedRows(head: readonly string[], rows: readonly Row[], width: number): Row[] {
  return rows.flatMap((row, index) => {
    const fields = row.flatMap((cell, column) => {
      const name = head[column] ?? ''
      const before = [span('dim', name === '' ? '' : `${name}: `)]
      const room = width - rowWidth(before)
      if (rowWidth([cell]) === 0) return []
      return room < 10 ? wrap([...before, cell], width) : hangingIndent(before, wrap([cell], room))
    })
    return index === 0 ? fields : [[], ...fields]
  })
}
