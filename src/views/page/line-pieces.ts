import { byChannel, isMessenger, type Channel, type KnownChannel } from '../../domain/channel.ts'
import type { ReachBy } from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import { ordinal } from '../../domain/ordinal.ts'
import type { Flag, Line, SectionName } from '../../domain/page.ts'
import { pluralize } from '../layout/pluralize.ts'
import { span, type Row, type Span } from '../layout/span.ts'
import type { Role } from '../layout/theme.ts'

/** The section and the day of a line's page, and whether it is the first line to do. */
export type LinePosition = { readonly section: SectionName; readonly day: Day; readonly first: boolean }

/** The pieces of a page line before layout; a piece without content is empty. */
export type LinePieces = {
  readonly first: boolean
  /** The promise's number; for a line without a promise, `@` and the contact's number. */
  readonly id: Span
  readonly name: Row
  readonly reach: Span
  readonly late: Span
  readonly what: readonly Row[]
  readonly why: readonly Row[]
}

export function linePieces(line: Line, { section, day, first }: LinePosition): LinePieces {
  const { promise, contact, reachBy } = line
  const name = span(first ? 'first' : 'name', contact.name)
  return {
    first,
    id: span('number', promise === null ? `@${contact.id}` : String(promise.id)),
    name: contact.company === null ? [name] : [name, span('plain', `, ${contact.company}`)],
    reach: span('reach', reachBy === null ? '' : reachWords(reachBy)),
    late: span(lateRole(line, section), lateWords(line, day)),
    what: whatPieces(line),
    why: whyPieces(line),
  }
}

/** What to do, whom it is about, and the number of the attempt. */
function whatPieces({ promise, what, attempts, flags }: Line): Row[] {
  const pieces: Row[] = [[span('plain', what)]]
  if (flags.includes('hot')) pieces.unshift([span('accent', 'hot')])
  if (promise === null) return pieces
  if (promise.about !== null) pieces.push([span('plain', `about ${promise.about.name}`)])
  if (promise.owner === 'mine' && attempts > 0) pieces.push([span('plain', `${ordinal(attempts + 1)} try`)])
  return pieces
}

/** How late, or at what time. */
function lateWords({ daysLate, minutesLate, next }: Line, day: Day): string {
  if (daysLate > 0) return `${pluralize(daysLate, 'day')} late`
  if (minutesLate > 0) return `${minutesWords(minutesLate)} late`
  return next.day === day ? (next.time ?? '') : ''
}

/** Red if it is late; never for keep in touch, because nobody is waiting. */
function lateRole({ daysLate, minutesLate }: Line, section: SectionName): Role {
  if (daysLate === 0 && minutesLate === 0) return 'time'
  return section === 'keep-in-touch' ? 'dim' : 'late'
}

function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** The number or address; channels other than call and email are named. */
export function reachWords({ channel, value }: ReachBy): string {
  return channel === 'call' || channel === 'email' ? value : `${channel} ${value}`
}

/** The reason, and the flags: the most serious first, then the remedy. */
function whyPieces(line: Line): Row[] {
  const flags = line.flags.filter(hasRemark).toSorted(bySeverity)
  const reason: Row = [span('dim', line.reason)]
  return [reason].concat(flags.map((flag) => [remarks[flag](line)]))
}

type RemarkFlag = Exclude<Flag, 'hot'>

const severity: readonly RemarkFlag[] = [
  'past-24h',
  'unwanted-channel',
  'owes-update',
  'outside-their-hours',
  'no-number',
]

function hasRemark(flag: Flag): flag is RemarkFlag {
  return flag !== 'hot'
}

function bySeverity(a: RemarkFlag, b: RemarkFlag): number {
  return severity.indexOf(a) - severity.indexOf(b)
}

const past24Hours = span('late', 'past 24 hours')
const owesUpdate = span('plain', 'owes an update')
const outsideTheirHours = span('plain', 'outside their hours')

const remarks: Record<RemarkFlag, (line: Line) => Span> = {
  'past-24h': () => past24Hours,
  'owes-update': () => owesUpdate,
  'unwanted-channel': ({ promise, contact }) =>
    span('late', `not by ${promise?.channel ?? contact.channel ?? 'call'}, as they asked`),
  'outside-their-hours': () => outsideTheirHours,
  'no-number': ({ promise, contact, reachBy }) => {
    // A contact with numbers but none to call has only wrong ones (R35).
    const isWrong = reachBy === null && contact.phones.length > 0
    const { what, option } = missing(isWrong ? 'call' : (promise?.channel ?? contact.channel ?? 'call'))
    return span('plain', `no ${what}: fu edit @${contact.id} ${option}`)
  },
}

const number = { what: 'number', option: '--phone …' }
const email = { what: 'email', option: '--email …' }
const address = { what: 'address', option: '--address …' }

type Need = { readonly what: string; readonly option: string }

const needs: Record<KnownChannel, Need> = {
  call: number,
  text: number,
  email,
  video: email,
  post: address,
  visit: address,
}

/** The contact detail that a channel needs, and the option that adds it (R2). */
function missing(channel: Channel): Need {
  return byChannel(needs, channel, (other) =>
    isMessenger(other) ? number : { what: `name for ${other}`, option: `--link ${other}:…` },
  )
}
