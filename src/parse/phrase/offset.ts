import { usage } from '../../domain/errors.ts'
import type { Offset } from '../../domain/plan.ts'
import { quoted } from '../shell/quoted.ts'

/** An offset with a count. */
type CountedOffset = Extract<Offset, { readonly count: number }>

/** The most that an offset counts of any unit. */
export const mostOfUnit = 1000
const hint = 'Write it as now, +10m, +1h, +3d, +2wd, +1w or +1mo.'

/** How long each unit is on the calendar, about, in days. */
const aboutDays: Readonly<Record<CountedOffset['unit'], number>> = {
  m: 1 / (24 * 60),
  h: 1 / 24,
  d: 1,
  wd: 7 / 5,
  w: 7,
  mo: 365.25 / 12,
  y: 365.25,
}

/**
 * How long after an event a step is due: `now`, or a count of one unit. The plus may be left out.
 *
 * @example readOffset('+2wd') // { unit: 'wd', count: 2 }
 * @throws FuError `usage` if it is no offset, counts nothing (but for `0wd`, the rest of the day), or too much
 */
export function readOffset(word: string): Offset {
  if (word === 'now') return { unit: 'now' }
  const [, digits = '', name = ''] = /^\+?(\d{1,9})([a-z]+)$/.exec(word) ?? []
  const unit = unitNamed(name)
  if (unit === null) throw usage(`${quoted(word)} does not say how long after.`, hint)
  const count = Number(digits)
  if (count === 0 && unit !== 'wd') {
    throw usage(`"${word}" counts nothing.`, 'Write "now", or "+0wd" for the rest of the working day.')
  }
  if (count > mostOfUnit) throw usage(`"${word}" is too far away.`, `The most is ${mostOfUnit} of a unit.`)
  return { unit, count }
}

/** An offset as it is typed: `+3d`, `now`. */
export function offsetWords(offset: Offset): string {
  return offset.unit === 'now' ? 'now' : `+${offset.count}${offset.unit}`
}

/** About how many days an offset is, to tell which of two comes first. */
export function lengthOf(offset: Offset): number {
  return offset.unit === 'now' ? 0 : offset.count * aboutDays[offset.unit]
}

function unitNamed(name: string): CountedOffset['unit'] | null {
  return isUnit(name) ? name : null
}

function isUnit(name: string): name is CountedOffset['unit'] {
  return Object.hasOwn(aboutDays, name)
}
