import type { Channel, ReachBy } from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import type { Flag, Line, SectionName } from '../../domain/page.ts'
import { ordinal } from '../../domain/ordinal.ts'
import { memoize } from '../../domain/memoize.ts'
import { pluralize } from '../layout/pluralize.ts'
import { span, type Row } from '../layout/layout.ts'
import type { Role } from '../layout/theme.ts'

/** Something said, and what it is for. */
export type Said = { readonly role: Role; readonly text: string }

/** Where a line stands: in which section of the page of a day, and whether it is the first thing to do. */
export type LinePlace = { readonly section: SectionName; readonly day: Day; readonly first: boolean }

/** A line of the page in pieces, before they are placed. */
export type LinePieces = {
  /** The promise's number; `@` and the contact's where nothing was promised. */
  readonly id: Row
  readonly name: Row
  readonly reach: Row
  readonly late: Row
  readonly what: readonly Row[]
  readonly why: readonly Row[]
}

/** What a line says, piece by piece. */
export function linePieces(line: Line, { section, day, first }: LinePlace): LinePieces {
  const { name, company } = line.contact
  const who = span(first ? 'first' : 'name', name)
  const late = lateWords(line, day)
  return {
    id: [span('number', idOf(line))],
    name: company === null ? [who] : [who, span('plain', `, ${company}`)],
    reach: line.reachBy === null ? [] : [span('reach', reachWords(line.reachBy))],
    late: [span(lateRole(line, section), late)],
    what: [...(isHot(line) ? [hot] : []), { role: 'plain', text: line.what } as const, ...behind(line)].map(
      asRow,
    ),
    why: [{ role: 'dim', text: line.reason } as const, ...remarksOn(line)].map(asRow),
  }
}

function asRow({ role, text }: Said): Row {
  return [span(role, text)]
}

export function idOf({ promise, contact }: Line): string {
  return promise === null ? `@${contact.id}` : String(promise.id)
}

/** Whether it is said before the thing to do that it is hot. */
export function isHot({ flags }: Line): boolean {
  return flags.length > 0 && flags.includes('hot')
}

/** What is said behind the thing to do: whom it is about, and which try it is. */
export function behind({ promise, attempts }: Line): readonly Said[] {
  if (promise === null || (promise.about === null && attempts === 0)) return nothing
  const said: Said[] = []
  if (promise.about !== null) said.push({ role: 'plain', text: `about ${promise.about.name}` })
  if (promise.owner === 'mine' && attempts > 0) {
    said.push({ role: 'plain', text: `${ordinal(attempts + 1)} try` })
  }
  return said
}

export const hot: Said = { role: 'accent', text: 'hot' }
const nothing: readonly never[] = []

/** How late, or at what time. */
export function lateWords(line: Line, day: Day): string {
  if (line.daysLate > 0) return daysLateWords(line.daysLate)
  if (line.minutesLate > 0) return `${minutesWords(line.minutesLate)} late`
  return line.next.day === day ? (line.next.time ?? '') : ''
}

/** Asked for each line of a page, to see how wide it is and to set it. */
const daysLateWords = memoize((days: number) => `${pluralize(days, 'day')} late`)

/** Red where it is late, but for keep in touch, where nobody is waiting. */
export function lateRole({ daysLate, minutesLate }: Line, section: SectionName): Role {
  if (daysLate === 0 && minutesLate === 0) return 'time'
  return section === 'keep-in-touch' ? 'dim' : 'late'
}

function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** The number or address; a number is to be called and an address with an `@` written to, other ways are named. */
export function reachWords({ channel, value }: ReachBy): string {
  return channel === 'call' || channel === 'email' ? value : `${channel} ${value}`
}

/** What is said after the reason: the gravest first, then what to do about it. */
export function remarksOn(line: Line): readonly Said[] {
  return line.flags.length === 0 ? nothing : remarkedIn(line.flags).map((flag) => remarks[flag](line))
}

type Remarked = Exclude<Flag, 'hot'>

const remarked: readonly Remarked[] = [
  'past-24h',
  'unwanted-channel',
  'owes-update',
  'outside-their-hours',
  'no-number',
]

/** The lists of flags are few, and a long page has one for every line. */
const remarkedIn = memoize(
  (flags: Line['flags']) => remarked.filter((flag) => flags.includes(flag)),
  new WeakMap<Line['flags'], readonly Remarked[]>(),
)

const past24Hours: Said = { role: 'late', text: 'past 24 hours' }
const owesUpdate: Said = { role: 'plain', text: 'owes an update' }
const outsideTheirHours: Said = { role: 'plain', text: 'outside their hours' }

const remarks: Record<Remarked, (line: Line) => Said> = {
  'past-24h': () => past24Hours,
  'owes-update': () => owesUpdate,
  'unwanted-channel': ({ promise, contact }) => ({
    role: 'late',
    text: `not by ${promise?.channel ?? contact.channel ?? 'call'}, as they asked`,
  }),
  'outside-their-hours': () => outsideTheirHours,
  'no-number': ({ promise, contact, reachBy }) => {
    // Where there are numbers and none is offered, they are known to be wrong (R35).
    const isWrong = reachBy === null && contact.phones.length > 0
    const { what, option } = missing[isWrong ? 'call' : (promise?.channel ?? contact.channel ?? 'call')]
    return { role: 'plain', text: `no ${what}: fu edit @${contact.id} ${option} …` }
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
