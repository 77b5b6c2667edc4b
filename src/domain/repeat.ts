import { weekdayNames } from './date-words.ts'
import type { Day, Due, Weekday } from './day.ts'
import { ordinal } from './ordinal.ts'
import { periodText, type CalendarPeriod, type PeriodUnit } from './period.ts'

/**
 * How a promise repeats: after a period, on a weekday, or on a day of the month; in a shorter month, on its last day.
 */
export type Every = CalendarPeriod | { readonly weekday: Weekday } | { readonly dayOfMonth: number }

/** The repetition of a promise (R62). */
export type Repeat = {
  readonly every: Every
  /** The day from which occurrences are counted, and their time of day. */
  readonly anchor: Due
  /** The occurrence that this promise is for. Moving the promise does not change it. */
  readonly occurrence: Day
}

/** The repetition of a promise that is first due on a day. */
export function repeatFrom(every: Every, due: Due): Repeat {
  return { every, anchor: due, occurrence: due.day }
}

/** The repetition as stored in the diary: `2w`, `sunday`, `1st`. */
export function everyText(every: Every): string {
  if ('weekday' in every) return (weekdayNames[every.weekday - 1] ?? '').toLowerCase()
  return 'dayOfMonth' in every ? ordinal(every.dayOfMonth) : periodText(every)
}

/** Reads a repetition written by `everyText`; `null` for any other text. */
export function storedEvery(text: string): Every | null {
  const weekday = weekdayNames.findIndex((name) => name.toLowerCase() === text) + 1
  if (weekday > 0) return { weekday: weekday as Weekday }
  const [, digits = '', unit = ''] = /^([1-9]\d{0,4})([a-z]+)$/.exec(text) ?? []
  const count = Number(digits)
  if (calendarUnits.has(unit)) return { count, unit: unit as CalendarPeriod['unit'] }
  return count >= 1 && count <= 31 && ordinal(count) === text ? { dayOfMonth: count } : null
}

const calendarUnits: ReadonlySet<string> = new Set<PeriodUnit>(['d', 'w', 'mo', 'y'])

const unitNames = { d: 'day', w: 'week', mo: 'month', y: 'year' } as const

/**
 * The repetition in a sentence.
 *
 * @example everyWords({ count: 2, unit: 'w' }) // 'every 2 weeks'
 * @example everyWords({ weekday: 7 }) // 'every Sunday'
 * @example everyWords({ dayOfMonth: 1 }) // 'on the 1st of every month'
 */
export function everyWords(every: Every): string {
  if ('weekday' in every) return `every ${weekdayNames[every.weekday - 1] ?? ''}`
  if ('dayOfMonth' in every) {
    const day = every.dayOfMonth === 31 ? 'last day' : ordinal(every.dayOfMonth)
    return `on the ${day} of every month`
  }
  const { count, unit } = every
  return count === 1 ? `every ${unitNames[unit]}` : `every ${count} ${unitNames[unit]}s`
}
