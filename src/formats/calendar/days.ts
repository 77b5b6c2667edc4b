import ICAL from 'ical.js'
import { addDays, civilDay, daysBetween, isDay, partsOf, type Day } from '../../domain/day.ts'
import { failed, FuError } from '../../domain/errors.ts'
import { checkShape } from './shape.ts'

/** The days of a calendar's all-day events, and how many of its events were left out. */
export type CalendarDays = { readonly days: ReadonlySet<Day>; readonly leftOut: number }

/** A span of years, both of them in it. */
type Years = { readonly from: number; readonly until: number }

/** Longer events are seasons or mistakes, not days off: a year and its leap day. */
const longestEvent = 366

/**
 * The days of the all-day events of a calendar (iCalendar, RFC 5545). An event that comes back every year is
 * followed through the years `from` to `until`. Left out are events with a time of day, those that come back
 * oftener than yearly, those longer than a year, cancelled ones, and those on days the calendar has not.
 *
 * @throws FuError `failed` where the text is no calendar, or one that would take too long to work out
 */
export function calendarDays(text: string, years: Years): CalendarDays {
  checkShape(text)
  const events = eventsOf(text)
  const moved = movedDays(events)
  const days = new Set<Day>()
  const spend = budget()
  let leftOut = 0
  for (const event of events) {
    const found = daysOf(event, { moved: moved.get(uidOf(event)) ?? [], years, spend })
    if (found === null) leftOut += 1
    else for (const day of found) days.add(day)
  }
  return { days, leftOut }
}

/** So many steps of rules and days of events are worked out: ten years of holidays take a few thousand. */
const mostSteps = 100_000

/** Counts what is worked out for a calendar. */
type Spend = (steps: number) => void

function budget(): Spend {
  let left = mostSteps
  return (steps) => {
    left -= steps
    if (left < 0) {
      throw failed(
        `The events of this calendar have more than ${mostSteps} days.`,
        'Name an iCalendar file (.ics) of holidays.',
      )
    }
  }
}

function eventsOf(text: string): ICAL.Component[] {
  try {
    const parsed: unknown[] = ICAL.parse(text)
    // One calendar is [name, properties, components]; several are a list of those.
    const calendars = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])
    const components = calendars.map((calendar) => new ICAL.Component(calendar))
    if (components.length > 0 && components.every(({ name }) => name === 'vcalendar')) {
      return components.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
    }
  } catch (error) {
    throw notACalendar(error)
  }
  throw notACalendar()
}

function notACalendar(cause?: unknown): FuError {
  return failed('The file holds no calendar that can be read.', 'Name an iCalendar file (.ics).', cause)
}

type Following = { readonly moved: readonly Day[]; readonly years: Years; readonly spend: Spend }

/** The days of one event without those that were moved; `null` where it is left out. */
function daysOf(event: ICAL.Component, { moved, years, spend }: Following): Day[] | null {
  try {
    const [start] = daysIn(event, 'dtstart')
    if (start === undefined || event.getFirstPropertyValue('status') === 'CANCELLED') return null
    const length = lengthOf(event, start)
    const starts = startsOf(event, start, { years, spend })
    if (starts === null || length < 1 || length > longestEvent) return null
    const isMoved = event.hasProperty('recurrence-id')
    const skipped = new Set([...daysIn(event, 'exdate'), ...(isMoved ? [] : moved)])
    const begun = new Set([...starts, ...daysIn(event, 'rdate')])
    spend(begun.size * length)
    return [...begun]
      .filter((day) => !skipped.has(day))
      .flatMap((day) => Array.from({ length }, (_, index) => addDays(day, index)))
  } catch (error) {
    if (error instanceof FuError) throw error
    // A rule or a length that says nothing is found out only when it is read.
    return null
  }
}

/** The days on which an event begins; `null` where it comes back by a rule that is not followed. */
function startsOf(
  event: ICAL.Component,
  start: Day,
  { years, spend }: Omit<Following, 'moved'>,
): Day[] | null {
  const rules = event.getAllProperties('rrule')
  if (rules.length === 0) return [start]
  const rule = rules[0]?.getFirstValue()
  if (rules.length > 1 || !(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') return null
  spend(stepsOfRule)
  return Object.keys(rule.parts).length === 0
    ? yearlyDays(rule, start, { years, spend })
    : daysOfRule(rule, start, { years, spend })
}

/** What a rule costs before its first day, in steps. */
const stepsOfRule = 5

type Rule = { readonly years: Years; readonly spend: Spend }

/** The same day of each year, where the year has it. */
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

/** How many intervals lie between a year and the one before the first that is asked for. */
function yearsBefore({ from }: Years, year: number, interval: number): number {
  return Math.max(0, Math.floor((from - 1 - year) / interval))
}

/** A rule that counts is followed from its first day on, so that has to be no longer ago. */
const longestCounted = 200

/** The days of a rule with weekdays, months or the like; `null` where it begins too long ago to be counted. */
function daysOfRule(rule: ICAL.Recur, start: Day, { years, spend }: Rule): Day[] | null {
  if (rule.count !== null && years.from - partsOf(start).year > longestCounted) return null
  const months = monthsOf(rule)
  const near = rule.count === null ? nearStart(rule, start, years) : start
  const end = ICAL.Time.fromDateString(`${years.until}-12-31`)
  // Where no day fits, the library looks through 20,000 years for one.
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

/** A day on which a rule without a count may begin as well, not long before the years that are asked for. */
function nearStart(rule: ICAL.Recur, start: Day, years: Years): Day {
  const { year, month, dayOfMonth: day } = partsOf(start)
  const interval = Math.max(1, rule.interval)
  for (let intervals = yearsBefore(years, year, interval); intervals > 0; intervals -= 1) {
    const near = civilDay(year + intervals * interval, month, day)
    if (near !== null) return near
  }
  return start
}

/** The months a yearly rule is bound to, or `null` for none. */
function monthsOf(rule: ICAL.Recur): ReadonlySet<number> | null {
  return Object.keys(rule.parts).includes('BYMONTH')
    ? new Set(rule.getComponent('BYMONTH').map(Number))
    : null
}

/** How many days an event takes, by its end, which is no longer of it, or its duration; else one. */
function lengthOf(event: ICAL.Component, start: Day): number {
  const [end] = daysIn(event, 'dtend')
  // Some programs end an event of one day on that day.
  if (end !== undefined) return end === start ? 1 : daysBetween(start, end)
  const duration = event.getFirstPropertyValue('duration')
  return duration instanceof ICAL.Duration ? Math.floor(duration.toSeconds() / secondsOfDay) : 1
}

const secondsOfDay = 24 * 60 * 60

/** The days that an occurrence was moved from, by the event that comes back. */
function movedDays(events: readonly ICAL.Component[]): ReadonlyMap<string, readonly Day[]> {
  const moved = new Map<string, Day[]>()
  for (const event of events) {
    const uid = uidOf(event)
    const days = moved.get(uid) ?? []
    days.push(...daysIn(event, 'recurrence-id'))
    moved.set(uid, days)
  }
  return moved
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid'))
}

/** The days that a property names as they are written: the library would roll 30 February over into March. */
function daysIn(event: ICAL.Component, name: string): Day[] {
  return event.getAllProperties(name).flatMap((property) => {
    const [, , , ...values]: unknown[] = property.toJSON()
    return values.filter((value) => typeof value === 'string').filter(isDay)
  })
}
