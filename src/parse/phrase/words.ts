import type { Weekday } from '../../domain/day.ts'

type Row<Value> = readonly [Value, ...string[]]

const weekdayRows: readonly Row<Weekday>[] = [
  [1, 'mon', 'monday'],
  [2, 'tue', 'tues', 'tuesday'],
  [3, 'wed', 'weds', 'wednesday'],
  [4, 'thu', 'thur', 'thurs', 'thursday'],
  [5, 'fri', 'friday'],
  [6, 'sat', 'saturday'],
  [7, 'sun', 'sunday'],
]

const monthRows: readonly Row<number>[] = [
  [1, 'jan', 'january'],
  [2, 'feb', 'february'],
  [3, 'mar', 'march'],
  [4, 'apr', 'april'],
  [5, 'may'],
  [6, 'jun', 'june'],
  [7, 'jul', 'july'],
  [8, 'aug', 'august'],
  [9, 'sep', 'sept', 'september'],
  [10, 'oct', 'october'],
  [11, 'nov', 'november'],
  [12, 'dec', 'december'],
]

/** The ISO number of a weekday by each of its names. */
export const weekdays = byWord(weekdayRows)

/** The number of a month by each of its names. */
export const months = byWord(monthRows)

/** Days from today, by word. */
export const nearDays = byWord<number>([
  [0, 'today', 'tod'],
  [1, 'tomorrow', 'tom', 'tmr'],
  [2, 'day after tomorrow', 'the day after tomorrow'],
  [-1, 'yesterday'],
  [-2, 'day before yesterday', 'the day before yesterday'],
])

/** The short name of a month, as typed: `feb`. */
export function monthWord(month: number): string {
  return monthRows[month - 1]?.[1] ?? ''
}

/** The full name of a month, as printed: `February`. */
export function monthName(month: number): string {
  const name = String(monthRows[month - 1]?.at(-1) ?? '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The meanings of words. */
export type WordTable<Value> = Pick<ReadonlyMap<string, Value>, 'get' | 'has' | 'keys'>

/** The meaning of each word of the rows, computed on first use, because most commands read no phrase. */
export function byWord<Value>(rows: readonly Row<Value>[]): WordTable<Value> {
  let made: ReadonlyMap<string, Value> | undefined
  const table = (): ReadonlyMap<string, Value> =>
    (made ??= new Map(rows.flatMap(([value, ...words]) => words.map((word) => [word, value] as const))))
  return {
    get: (word) => table().get(word),
    has: (word) => table().has(word),
    keys: () => table().keys(),
  }
}
