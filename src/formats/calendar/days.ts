import ICAL from 'ical.js'
import { addDays, civilDay, daysBetween, isDay, partsOf, type Day } from '../../domain/day.ts'
import { failed, type FuError } from '../../domain/errors.ts'

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
 * @throws FuError `failed` where the text is no calendar
 */
export function calendarDays(text: string, years: Years): CalendarDays {
  const events = eventsOf(text)
  const moved = movedDays(events)
  const days = new Set<Day>()
  let leftOut = 0
  for (const event of events) {
    const found = daysOf(event, moved.get(uidOf(event)) ?? [], years)
    if (found === null) leftOut += 1
    else for (const day of found) days.add(day)
  }
  return { days, leftOut }
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

/** The days of one event without those that were moved; `null` where it is left out. */
function daysOf(event: ICAL.Component, moved: readonly Day[], years: Years): Day[] | null {
  try {
    const [start] = daysIn(event, 'dtstart')
    if (start === undefined || event.getFirstPropertyValue('status') === 'CANCELLED') return null
    const length = lengthOf(event, start)
    const starts = startsOf(event, start, years)
    if (starts === null || length < 1 || length > longestEvent) return null
    const isMoved = event.hasProperty('recurrence-id')
    const skipped = new Set([...daysIn(event, 'exdate'), ...(isMoved ? [] : moved)])
    return [...starts, ...daysIn(event, 'rdate')]
      .filter((day) => !skipped.has(day))
      .flatMap((day) => Array.from({ length }, (_, index) => addDays(day, index)))
  } catch {
    // A rule or a length that says nothing is found out only when it is read.
    return null
  }
}

/** The days on which an event begins; `null` where it comes back by a rule that is not followed. */
function startsOf(event: ICAL.Component, start: Day, years: Years): Day[] | null {
  const rules = event.getAllProperties('rrule')
  if (rules.length === 0) return [start]
  const rule = rules[0]?.getFirstValue()
  if (rules.length > 1 || !(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') return null
  const months = monthsOf(rule, start)
  const steps = rule.iterator(ICAL.Time.fromDateString(start))
  const starts: Day[] = []
  for (let next = steps.next(); next && next.year <= years.until; next = steps.next()) {
    const day = civilDay(next.year, next.month, next.day)
    if (day !== null && next.year >= years.from && (months?.has(next.month) ?? true)) starts.push(day)
  }
  return starts
}

/**
 * The months a yearly rule is bound to, or `null` for none. The library rolls a day that a year has not, such as
 * 29 February, over into the next month, where the rule has no day at all.
 */
function monthsOf(rule: ICAL.Recur, start: Day): ReadonlySet<number> | null {
  const parts = Object.keys(rule.parts)
  if (parts.includes('BYMONTH')) return new Set(rule.getComponent('BYMONTH').map(Number))
  return parts.length === 0 ? new Set([partsOf(start).month]) : null
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
