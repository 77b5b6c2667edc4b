import { addDays, daysBetween, type Day } from '../../domain/day.ts'
import { minimumCases, type Compared, type DayRange, type Median } from '../../domain/review.ts'

/**
 * The days from one until today, and as many days before them.
 *
 * @example comparedDays('2026-10-24', '2026-11-22').before // { from: '2026-09-24', until: '2026-10-23' }
 */
export function comparedDays(from: Day, today: Day): Compared<DayRange> {
  const length = daysBetween(from, today) + 1
  return { now: { from, until: today }, before: { from: addDays(from, -length), until: addDays(from, -1) } }
}

/** A figure for both ranges of days, from the cases in each. */
export function compared<Case, Figure>(
  days: Compared<DayRange>,
  cases: readonly Case[],
  dayOf: (item: Case) => Day,
  figure: (items: Case[]) => Figure,
): Compared<Figure> {
  const within = (range: DayRange): Figure => figure(cases.filter((item) => isWithin(dayOf(item), range)))
  return { now: within(days.now), before: within(days.before) }
}

export function isWithin(day: Day, { from, until }: DayRange): boolean {
  return from <= day && day <= until
}

/**
 * The median of the values; `null` if there are too few.
 *
 * @example medianOf([1, 2, 3, 5, 40]) // { middle: 3, of: 5 }
 */
export function medianOf(values: readonly number[]): Median {
  const of = values.length
  if (of < minimumCases) return { middle: null, of }
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = low] = sorted.slice(Math.ceil(of / 2) - 1, Math.floor(of / 2) + 1)
  return { middle: (low + high) / 2, of }
}
