import { clusters, widthOf } from './measure.ts'
import { escapedSpan, rowWidth, type Row, type Span } from './span.ts'

/** Marks the cut. */
const ellipsis = '…'

/**
 * Shortens a row to `width` columns. The excess is cut off between grapheme clusters and replaced by "…".
 *
 * @example truncateRow([span('plain', 'send the papers')], 9) // 'send the…'
 */
export function truncateRow(row: Row, width: number): Row {
  if (rowWidth(row) <= width) return row
  let room = width - widthOf(ellipsis)
  if (room < 0) return []
  const kept: Span[] = []
  for (const { role, text, width: columns } of row) {
    if (columns <= room) {
      kept.push(escapedSpan(role, text))
      room -= columns
      continue
    }
    const start = startOf(text, room).trimEnd()
    return [...kept, escapedSpan(role, `${start}${ellipsis}`)]
  }
  return kept
}

/** The start of a text that fits. */
function startOf(text: string, width: number): string {
  let room = width
  let start = ''
  for (const cluster of clusters(text)) {
    room -= widthOf(cluster)
    if (room < 0) break
    start += cluster
  }
  return start
}
