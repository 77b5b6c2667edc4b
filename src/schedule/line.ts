import { reachBy, valueFor, type Contact } from '../domain/contact.ts'
import { minutesOf, type Day, type Due } from '../domain/day.ts'
import { isLate } from '../domain/moment.ts'
import type { Flag, Line } from '../domain/page.ts'
import type { OpenPromise } from '../domain/promise.ts'
import type { Standee } from './order.ts'
import { reasonFor, type Reading } from './reason.ts'
import type { Standing } from './standing.ts'

/**
 * The line of an open promise, late as of the page's day; minutes count on the page of the present day alone.
 *
 * @param daysLateFrom how many days the page's day lies after a day
 */
export function lineOf(
  { promise, standing }: Standee,
  contact: Contact,
  reading: Reading,
  daysLateFrom: (day: Day) => number,
): Line {
  return {
    promise,
    contact,
    what: whatToDo(promise, standing),
    due: promise.due,
    next: standing.next,
    daysLate: Math.max(0, daysLateFrom(standing.lateFrom.day)),
    minutesLate: minutesLate(standing.lateFrom, reading),
    attempts: standing.attempts,
    chases: standing.chases,
    moves: standing.moves,
    reachBy: reachBy(contact, promise.channel),
    reason: reasonFor(promise, standing, reading),
    flags: flagsOf(promise, contact, reading),
  }
}

function whatToDo({ what }: OpenPromise, { findNumber, tickler }: Standing): string {
  if (findNumber) return `find the right number: ${what}`
  return tickler ? `call and email: ${what}` : what
}

function minutesLate({ day, time }: Due, reading: Reading): number {
  const isNow = day === reading.now.day && reading.day === reading.now.day
  return isNow && time !== null ? Math.max(0, minutesOf(reading.now.time) - minutesOf(time)) : 0
}

function flagsOf(promise: OpenPromise, contact: Contact, reading: Reading): Flag[] {
  const flags: Flag[] = []
  if (promise.hot) flags.push('hot')
  if (valueFor(contact, promise.channel ?? contact.channel ?? 'call') === null) flags.push('no-number')
  if (promise.owner === 'mine' && hasPassed(promise.promised, reading)) flags.push('owes-update')
  return flags
}

/** Whether what they were told has passed as of the page: by the minute on the present day, else by the day. */
function hasPassed(promised: Due, { day, now }: Reading): boolean {
  return day === now.day ? isLate(promised, now) : promised.day < day
}
