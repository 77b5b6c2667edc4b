import { daysBetween, minutesOf, type Due } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Flag, Line, PageFacts, PagePromise } from '../../domain/page.ts'
import type { PromiseState } from '../state/promise-state.ts'
import type { PromiseWithState } from '../state/promise-states.ts'
import { waysLeft, wrongIn } from '../state/wrong-numbers.ts'
import type { LineContext, PageContext } from './context.ts'
import { presentOn, promiseFlags, reachFlags } from './flags.ts'
import { reasonFor } from './reason.ts'

/** A line with a promise. */
export type PromiseLine = Line & { readonly promise: PagePromise }

/**
 * The lines of promises that have come up, in their order. Lateness is as of the page's day; minutes count on the page
 * of the present day alone.
 *
 * @throws RangeError if the facts lack the contact of a promise
 */
export function promiseLines(
  promises: readonly PromiseWithState<PagePromise>[],
  { contacts, entries, lastReached }: Pick<PageFacts, 'contacts' | 'entries' | 'lastReached'>,
  context: LineContext,
): PromiseLine[] {
  const wrongNumbers = wrongIn(entries)
  return promises.map(({ promise, state }) => {
    const contact = contacts.get(promise.contact.id)
    if (contact === undefined) throw new RangeError(`promise ${promise.id} has no contact among the facts`)
    const reached = lastReached.get(contact.id) ?? null
    const ways = waysLeft(contact, promise.channel, wrongNumbers.get(contact.id) ?? [], state.findNumber)
    // The moment matters only where they are in another time zone.
    const when = contact.timeZone === null ? null : doneAt(state.next, context)
    const numberFlags: readonly Flag[] = ways.seeksNumber
      ? ['no-number']
      : reachFlags(ways.contact, promise.channel, ways.reach, when)
    return {
      promise,
      contact,
      what: whatToDo(promise, state, ways.seeksNumber),
      due: promise.due,
      next: state.next,
      daysLate: Math.max(0, daysBetween(state.lateFrom.day, context.day)),
      minutesLate: minutesLate(state.lateFrom, context),
      attempts: state.attempts,
      chases: state.chases,
      moves: state.moves,
      reachBy: ways.reach,
      reason: reasonFor(promise, state, context),
      flags: promiseFlags(promise, state, reached, context).concat(numberFlags),
    }
  })
}

/** When a line would be done: at its time on the page's day if that is still to come, else now (R60). */
function doneAt(next: Due, context: LineContext): Moment | null {
  const own = next.time !== null && next.day === context.day ? context.momentAt(next) : null
  return own !== null && own.instant > context.now.instant ? own : presentOn(context)
}

function whatToDo(
  { what, kind, channel }: PagePromise,
  { tickler }: PromiseState,
  seeksNumber: boolean,
): string {
  if (kind === 'wrong-number') return what
  if (seeksNumber) return `find the right ${channel === 'email' ? 'address' : 'number'}: ${what}`
  return tickler ? `call and email: ${what}` : what
}

function minutesLate({ day, time }: Due, context: PageContext): number {
  const isNow = day === context.now.day && context.day === context.now.day
  return isNow && time !== null ? Math.max(0, minutesOf(context.now.time) - minutesOf(time)) : 0
}
