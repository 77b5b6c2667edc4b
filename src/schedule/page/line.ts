import { minutesOf, type Day, type Due } from '../../domain/day.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Line, PageContact, PagePromise } from '../../domain/page.ts'
import type { ClockSettings } from '../state/answer-clock.ts'
import { flagsOf, presentOn, reachFlags, withFlag } from './flags.ts'
import type { PageContext } from './context.ts'
import { reasonFor } from './reason.ts'
import type { PromiseState } from '../state/promise-state.ts'
import { waysLeft } from '../state/wrong-numbers.ts'

/** An open promise and where it stands: what a line is made from. */
export type PromiseWithState = { readonly promise: PagePromise; readonly state: PromiseState }

/** A line on which something was promised. */
export type PromiseLine = Line & { readonly promise: PagePromise }

/** A page in the making: how it is read, and what its lines are worked out from. */
export type LineContext = PageContext & {
  readonly settings: ClockSettings
  /** The moment of a day and time on the user's clock. */
  readonly momentAt: (due: Due) => Moment
  /** How many days the page's day lies after a day. */
  readonly daysLateFrom: (day: Day) => number
}

/**
 * The line of an open promise, late as of the page's day; minutes count on the page of the present day alone.
 *
 * @param lastReached the last time I reached the contact
 * @param wrong the contact's numbers and addresses that are known to be wrong (R35)
 */
export function lineOf(
  { promise, state }: PromiseWithState,
  contact: PageContact,
  lastReached: Entry | null,
  context: LineContext,
  wrong: readonly string[] = [],
): PromiseLine {
  const left = waysLeft(contact, promise.channel, wrong, state.findNumber)
  const { reach, seeksNumber } = left
  const flags = flagsOf(promise, state, lastReached, context, context.settings)
  const when = contact.timeZone === null ? null : doneAt(state.next, context)
  return {
    promise,
    contact,
    what: whatToDo(promise, state, seeksNumber),
    due: promise.due,
    next: state.next,
    daysLate: Math.max(0, context.daysLateFrom(state.lateFrom.day)),
    minutesLate: minutesLate(state.lateFrom, context),
    attempts: state.attempts,
    chases: state.chases,
    moves: state.moves,
    reachBy: reach,
    reason: reasonFor(promise, state, context),
    flags: seeksNumber
      ? withFlag(flags, 'no-number')
      : reachFlags(left.contact, promise.channel, reach, when, flags),
  }
}

/** When a line would be done: at its time on the page's day while that is to come, else at the present moment (R60). */
function doneAt(next: Due, context: LineContext): Moment | null {
  const own = next.time !== null && next.day === context.day ? context.momentAt(next) : null
  return own !== null && own.instant > context.now.instant ? own : presentOn(context)
}

/** A wrong number is to be put right, until another one stands in its place. */
function whatToDo({ what }: PagePromise, { tickler }: PromiseState, seeksNumber: boolean): string {
  if (seeksNumber) return `find the right number: ${what}`
  return tickler ? `call and email: ${what}` : what
}

function minutesLate({ day, time }: Due, context: PageContext): number {
  const isNow = day === context.now.day && context.day === context.now.day
  return isNow && time !== null ? Math.max(0, minutesOf(context.now.time) - minutesOf(time)) : 0
}
