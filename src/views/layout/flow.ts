import { rowWidth, type Row, type Span } from './span.ts'
import { wrap } from './wrap.ts'

/** An item that is too wide for a row begins on the current one only where this much room is left. */
const minimumStart = 10

/**
 * Items one after the other with a separator between, on as many rows as they need. An item that does not fit on
 * the rest of a row starts the next one; one that is wider than a whole row is wrapped where it stands, if there
 * is room to begin. Empty items are left out.
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
