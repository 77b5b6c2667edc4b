import { usage } from '../../domain/errors.ts'
import type { Offset } from '../../domain/plan.ts'
import { quoted } from '../shell/quoted.ts'

/** An offset with a count. */
type CountedOffset = Extract<Offset, { readonly count: number }>

/** The highest count of an offset, in any unit. */
export const mostOfUnit = 1000
const hint = 'Write it as now, +10m, +1h, +3d, +2wd, +1w or +1mo.'

/** The approximate length of each unit, in calendar days. */
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
 * Reads how long after an event a step is due: `now`, or a count of one unit. The plus is optional.
 *
 * @example readOffset('+2wd') // { unit: 'wd', count: 2 }
 * @throws FuError `usage` if it is not an offset, or its count is zero (except `0wd`, the rest of the day) or too high
 */
export function readOffset(word: string): Offset {
  if (word === 'now') return { unit: 'now' }
  const [, digits = '', name = ''] = /^\+?(\d{1,9})([a-z]+)$/.exec(word) ?? []
  const unit = unitNamed(name)
  if (unit === null) throw usage(`${quoted(word)} is not an offset.`, hint)
  const count = Number(digits)
  if (count === 0 && unit !== 'wd') {
    throw usage(`"${word}" counts nothing.`, 'Write "now", or "+0wd" for the rest of the working day.')
  }
  if (count > mostOfUnit) throw usage(`"${word}" is too far away.`, `The most is ${mostOfUnit} of a unit.`)
  return { unit, count }
}

/** An offset as typed: `+3d`, `now`. */
export function offsetWords(offset: Offset): string {
  return offset.unit === 'now' ? 'now' : `+${offset.count}${offset.unit}`
}

/** The approximate length of an offset in days, to compare two offsets. */
export function lengthOf(offset: Offset): number {
  return offset.unit === 'now' ? 0 : offset.count * aboutDays[offset.unit]
}

function unitNamed(name: string): CountedOffset['unit'] | null {
  return isUnit(name) ? name : null
}

function isUnit(name: string): name is CountedOffset['unit'] {
  return Object.hasOwn(aboutDays, name)
}
