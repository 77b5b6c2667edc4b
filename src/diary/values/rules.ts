import { cadenceText, isSeason, storedCadence, type Cadence } from '../../domain/cadence.ts'
import { isChannel, type Channel } from '../../domain/channel.ts'
import { isDay, isTime, type Day, type Time } from '../../domain/day.ts'
import { readPartialDate, type PartialDate } from '../../domain/partial-date.ts'
import { memoize } from '../../domain/memoize.ts'

/** A value that its column cannot hold: another program wrote it, or the file is damaged. */
export class BadValue extends RangeError {
  /** @param expected the valid values: "a day written 2026-11-27" */
  constructor(value: unknown, expected: string) {
    super(`${shown(value)} is not ${expected}`)
    this.name = 'BadValue'
  }
}

/**
 * The rule of a column: validates a stored value, and returns it with its type.
 *
 * @throws BadValue if it is not valid
 */
export type Rule<Value> = (value: unknown) => Value

/** The same for a column that may be NULL. */
export function optional<Value>(rule: Rule<Value>): Rule<Value | null> {
  return (value) => (value === null ? null : rule(value))
}

export const text: Rule<string> = (value) => {
  if (typeof value === 'string') return value
  throw new BadValue(value, 'text')
}

/** Text or NULL, as in most columns. */
export const maybeText: Rule<string | null> = (value) => {
  if (value === null || typeof value === 'string') return value
  throw new BadValue(value, 'text')
}

/** Memoized, because a page has the same few days many times. */
const isKnownDay = memoize((value: string): boolean => isDay(value))

export const day: Rule<Day> = (value) => {
  if (typeof value === 'string' && isKnownDay(value)) return value as Day
  throw new BadValue(value, 'a day written 2026-11-27')
}

export const time: Rule<Time> = (value) => {
  if (typeof value === 'string' && isTime(value)) return value
  throw new BadValue(value, 'a time written 09:30')
}

/** A yearly date, whose year may be unknown. */
export const date: Rule<PartialDate> = (value) => {
  const read = typeof value === 'string' ? readPartialDate(value) : null
  if (read !== null) return read
  throw new BadValue(value, 'a date written 1980-04-15 or --04-15')
}

/** A way to reach somebody: a known one, or another word. */
export const channel: Rule<Channel> = (value) => {
  if (typeof value === 'string' && isChannel(value)) return value
  throw new BadValue(value, 'a channel: one word in small letters, such as call or whatsapp')
}

/** One of a list of words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Rule<Word> {
  const known: ReadonlySet<unknown> = new Set(words)
  return (value) => {
    if (known.has(value)) return value as Word
    throw new BadValue(value, `one of ${words.join(', ')}`)
  }
}

function integer(from: number, to: number, expected: string): Rule<number> {
  return (value) => {
    if (typeof value === 'number' && value >= from && value <= to && Number.isInteger(value)) return value
    throw new BadValue(value, expected)
  }
}

/** The number of a row. */
export const rowNumber = integer(1, Number.MAX_SAFE_INTEGER, 'the number of a row')

/** An index into a list. */
export const index = integer(0, Number.MAX_SAFE_INTEGER, 'a place in a list')

/** 0 or 1, as a truth value. */
export const flag: Rule<boolean> = (value) => {
  if (value === 1 || value === 0) return value === 1
  throw new BadValue(value, '0 or 1')
}

/** Seconds from 1970 to the beginning of the year 0 and to the end of the year 9999. */
const [firstInstant, lastInstant] = [-62_167_219_200, 253_402_300_799]

export const instant = integer(firstInstant, lastInstant, 'a moment of the years 0 to 9999, in seconds')

/** No clock is further ahead, and the text form of a moment allows no more. */
const mostOffset = 20 * 60 - 1

export const offset = integer(-mostOffset, mostOffset, 'the minutes that a clock is ahead of UTC')

/** A higher count would be slow to compute, and ends after the calendar. */
export const mostOfUnit = 100_000

const units: ReadonlySet<string> = new Set(['d', 'wd', 'w', 'mo', 'y'])

const knownCadence = memoize((value: string): Cadence | null => {
  const cadence = storedCadence(value)
  const isKnown = isSeason(cadence)
    ? cadence.before > 0
    : units.has(cadence.unit) && cadence.count > 0 && cadence.count <= mostOfUnit
  return isKnown && cadenceText(cadence) === value ? cadence : null
})

export const cadence: Rule<Cadence> = (value) => {
  const known = typeof value === 'string' ? knownCadence(value) : null
  if (known !== null) return known
  throw new BadValue(value, 'a cadence such as 90d or before june')
}

/**
 * A JSON text whose value has its own rule.
 *
 * @param empty the text of an empty value, which most rows have, and the value itself
 */
export function json<Value>(rule: Rule<Value>, empty?: readonly [string, Value]): Rule<Value> {
  return (value) => {
    if (empty !== undefined && value === empty[0]) return empty[1]
    return rule(parsed(text(value)))
  }
}

/** @throws BadValue if it is not JSON */
export function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch (error) {
    if (error instanceof SyntaxError) throw new BadValue(value, 'JSON')
    throw error
  }
}

/** A value for an error message, with control characters escaped, and shortened. */
export function shown(value: unknown): string {
  const whole = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? 'nothing')
  return whole.length > mostShown ? `${whole.slice(0, mostShown)}…` : whole
}

const mostShown = 60
