import type { Channel, ReachBy } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Flag, Line, SectionName } from '../domain/page.ts'
import { ordinal } from '../domain/ordinal.ts'
import { counted } from './counted.ts'
import { flow, gap, hung, rowWidth, span, widest, wrap, type Row, type Span } from './layout.ts'

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
  const name = span(first ? 'first' : 'name', contact.name)
  return {
    first,
    id: [span('number', promise === null ? `@${contact.id}` : String(promise.id))],
    name: contact.company === null ? [name] : [name, span('plain', `, ${contact.company}`)],
    reach: line.reachBy === null ? [] : [span('reach', reachWords(line.reachBy))],
    late: lateWords(line, section, day),
    what: whatOf(line),
    why: remarksOn(line, [[span('dim', line.reason)]]),
  }
}

function whatOf({ promise, what, attempts, flags }: Line): Row[] {
  const said: Row[] = [[span('plain', what)]]
  if (flags.includes('hot')) said.unshift([span('accent', 'hot')])
  if (promise?.about != null) said.push([span('plain', `about ${promise.about.name}`)])
  if (promise?.owner === 'mine' && attempts > 0) said.push([span('plain', `${ordinal(attempts + 1)} try`)])
  return said
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
  const rows = columns.reach + columns.late === 0 ? stackedHead(pieces, columns) : head(pieces, columns)
  const what = flow(pieces.what, separator, columns.body)
  return hung(idColumn(pieces, columns), rows.concat(what, flow(pieces.why, separator, columns.body)))
}

const separator = span('dim', ' · ')

function idColumn({ first, id }: LinePieces, columns: LineColumns): Row {
  const before = first ? span('first', mark) : gap(mark.length)
  return [before, gap(columns.id - mark.length - 2 - rowWidth(id))].concat(id, gap(2))
}

function stackedHead({ name, reach, late }: LinePieces, { body }: LineColumns): Row[] {
  return [...wrap(name, body), ...flow([reach, late], separator, body)]
}

/** In columns where they fit; the reach moves aside for a long name, and below it where the row has no room for both. */
function head({ name, reach, late }: LinePieces, columns: LineColumns): Row[] {
  const beforeLate = columns.late === 0 ? columns.body : columns.body - columns.late - besideLate
  const nameWidth = rowWidth(name)
  const reachWidth = rowWidth(reach)
  const lateAt = columns.body - rowWidth(late)
  const reachAt = Math.max(
    reachWidth === 0 ? 0 : nameWidth + besideReach,
    Math.min(columns.name + besideReach, beforeLate - reachWidth),
  )
  if (reachAt + reachWidth <= beforeLate && nameWidth <= beforeLate) {
    // Where there is nothing to reach them by, the name may be longer than its column.
    const reachEnd = Math.max(nameWidth, reachAt + reachWidth)
    return [name.concat(gap(reachAt - nameWidth), reach, gap(lateAt - reachEnd), late)]
  }
  const [firstRow = [], ...otherRows] = wrap(name, beforeLate)
  return [
    [...firstRow, gap(lateAt - rowWidth(firstRow)), ...late],
    ...otherRows,
    ...wrap(reach, columns.body),
  ]
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

/** The reason, and what is said after it: the gravest first, then what to do about it. */
function remarksOn(line: Line, reason: readonly Row[]): readonly Row[] {
  if (line.flags.length === 0) return reason
  return reason.concat(
    remarked.filter((flag) => line.flags.includes(flag)).map((flag) => [remarks[flag](line)]),
  )
}

type Remarked = Exclude<Flag, 'hot'>

const remarked: readonly Remarked[] = [
  'past-24h',
  'unwanted-channel',
  'owes-update',
  'outside-their-hours',
  'no-number',
]

const remarks: Record<Remarked, (line: Line) => Span> = {
  'past-24h': () => span('late', 'past 24 hours'),
  'owes-update': () => span('plain', 'owes an update'),
  'unwanted-channel': ({ promise, contact }) =>
    span('late', `not by ${promise?.channel ?? contact.channel ?? 'call'}, as they asked`),
  'outside-their-hours': () => span('plain', 'outside their hours'),
  'no-number': ({ promise, contact, reachBy }) => {
    // Where there are numbers and none is offered, they are known to be wrong (R35).
    const isWrong = reachBy === null && contact.phones.length > 0
    const { what, option } = missing[isWrong ? 'call' : (promise?.channel ?? contact.channel ?? 'call')]
    return span('plain', `no ${what}: fu edit @${contact.id} ${option} …`)
  },
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
