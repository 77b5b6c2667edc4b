import { clusters, widthOf } from './measure.ts'
import { escapedSpan, rowWidth, type Row, type Span } from './span.ts'

/** Stands for what was cut off. */
const ellipsis = '…'

/**
 * The row no wider than `width`: what is too much is cut off between grapheme clusters, and "…" stands for it.
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

/** As much of a text as fits. */
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
