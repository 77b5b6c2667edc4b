import { escapedSpan, gap, type Row } from './span.ts'
import type { Theme } from './theme.ts'

/** The area for text on a screen: its left margin and its width, in columns. */
export type ContentArea = { readonly margin: number; readonly width: number }

/**
 * The area for text on a screen: with a margin of two columns on both sides, if there is room.
 *
 * @param maxWidth the widest readable line
 */
export function contentArea(screenWidth: number, maxWidth = Infinity): ContentArea {
  const margin = screenWidth < 30 ? 0 : 2
  return { margin, width: Math.min(maxWidth, Math.max(10, screenWidth - 2 * margin)) }
}

/** The rows as styled text, indented by `margin` columns, without trailing space. */
export function renderRows(rows: readonly Row[], theme: Theme, margin: number): string {
  const before = gap(margin).text
  return rows.reduce((page, row) => {
    const text = renderRow(row, theme)
    return text === '' ? `${page}\n` : `${page}${before}${text}\n`
  }, '')
}

/** One row as styled text, without trailing space. */
export function renderRow(row: Row, theme: Theme): string {
  let rendered = ''
  for (const { role, text } of trimEnd(row)) rendered += theme[role](text)
  return rendered
}

/** The row without trailing space. */
function trimEnd(row: Row): Row {
  const last = row.at(-1)
  if (last === undefined) return row
  const text = last.text.trimEnd()
  if (text === '') return trimEnd(row.slice(0, -1))
  return text === last.text ? row : row.slice(0, -1).concat(escapedSpan(last.role, text))
}
