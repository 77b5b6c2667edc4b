import ICAL from 'ical.js'
import { civilDay, partsOf, type Day } from '../../domain/day.ts'

/** A range of years, inclusive. */
export type Years = { readonly from: number; readonly until: number }

/** Counts the steps of the calculation; throws when there are too many. */
export type Spend = (steps: number) => void

type Rule = { readonly years: Years; readonly spend: Spend }

/** The days on which an event begins; `null` if its rule is not supported. */
export function startsOf(event: ICAL.Component, start: Day, { years, spend }: Rule): Day[] | null {
  const rules = event.getAllProperties('rrule')
  if (rules.length === 0) return [start]
  const rule = rules[0]?.getFirstValue()
  if (rules.length > 1 || !(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') return null
  spend(stepsOfRule)
  return Object.keys(rule.parts).length === 0
    ? yearlyDays(rule, start, { years, spend })
    : daysOfRule(rule, start, { years, spend })
}

/** The cost of a rule before its first day, in steps. */
const stepsOfRule = 5

/** The same day of each year that has it. */
function yearlyDays(rule: ICAL.Recur, start: Day, { years, spend }: Rule): Day[] {
  const { year, month, dayOfMonth: day } = partsOf(start)
  const last = rule.until === null ? null : civilDay(rule.until.year, rule.until.month, rule.until.day)
  const interval = Math.max(1, rule.interval)
  const first = rule.count === null ? year + interval * yearsBefore(years, year, interval) : year
  const days: Day[] = []
  let left = rule.count ?? Infinity
  for (let next = first; next <= years.until && left > 0; next += interval) {
    spend(1)
    const found = civilDay(next, month, day)
    if (found === null) continue
    if (last !== null && found > last) break
    left -= 1
    if (next >= years.from) days.push(found)
  }
  return days
}

/** How many intervals lie between a year and the year before the requested range. */
function yearsBefore({ from }: Years, year: number, interval: number): number {
  return Math.max(0, Math.floor((from - 1 - year) / interval))
}

/** In years. A rule with a COUNT is expanded from its first day, so that day must not be too long ago. */
const longestCounted = 200

/** The days of a rule with weekdays, months and so on; `null` if it begins too long ago to be expanded. */
function daysOfRule(rule: ICAL.Recur, start: Day, { years, spend }: Rule): Day[] | null {
  if (rule.count !== null && years.from - partsOf(start).year > longestCounted) return null
  const months = monthsOf(rule)
  const near = rule.count === null ? nearStart(rule, start, years) : start
  const end = ICAL.Time.fromDateString(`${years.until}-12-31`)
  // If no day matches, the library searches 20,000 years.
  if (rule.until === null || rule.until.compare(end) > 0) rule.until = end
  const steps = rule.iterator(ICAL.Time.fromDateString(near))
  const days: Day[] = []
  for (let next = steps.next(); next && next.year <= years.until; next = steps.next()) {
    spend(1)
    const day = civilDay(next.year, next.month, next.day)
    if (day !== null && next.year >= years.from && (months?.has(next.month) ?? true)) days.push(day)
  }
  return days
}

/** A later start for a rule without a COUNT, shortly before the requested years: it gives the same days. */
function nearStart(rule: ICAL.Recur, start: Day, years: Years): Day {
  const { year, month, dayOfMonth: day } = partsOf(start)
  const interval = Math.max(1, rule.interval)
  for (let intervals = yearsBefore(years, year, interval); intervals > 0; intervals -= 1) {
    const near = civilDay(year + intervals * interval, month, day)
    if (near !== null) return near
  }
  return start
}

/** The months that a yearly rule is limited to; `null` for no limit. */
function monthsOf(rule: ICAL.Recur): ReadonlySet<number> | null {
  return Object.keys(rule.parts).includes('BYMONTH')
    ? new Set(rule.getComponent('BYMONTH').map(Number))
    : null
}
