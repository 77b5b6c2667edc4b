import { rowWidth, type Row, type Span } from './span.ts'
import { wrap } from './wrap.ts'

/** The least room on a row in which an item wider than a whole row may begin. */
const minimumStart = 10

/**
 * Items in sequence with a separator, on as many rows as they need. An item that does not fit on the rest of a row
 * begins the next one. An item wider than a whole row is wrapped from where it begins, if there is enough room. Empty
 * items are left out.
 */
export function flow(items: readonly Row[], separator: Span, width: number): Row[] {
  return items.reduce<Row[]>((rows, item) => {
    const columns = rowWidth(item)
    if (columns === 0) return rows
    const row = rows.at(-1)
    if (row === undefined) return wrap(item, width)
    const room = width - rowWidth(row) - separator.width
    const joined = row.concat(separator, item)
    if (columns <= room) return rows.slice(0, -1).concat([joined])
    if (columns > width && room >= minimumStart) return rows.slice(0, -1).concat(wrap(joined, width))
    return rows.concat(wrap(item, width))
  }, [])
}
