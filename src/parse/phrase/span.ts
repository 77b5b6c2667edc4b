import { usage } from '../../domain/errors.ts'
import type { PeriodUnit } from '../../domain/period.ts'
import { byWord } from './words.ts'

/** A count of one unit, as typed: a period, or a number of hours or minutes. */
export type Span = { readonly count: number; readonly unit: PeriodUnit | 'h' | 'm' }

type Unit = {
  readonly unit: Span['unit']
  readonly name: string
  readonly short: readonly string[]
  /** A hundred years in the unit; for working days ten years, because they are counted one by one. */
  readonly limit: number
}

const units: readonly Unit[] = [
  { unit: 'm', name: 'minute', short: ['m', 'min', 'mins'], limit: 52_560_000 },
  { unit: 'h', name: 'hour', short: ['h', 'hr', 'hrs'], limit: 876_000 },
  { unit: 'd', name: 'day', short: ['d'], limit: 36_500 },
  { unit: 'wd', name: 'working day', short: ['wd', 'workday', 'workdays'], limit: 2_600 },
  { unit: 'w', name: 'week', short: ['w', 'wk', 'wks'], limit: 5_200 },
  { unit: 'mo', name: 'month', short: ['mo', 'mos'], limit: 1_200 },
  { unit: 'y', name: 'year', short: ['y', 'yr', 'yrs'], limit: 100 },
]

const unitsByWord = byWord(units.map((unit) => [unit, ...unit.short, unit.name, `${unit.name}s`] as const))

const counts = byWord<number>([
  [1, 'a', 'an', 'one'],
  [2, 'two'],
  [3, 'three'],
  [4, 'four'],
  [5, 'five'],
  [6, 'six'],
  [7, 'seven'],
  [8, 'eight'],
  [9, 'nine'],
  [10, 'ten'],
])

/** The words of the span grammar. */
export function spanWords(): string[] {
  return [...unitsByWord.keys(), ...counts.keys()].flatMap((words) => words.split(' '))
}

/**
 * Reads `3d`, `3 days`, `2 working days`, `a week`; `null` if the text is not a span.
 *
 * @param ifNone the hint for a count of 0
 * @throws FuError `usage` if the count is 0 or too high
 */
export function readSpan(text: string, ifNone: string): Span | null {
  const [, digits, word = '', name = ''] = /^(?:(\d+) ?|([a-z]+) )([a-z ]+)$/.exec(text) ?? []
  const count = digits === undefined ? counts.get(word) : Number(digits)
  const unit = unitsByWord.get(name)
  if (count === undefined || unit === undefined) return null
  if (count === 0) throw usage(`"${text}" counts nothing.`, ifNone)
  if (count > unit.limit)
    throw usage(`"${text}" is too far away.`, `The most is ${unit.limit} ${unit.name}s.`)
  return { count, unit: unit.unit }
}

/** The span in words: `3 days`, `1 working day`. */
export function spanText(span: Span): string {
  const name = units.find(({ unit }) => unit === span.unit)?.name ?? span.unit
  return `${span.count} ${name}${span.count === 1 ? '' : 's'}`
}
