import { gap, padRow, rowWidth, span, type Row } from '../layout/span.ts'
import { truncateRow } from '../layout/truncate.ts'
import type { LinePieces } from './line-pieces.ts'
import { idColumn, minimumWidth, type LineColumns } from './line.ts'

/** The positions of the pieces of compact lines, in columns of the screen. */
export type CompactColumns = {
  /** The column of numbers, which all lines of the page share. */
  readonly id: number
  readonly body: number
  readonly name: number
  readonly late: number
  /** Whether a line takes two rows, because one has no room for it. */
  readonly isStacked: boolean
}

const columnGap = 2
const separator = span('dim', ' · ')
/** The least widths of the name and of the promise text. */
const [leastName, leastWhat] = [12, 8]

/** The columns for the compact lines of a section, next to the page's numbers. */
export function compactColumns(
  lines: readonly LinePieces[],
  { id, body }: Pick<LineColumns, 'id' | 'body'>,
): CompactColumns {
  let [name, late] = [0, 0]
  for (const line of lines) {
    name = Math.max(name, rowWidth(line.name.slice(0, 1)))
    late = Math.max(late, line.late.width)
  }
  const widestName = Math.max(leastName, Math.floor(body * 0.3))
  return { id, body, name: Math.min(name, widestName), late, isStacked: id + body < minimumWidth }
}

/**
 * A line in short, on one row: number, name, text, way to reach them, and lateness. Long pieces are cut. On a narrow
 * screen, the name and the lateness are above the rest.
 */
export function compactRows(pieces: LinePieces, columns: CompactColumns): Row[] {
  const id = idColumn(pieces, columns)
  const rows = columns.isStacked ? stacked(pieces, columns) : [oneRow(pieces, columns)]
  return rows.map((row, index) => (index === 0 ? id : [gap(columns.id)]).concat(row))
}

/** The way to reach them is aligned right, so that the text gets all the room between. */
function oneRow({ name, what, reach, late }: LinePieces, { body, ...columns }: CompactColumns): Row {
  const end = columns.late === 0 ? body : body - columns.late - columnGap
  const mostReach = end - Math.min(columns.name, leastName) - leastWhat - 2 * columnGap
  const shownReach = truncateRow([reach], mostReach)
  const reachStart = end - rowWidth(shownReach)
  const room = shownReach.length === 0 ? end : reachStart - columnGap
  const nameWidth = Math.min(columns.name, room - columnGap - leastWhat)
  const whatStart = nameWidth + columnGap
  return [
    ...padRow(truncateRow(name.slice(0, 1), nameWidth), whatStart),
    ...padRow(truncateRow(joined(what), room - whatStart), reachStart - whatStart),
    ...shownReach,
    ...(columns.late === 0 ? [] : padRow([late], columns.late + columnGap, 'right')),
  ]
}

function stacked({ name, what, reach, late }: LinePieces, { body }: CompactColumns): Row[] {
  const nameWidth = late.width === 0 ? body : body - late.width - columnGap
  const head = [...padRow(truncateRow(name.slice(0, 1), nameWidth), body - late.width), late]
  if (reach.width === 0) return [head, truncateRow(joined(what), body)]
  const room = body - reach.width - separator.width
  return room < leastWhat
    ? [head, truncateRow([reach], body)]
    : [head, [reach, separator, ...truncateRow(joined(what), room)]]
}

function joined(rows: readonly Row[]): Row {
  return rows.flatMap((row, index) => (index === 0 ? row : [separator, ...row]))
}
