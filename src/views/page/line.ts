import { flow } from '../layout/flow.ts'
import { gap, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import type { LinePieces } from './line-pieces.ts'

/** The widths of the pieces that all lines of a page share, in columns of the screen. */
export type LineColumns = {
  readonly id: number
  readonly body: number
  readonly name: number
  /** 0 if the pieces are below each other. */
  readonly reach: number
  readonly late: number
}

const marker = span('first', '▸ ')
const idGap = gap(2)
/** On a narrower screen, the pieces of a line are below each other. */
export const minimumWidth = 56
const reachGap = 2
const lateGap = 3

/** The columns for lines of a page `width` columns wide. */
export function columnsFor(lines: readonly LinePieces[], width: number): LineColumns {
  let idWidth = 2
  let late = 0
  for (const line of lines) {
    idWidth = Math.max(idWidth, line.id.width)
    late = Math.max(late, line.late.width)
  }
  const id = marker.width + idWidth + idGap.width
  const body = Math.max(10, width - id)
  if (width < minimumWidth) return { id, body, name: body, reach: 0, late: 0 }
  let reach = 0
  for (const line of lines) if (line.reach.width <= body * 0.4) reach = Math.max(reach, line.reach.width)
  return { id, body, name: body - reach - reachGap - (late === 0 ? 0 : late + lateGap), reach, late }
}

/** The rows of a line: name, reach and lateness; then what; then why. */
export function lineRows(pieces: LinePieces, columns: LineColumns): Row[] {
  const isStacked = columns.reach + columns.late === 0
  const rows = isStacked ? stackedHead(pieces, columns) : head(pieces, columns)
  const what = flow(pieces.what, separator, columns.body)
  const why = flow(pieces.why, separator, columns.body)
  const id = idColumn(pieces, columns)
  const indent = [gap(columns.id)]
  return rows.concat(what, why).map((row, index) => (index === 0 ? id : indent).concat(row))
}

const separator = span('dim', ' · ')

/** The number, aligned right, after the marker of the first line to do. */
export function idColumn({ first, id }: LinePieces, columns: Pick<LineColumns, 'id'>): Row {
  const space = columns.id - idGap.width - id.width
  return first ? [marker, gap(space - marker.width), id, idGap] : [gap(space), id, idGap]
}

function stackedHead({ name, reach, late }: LinePieces, { body }: LineColumns): Row[] {
  return [...wrap(name, body), ...flow([[reach], [late]], separator, body)]
}

/**
 * The first row in columns if they fit. A long name moves the way to reach them to the right, or below it if one row
 * has no room for both.
 */
function head({ name, reach, late }: LinePieces, columns: LineColumns): Row[] {
  const nameWidth = rowWidth(name)
  const lateStart = columns.body - late.width
  const end = columns.late === 0 ? columns.body : columns.body - columns.late - lateGap
  const reachStart = Math.max(
    reach.width === 0 ? 0 : nameWidth + reachGap,
    Math.min(columns.name + reachGap, end - reach.width),
  )
  if (reachStart + reach.width <= end && nameWidth <= end) {
    // Without a way to reach them, the name may be longer than its column.
    const reachEnd = Math.max(nameWidth, reachStart + reach.width)
    return [name.concat(gap(reachStart - nameWidth), reach, gap(lateStart - reachEnd), late)]
  }
  const [firstRow = [], ...otherRows] = wrap(name, end)
  return [
    [...firstRow, gap(lateStart - rowWidth(firstRow)), late],
    ...otherRows,
    ...wrap([reach], columns.body),
  ]
}
