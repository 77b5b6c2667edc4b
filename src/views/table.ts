import Table from 'cli-table3'
import { hung, printed, rowWidth, sheetOn, span, styled, widest, wordsOf, wrap, type Row } from './layout.ts'
import type { Role, Theme } from './theme.ts'

export type TableOptions = {
  readonly theme: Theme
  /** Columns of the screen. */
  readonly width: number
  /** Left for those not named. */
  readonly align?: readonly ('left' | 'right')[]
}

const between = 2
/** A longer word than this may be cut, so that one address does not take the columns from all the others. */
const longWord = 24
/** A column of running text is hard to read below this. */
const narrow = 16

/**
 * Rows in columns under dim heads, without lines around them. Cells wrap, nothing is cut off. Where the screen
 * is too narrow for the columns, each row stands as `head: value`, the empty ones left out, a blank row between.
 * No rows give no text.
 */
export function tableView(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string {
  if (rows.length === 0) return ''
  const sheet = sheetOn(options.width)
  const body = rows.map((row) => asRow(row, 'plain'))
  const cells = [asRow(head, 'dim'), ...body]
  const widths = columnWidths(cells, sheet.width)
  if (widths === null) return printed(stacked(head, body, sheet.width), options.theme, sheet.margin)
  return inColumns(cells, widths, options)
}

function asRow(texts: readonly string[], role: Role): Row {
  return texts.map((text) => span(role, text))
}

/** As wide as the cells need; where that is too much the widest give way, but not below their longest word. */
function columnWidths(cells: readonly Row[], width: number): number[] | null {
  const count = cells[0]?.length ?? 0
  const columns = Array.from({ length: count }, (_, column) => {
    const texts = cells.map((row) => row.slice(column, column + 1))
    const wanted = widest(texts)
    const longestWord = Math.min(longWord, widest(texts.flatMap(wordsOf)))
    return { wanted, least: Math.max(narrow, longestWord) }
  })
  const room = width - between * (count - 1)
  for (let most = room; most > 0; most -= 1) {
    const widths = columns.map(({ wanted, least }) => Math.min(wanted, Math.max(most, least)))
    if (widths.reduce((sum, wide) => sum + wide, 0) <= room) return widths
  }
  return null
}

/**
 * The table library measures text by rules of its own, which are wrong for some scripts. So it places stand-ins
 * of the right width, and the text takes their places afterwards, in the same order.
 */
function inColumns(
  cells: readonly Row[],
  widths: readonly number[],
  { theme, width, align }: TableOptions,
): string {
  const table = new Table({
    chars: { ...noLines, middle: ' '.repeat(between) },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colAligns: widths.map((_, column) => align?.[column] ?? 'left'),
  })
  const texts: string[] = []
  for (const row of cells) {
    const wrapped = row.map((cell, column) => wrap([cell], widths[column] ?? 1))
    const height = wrapped.reduce((most, rows) => Math.max(most, rows.length), 0)
    for (let index = 0; index < height; index += 1) {
      for (const rows of wrapped) {
        const part = rows[index]
        if (part !== undefined && rowWidth(part) > 0) texts.push(styled(part, theme))
      }
    }
    table.push(wrapped.map((rows) => rows.map((part) => standIn.repeat(rowWidth(part))).join('\n')))
  }
  const placed = texts.values()
  const margin = ' '.repeat(sheetOn(width).margin)
  return table
    .toString()
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd())
    .map((line) => `${line.replace(eachStandIn, () => placed.next().value ?? '')}\n`)
    .join('')
}

const standIn = 'x'
const eachStandIn = /x+/g
const noLines = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
    ['', '-mid', '-left', '-right'].map((joint) => [`${side}${joint}`, '']),
  ),
)

function stacked(head: readonly string[], rows: readonly Row[], width: number): Row[] {
  return rows.flatMap((row, index) => {
    const fields = row.flatMap((cell, column) => {
      const name = head[column] ?? ''
      const before = [span('dim', name === '' ? '' : `${name}: `)]
      const room = Math.max(10, width - rowWidth(before))
      return rowWidth([cell]) === 0 ? [] : hung(before, wrap([cell], room))
    })
    return index === 0 ? fields : [[], ...fields]
  })
}
