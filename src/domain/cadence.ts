import { monthNames } from './date-words.ts'
import { addDays, addMonths, civilDay, partsOf, type Day } from './day.ts'
import { periodText, type Period, type PeriodUnit } from './period.ts'

/** Once a year, a month before a given month begins: "before June" (R41). */
export type Season = {
  /** The number of that month, 1–12. */
  readonly before: number
}

/** How often a contact is due again: a period after the last contact, or once a year before a month. */
export type Cadence = Period | Season

export function isSeason(cadence: Cadence): cadence is Season {
  return 'before' in cadence
}

/** The cadence as users type it and the diary stores it: `90d`, `before june`. */
export function cadenceText(cadence: Cadence): string {
  return isSeason(cadence) ? `before ${seasonName(cadence).toLowerCase()}` : periodText(cadence)
}

/** The cadence in a sentence: `every 90d`, `every year before June`. */
export function cadenceWords(cadence: Cadence): string {
  return isSeason(cadence) ? `every year before ${seasonName(cadence)}` : `every ${periodText(cadence)}`
}

/** Reads a cadence written by `cadenceText`. */
export function storedCadence(text: string): Cadence {
  const month = text.startsWith('before ') ? text.slice('before '.length) : null
  if (month !== null) return { before: monthNames.findIndex((name) => name.toLowerCase() === month) + 1 }
  const count = Number.parseInt(text, 10)
  return { count, unit: text.slice(String(count).length) as PeriodUnit }
}

/** The first day of the next season after a day: one month before its month begins. */
export function nextSeason(after: Day, { before }: Season): Day {
  const { year } = partsOf(after)
  const first = (of: number): Day => addMonths(civilDay(of, before, 1) ?? after, -1)
  return [first(year), first(year + 1), first(year + 2)].find((day) => day > after) ?? addDays(after, 365)
}

function seasonName({ before }: Season): string {
  return monthNames[before - 1] ?? ''
}
