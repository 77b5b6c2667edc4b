import type { Day } from '../../domain/day.ts'
import type { Line, Section } from '../../domain/page.ts'
import { flow, gap, hung, printed, rowWidth, span, textWidth, wrap, type Row } from '../layout/layout.ts'
import {
  behind,
  hot,
  idOf,
  isHot,
  lateRole,
  lateWords,
  linePieces,
  reachWords,
  remarksOn,
  type LinePieces,
  type LinePlace,
  type Said,
} from './line-words.ts'
import type { Role, Theme } from '../layout/theme.ts'
import { isOrdinary } from '../layout/escape-controls.ts'

/** Where the pieces of all lines of a page stand: widths in columns of the screen. */
export type LineColumns = {
  readonly id: number
  readonly body: number
  readonly name: number
  /** 0 where the pieces stand below each other. */
  readonly reach: number
  readonly late: number
}

const mark = '▸ '
const belowEachOther = 56
const besideReach = 2
const besideLate = 3

/** The columns in which the lines of the sections of a day stand, on a sheet so many columns wide. */
export function columnsFor(sections: readonly Section[], day: Day, width: number): LineColumns {
  const widest = (widthOf: (line: Line) => number): number =>
    sections.reduce((all, { lines }) => lines.reduce((limit, line) => Math.max(limit, widthOf(line)), all), 0)
  const number = widest((line) => idOf(line).length)
  const id = mark.length + Math.max(2, number) + 2
  const body = Math.max(10, width - id)
  if (width < belowEachOther) return { id, body, name: body, reach: 0, late: 0 }
  const late = widest((line) => lateWords(line, day).length)
  const reach = widest(({ reachBy }) => {
    const wide = reachBy === null ? 0 : textWidth(reachWords(reachBy))
    return wide <= body * 0.4 ? wide : 0
  })
  return { id, body, name: body - reach - besideReach - (late === 0 ? 0 : late + besideLate), reach, late }
}

/**
 * Sets the lines of a page as text, `margin` columns in: name, reach and lateness; then what; then why. Most lines stand
 * on three rows as they are, which takes a tenth of the time of laying them out; the others are laid out.
 */
export function lineSetter(
  columns: LineColumns,
  theme: Theme,
  margin: number,
): (line: Line, place: LinePlace) => string {
  const asItIs = isStacked(columns) ? null : plainSetter(columns, theme, margin)
  return (line, place) =>
    asItIs?.(line, place) ?? printed(lineRows(linePieces(line, place), columns, place.first), theme, margin)
}

/** Sets a line whose every part is ordinary text that has room in its place; gives `null` for another. */
function plainSetter(
  columns: LineColumns,
  theme: Theme,
  margin: number,
): (line: Line, place: LinePlace) => string | null {
  const { body } = columns
  const space = ' '.repeat(margin)
  const below = `\n${space}${' '.repeat(columns.id)}`
  const number = columns.id - mark.length - 2
  const marks = { first: `${space}${theme.first(mark)}`, other: `${space}${' '.repeat(mark.length)}` }
  const between = theme[separator.role](separator.text)
  const hotAhead = theme[hot.role](hot.text) + between

  const wider = (wide: number, { text }: Said): number =>
    wide + separator.width + (isOrdinary(text) ? text.length : body)
  const longer = (shown: string, { role, text }: Said): string => shown + between + theme[role](text)

  /** Items behind a text, or behind what stands before it, on one row; `null` where one is not ordinary, or there is no room. */
  const sideBySide = (ahead: string, role: Role, text: string, others: readonly Said[]): string | null => {
    const wide = others.reduce(wider, text.length + (ahead === '' ? 0 : hot.text.length + separator.width))
    if (wide > body || text === '' || !isOrdinary(text)) return null
    return others.reduce(longer, ahead + theme[role](text))
  }

  return (line, { section, day, first }) => {
    const { name, company } = line.contact
    const reach = line.reachBy === null ? '' : reachWords(line.reachBy)
    if (name === '' || company === '') return null
    if (!isOrdinary(name) || !isOrdinary(reach) || (company !== null && !isOrdinary(company))) return null
    const of = company === null ? '' : `, ${company}`
    const who = name.length + of.length
    const late = lateWords(line, day)
    const reachAt = reachPlace(who, reach.length, columns)
    const what = sideBySide(isHot(line) ? hotAhead : '', 'plain', line.what, behind(line))
    const why = sideBySide('', 'dim', line.reason, remarksOn(line))
    if (reachAt === null || what === null || why === null) return null
    const id = idOf(line)
    const named = first ? theme.first(name) : theme.name(name)
    const start = `${first ? marks.first : marks.other}${gap(number - id.length).text}${theme.number(id)}  ${named}`
    const toReach = reach === '' ? '' : gap(reachAt - who).text + theme.reach(reach)
    const end = reach === '' ? who : reachAt + reach.length
    const toLate =
      late === '' ? '' : gap(body - late.length - end).text + theme[lateRole(line, section)](late)
    return `${start}${of}${toReach}${toLate}${below}${what}${below}${why}\n`
  }
}

/** The rows of a line: name, reach and lateness; then what; then why. */
export function lineRows(pieces: LinePieces, columns: LineColumns, first: boolean): Row[] {
  const rows = isStacked(columns) ? stackedHead(pieces, columns) : head(pieces, columns)
  const what = flow(pieces.what, separator, columns.body)
  const why = flow(pieces.why, separator, columns.body)
  return hung(idColumn(first, pieces.id, columns), rows.concat(what, why))
}

const separator = span('dim', ' · ')

function isStacked({ reach, late }: LineColumns): boolean {
  return reach + late === 0
}

function idColumn(first: boolean, id: Row, columns: LineColumns): Row {
  const before = first ? span('first', mark) : gap(mark.length)
  return [before, gap(columns.id - mark.length - 2 - rowWidth(id)), ...id, gap(2)]
}

function stackedHead({ name, reach, late }: LinePieces, { body }: LineColumns): Row[] {
  return [...wrap(name, body), ...flow([reach, late], separator, body)]
}

function beforeLateness({ body, late }: LineColumns): number {
  return late === 0 ? body : body - late - besideLate
}

/** Where the reach begins on the row of a name; `null` where the row has no room for both before the lateness. */
function reachPlace(name: number, reach: number, columns: LineColumns): number | null {
  const end = beforeLateness(columns)
  const at = Math.max(reach === 0 ? 0 : name + besideReach, Math.min(columns.name + besideReach, end - reach))
  return at + reach <= end && name <= end ? at : null
}

/** In columns where they fit; the reach moves aside for a long name, and below it where the row has no room for both. */
function head({ name, reach, late }: LinePieces, columns: LineColumns): Row[] {
  const nameWidth = rowWidth(name)
  const reachWidth = rowWidth(reach)
  const lateAt = columns.body - rowWidth(late)
  const reachAt = reachPlace(nameWidth, reachWidth, columns)
  if (reachAt !== null) {
    // Where there is nothing to reach them by, the name may be longer than its column.
    const reachEnd = Math.max(nameWidth, reachAt + reachWidth)
    return [[...name, gap(reachAt - nameWidth), ...reach, gap(lateAt - reachEnd), ...late]]
  }
  const [firstRow = [], ...otherRows] = wrap(name, beforeLateness(columns))
  return [
    [...firstRow, gap(lateAt - rowWidth(firstRow)), ...late],
    ...otherRows,
    ...wrap(reach, columns.body),
  ]
}
