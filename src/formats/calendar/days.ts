import ICAL from 'ical.js'
import { addDays, daysBetween, isDay, type Day } from '../../domain/day.ts'
import { failed, FuError } from '../../domain/errors.ts'
import { startsOf, type Spend, type Years } from './recurrence.ts'
import { checkShape } from './shape.ts'

/** The days of a calendar's all-day events, and how many of its events were left out. */
export type CalendarDays = { readonly days: ReadonlySet<Day>; readonly leftOut: number }

/** In days: a leap year. Longer events are seasons or mistakes, not days off. */
const longestEvent = 366

/**
 * The days of the all-day events of a calendar (iCalendar, RFC 5545). A yearly event is expanded for the years `from`
 * to `until`. These events are left out: events with a time of day, events that repeat more often than yearly, events
 * longer than a year, cancelled events, and events on days that do not exist.
 *
 * @throws FuError `failed` if the text is not a calendar, or would take too long to expand
 */
export function calendarDays(text: string, years: Years): CalendarDays {
  checkShape(text)
  const events = eventsOf(text)
  const moved = movedDays(events)
  const days = new Set<Day>()
  const spend = budget()
  let leftOut = 0
  for (const event of events) {
    const found = daysOf(event, { moved: moved.get(uidOf(event)) ?? new Set(), years, spend })
    if (found === null) leftOut += 1
    else for (const day of found) days.add(day)
  }
  return { days, leftOut }
}

/** The most steps of rules and days of events to compute: ten years of holidays take a few thousand. */
const mostSteps = 100_000

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
  return failed('The file is not a readable calendar.', 'Name an iCalendar file (.ics).', cause)
}

type Following = { readonly moved: ReadonlySet<Day>; readonly years: Years; readonly spend: Spend }

/** The days of one event, except those that were moved; `null` if it is left out. */
function daysOf(event: ICAL.Component, { moved, years, spend }: Following): Day[] | null {
  try {
    const [start] = daysIn(event, 'dtstart')
    if (start === undefined || event.getFirstPropertyValue('status') === 'CANCELLED') return null
    const length = lengthOf(event, start)
    const starts = startsOf(event, start, { years, spend })
    if (starts === null || length < 1 || length > longestEvent) return null
    const isMoved = event.hasProperty('recurrence-id')
    const skipped = new Set(daysIn(event, 'exdate'))
    const begun = new Set([...starts, ...daysIn(event, 'rdate')])
    spend(begun.size * length)
    return [...begun]
      .filter((day) => !skipped.has(day) && (isMoved || !moved.has(day)))
      .flatMap((day) => Array.from({ length }, (_, index) => addDays(day, index)))
  } catch (error) {
    if (error instanceof FuError) throw error
    // An invalid rule or duration is only discovered when it is read.
    return null
  }
}

/** The length of an event in days, from its (exclusive) end or its duration; default: 1. */
function lengthOf(event: ICAL.Component, start: Day): number {
  const [end] = daysIn(event, 'dtend')
  // Some programs write the event's only day as its end.
  if (end !== undefined) return end === start ? 1 : daysBetween(start, end)
  const duration = event.getFirstPropertyValue('duration')
  return duration instanceof ICAL.Duration ? Math.floor(duration.toSeconds() / secondsOfDay) : 1
}

const secondsOfDay = 24 * 60 * 60

/** The original days of moved occurrences, by the uid of the repeating event. */
function movedDays(events: readonly ICAL.Component[]): ReadonlyMap<string, ReadonlySet<Day>> {
  const moved = new Map<string, Set<Day>>()
  for (const event of events) {
    const uid = uidOf(event)
    const days = moved.get(uid) ?? new Set()
    for (const day of daysIn(event, 'recurrence-id')) days.add(day)
    moved.set(uid, days)
  }
  return moved
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid'))
}

/** The days of a property, read from their text: the library would turn 30 February into a day in March. */
function daysIn(event: ICAL.Component, name: string): Day[] {
  return event.getAllProperties(name).flatMap((property) => {
    const [, , , ...values]: unknown[] = property.toJSON()
    return values.filter((value) => typeof value === 'string').filter(isDay)
  })
}
