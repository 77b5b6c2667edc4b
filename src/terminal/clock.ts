import { isDay, isTime, type Due } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { momentOf, type Moment } from '../domain/moment.ts'

/**
 * The user's clock, read once: the current local time, the instant of a local time, and the local time of an instant.
 */
export type Clock = {
  readonly now: Moment
  readonly momentAt: (due: Due) => Moment
  readonly momentSince1970: (instant: number) => Moment
}

/**
 * The clock of this machine in its zone, or a clock fixed at a local moment (`2026-11-25T14:20`).
 *
 * @throws FuError `usage` if `FU_NOW` is not a moment
 */
export function readClock(rehearsed: string | undefined): Clock {
  const now = rehearsed === undefined || rehearsed === '' ? momentFrom(new Date()) : rehearsal(rehearsed)
  return { now, momentAt, momentSince1970 }
}

function rehearsal(text: string): Moment {
  const [, day = '', time = '', second = '0'] = /^(\S{10})[T ](\d\d:\d\d)(?::([0-5]\d))?$/.exec(text) ?? []
  if (!isDay(day) || !isTime(time)) {
    throw usage(`FU_NOW cannot be "${text}".`, 'It takes a local moment, as in 2026-11-25T14:20.')
  }
  const moment = momentAt({ day, time })
  return { ...moment, instant: moment.instant + Number(second) }
}

/**
 * A local time that the clock skips in spring becomes the time shown instead; of a repeated time, the first is used.
 */
function momentAt({ day, time }: Due): Moment {
  return momentFrom(new Date(`${day}T${time ?? '12:00'}:00`))
}

function momentSince1970(instant: number): Moment {
  return momentFrom(new Date(instant * 1000))
}

function momentFrom(date: Date): Moment {
  return momentOf(Math.floor(date.getTime() / 1000), 0 - date.getTimezoneOffset())
}
