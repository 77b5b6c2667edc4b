import type { Channel, ReachBy } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Flag, Line, SectionName } from '../domain/page.ts'
import { ordinal } from '../domain/ordinal.ts'
import { counted } from './counted.ts'
import { filled, flow, gap, hung, rowWidth, span, widest, wrap, type Row, type Span } from './layout.ts'

/** A line of the page in pieces, before they are placed. */
export type LinePieces = {
  readonly first: boolean
  /** The promise's number; `@` and the contact's where nothing was promised. */
  readonly id: Row
  readonly name: Row
  readonly reach: Row
  readonly late: Row
  readonly what: readonly Row[]
  readonly why: readonly Row[]
}

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

/** What a line of a section says, piece by piece; `first` is the first thing to do. */
export function linePieces(line: Line, section: SectionName, day: Day, first: boolean): LinePieces {
  const { promise, contact } = line
  const company = contact.company === null ? [] : [span('plain', `, ${contact.company}`)]
  const tries = promise?.owner === 'mine' && line.attempts > 0 ? `${ordinal(line.attempts + 1)} try` : ''
  const about = promise === null || promise.about === null ? '' : `about ${promise.about.name}`
  return {
    first,
    id: [span('number', promise === null ? `@${contact.id}` : String(promise.id))],
    name: [span(first ? 'first' : 'name', contact.name), ...company],
    reach: [span('reach', line.reachBy === null ? '' : reachWords(line.reachBy))],
    late: lateWords(line, section, day),
    what: [
      [span('accent', line.flags.includes('hot') ? 'hot' : '')],
      [span('plain', line.what)],
      [span('plain', about)],
      [span('plain', tries)],
    ],
    why: [[span('dim', line.reason)], ...remarksOn(line)],
  }
}

/** The columns in which these lines stand, on a sheet so many columns wide. */
export function columnsFor(lines: readonly LinePieces[], width: number): LineColumns {
  const id = mark.length + Math.max(2, widest(lines.map((line) => line.id))) + 2
  const body = Math.max(10, width - id)
  if (width < belowEachOther) return { id, body, name: body, reach: 0, late: 0 }
  const late = widest(lines.map((line) => line.late))
  const reach = widest(lines.map((line) => line.reach).filter((row) => rowWidth(row) <= body * 0.4))
  return { id, body, name: body - reach - besideReach - (late === 0 ? 0 : late + besideLate), reach, late }
}

/** The rows of a line: name, reach and lateness; then what; then why. */
export function lineRows(pieces: LinePieces, columns: LineColumns): Row[] {
  const separator = span('dim', ' · ')
  const rows = [
    ...(columns.reach + columns.late === 0 ? stackedHead(pieces, columns) : head(pieces, columns)),
    ...flow(pieces.what, separator, columns.body),
    ...flow(pieces.why, separator, columns.body),
  ]
  return hung(idColumn(pieces, columns), rows)
}

function idColumn({ first, id }: LinePieces, columns: LineColumns): Row {
  const before = first ? span('first', mark) : gap(mark.length)
  return [before, ...filled(id, columns.id - mark.length - 2, 'right'), gap(2)]
}

function stackedHead({ name, reach, late }: LinePieces, { body }: LineColumns): Row[] {
  return [...wrap(name, body), ...flow([reach, late], span('dim', ' · '), body)]
}

/** In columns where they fit; the reach moves aside for a long name, and below it where the row has no room for both. */
function head({ name, reach, late }: LinePieces, columns: LineColumns): Row[] {
  const beforeLate = columns.late === 0 ? columns.body : columns.body - columns.late - besideLate
  const withLate = (row: Row): Row => [
    ...filled(row, beforeLate),
    gap(columns.body - beforeLate - columns.late),
    ...filled(late, columns.late, 'right'),
  ]
  const reachWidth = rowWidth(reach)
  const reachAt = Math.max(
    reachWidth === 0 ? 0 : rowWidth(name) + besideReach,
    Math.min(columns.name + besideReach, beforeLate - reachWidth),
  )
  if (reachAt + reachWidth <= beforeLate && rowWidth(name) <= beforeLate) {
    return [withLate([...filled(name, reachAt), ...reach])]
  }
  const [firstRow = [], ...otherRows] = wrap(name, beforeLate)
  return [withLate(firstRow), ...otherRows, ...wrap(reach, columns.body)]
}

/** How late, or at what time: red, but for keep in touch, where nobody is waiting. */
function lateWords(line: Line, section: SectionName, day: Day): Row {
  const role = section === 'keep-in-touch' ? 'dim' : 'late'
  if (line.daysLate > 0) return [span(role, `${counted(line.daysLate, 'day')} late`)]
  if (line.minutesLate > 0) return [span(role, `${minutesWords(line.minutesLate)} late`)]
  return [span('time', line.next.day === day ? (line.next.time ?? '') : '')]
}

function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** The number or address; a number is to be called and an address with an `@` written to, other ways are named. */
function reachWords({ channel, value }: ReachBy): string {
  return channel === 'call' || channel === 'email' ? value : `${channel} ${value}`
}

/** What is said after the reason: the gravest first, then what to do about it. */
function remarksOn({ flags, promise, contact }: Line): Row[] {
  const { what, option } = missing[promise?.channel ?? contact.channel ?? 'call']
  const remarks: [Flag, Span][] = [
    ['past-24h', span('late', 'past 24 hours')],
    ['owes-update', span('plain', 'owes an update')],
    ['outside-their-hours', span('plain', 'outside their hours')],
    ['no-number', span('plain', `no ${what}: fu edit @${contact.id} ${option} …`)],
  ]
  return remarks.filter(([flag]) => flags.includes(flag)).map(([, remark]) => [remark])
}

const number = { what: 'number', option: '--phone' }
const email = { what: 'email', option: '--email' }
const address = { what: 'address', option: '--address' }

/** What a channel needs, and the option that writes it down (R2). */
const missing: Record<Channel, { what: string; option: string }> = {
  call: number,
  text: number,
  email,
  video: email,
  post: address,
  visit: address,
}
