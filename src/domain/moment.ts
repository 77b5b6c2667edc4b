import {
  dayFromNumber,
  isDay,
  isTime,
  minutesOf,
  timeAt,
  dayNumber,
  type Day,
  type Due,
  type Time,
} from './day.ts'

/** An instant with the user's local time at it, so that its civil day stays the same after a change of time zone. */
export type Moment = {
  /** Seconds since 1970-01-01T00:00Z. */
  readonly instant: number
  /** Minutes that the local clock was ahead of UTC. */
  readonly offset: number
  /** The civil day the local clock showed. */
  readonly day: Day
  /** The time of day the local clock showed. */
  readonly time: Time
}

/** Entries further ahead of now than this were written by a wrong clock. In seconds. */
export const clockSlack = 24 * 3600

const minutesADay = 1440
const secondsADay = 86_400

/**
 * The moment of an instant (seconds since 1970 in UTC) on a clock `offset` minutes ahead of UTC.
 *
 * @throws RangeError if the instant lies outside the years 0 to 9999
 */
export function momentOf(instant: number, offset: number): Moment {
  const minutes = Math.floor(instant / 60) + offset
  const number = Math.floor(minutes / minutesADay)
  const day = dayFromNumber(number)
  const time = timeAt(minutes - number * minutesADay)
  if (day === null || time === null) throw new RangeError(`no such moment: ${instant}`)
  return { instant, offset, day, time }
}

/**
 * The moment as RFC 3339, with its offset.
 *
 * @example rfc3339(momentOf(0, 60)) // '1970-01-01T01:00:00+01:00'
 */
export function rfc3339(moment: Moment): string {
  const seconds = String(((moment.instant % 60) + 60) % 60).padStart(2, '0')
  const sign = moment.offset < 0 ? '-' : '+'
  const ahead = Math.abs(moment.offset)
  const hours = String(Math.floor(ahead / 60)).padStart(2, '0')
  const minutes = String(ahead % 60).padStart(2, '0')
  return `${moment.day}T${moment.time}:${seconds}${sign}${hours}:${minutes}`
}

/**
 * The moment of an RFC 3339 text as `rfc3339` writes it; `null` if the text is not one, or its day or time does not
 * exist.
 *
 * @example readRfc3339('1970-01-01T01:00:00+01:00') // momentOf(0, 60)
 */
export function readRfc3339(text: string): Moment | null {
  const [, day = '', time = '', second = '', sign = '', hours = '', minutes = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):([0-5]\d)(?:([+-])([01]\d):([0-5]\d)|Z)$/.exec(text) ?? []
  if (!isDay(day) || !isTime(time)) return null
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const instant = dayNumber(day) * secondsADay + minutesOf(time) * 60 + Number(second) - ahead * 60
  return { instant, offset: ahead, day, time }
}

/** Whether a due is late at a moment: a day from the next day on, a time from that minute on (R11). */
export function isLate(due: Due, now: Moment): boolean {
  if (due.day !== now.day) return due.day < now.day
  return due.time !== null && due.time <= now.time
}

/**
 * Local midnight of a day, in seconds since 1970 by the local clock: comparable with an instant plus its offset in
 * seconds.
 */
export function midnightOf(day: Day): number {
  return dayNumber(day) * secondsADay
}

/** The range of instants that can fall on a civil day in any time zone; it includes instants of neighbouring days. */
export function instantsAround(day: Day): { readonly from: number; readonly until: number } {
  const midnight = midnightOf(day)
  const hour = 3600
  return { from: midnight - 14 * hour, until: midnight + 38 * hour }
}
