import { isAnswer } from '../../domain/promise.ts'
import type { Channel } from '../../domain/channel.ts'
import { mayContact, valueFor, type ReachBy } from '../../domain/contact.ts'
import type { Due } from '../../domain/day.ts'
import type { Entry } from '../../domain/entry.ts'
import { isLate, type Moment } from '../../domain/moment.ts'
import type { Flag, PageContact, PagePromise } from '../../domain/page.ts'
import { askedAt, isPast24Hours } from '../state/answer-clock.ts'
import { gaveMyWord } from '../state/my-word.ts'
import type { PromiseState } from '../state/promise-state.ts'
import type { LineContext, PageContext } from './context.ts'
import { outsideTheirHours } from './their-hours.ts'

/**
 * The flags of a line about its promise.
 *
 * @param lastReached the last time I reached the contact
 */
export function promiseFlags(
  promise: PagePromise,
  state: PromiseState,
  lastReached: Entry | null,
  context: LineContext,
): Flag[] {
  const flags: Flag[] = []
  if (promise.hot) flags.push('hot')
  if (gaveMyWord(promise, state) && hasPassed(promise.promised, context)) flags.push('owes-update')
  if (promise.owner === 'mine' && isAnswer(promise.kind)) {
    const asked = askedAt(state.heard, lastReached)
    if (asked !== null && isPast24Hours(asked, context, context)) flags.push('past-24h')
  }
  return flags
}

/**
 * The flags of a line about reaching the contact: that they do not want the channel (R58), else that its number or
 * address is missing (R2), or any if no channel is set; and that it is outside their hours (R60).
 *
 * @param when the moment at which they would be reached; `null` if that is unknown
 */
export function reachFlags(
  contact: PageContact,
  wanted: Channel | null,
  reach: ReachBy | null,
  when: Moment | null,
): Flag[] {
  const flags: Flag[] = []
  const asked = wanted ?? contact.channel
  const channel = asked ?? 'call'
  if (!mayContact(contact, channel)) flags.push('unwanted-channel')
  else if (valueFor(contact, channel) === null && (asked !== null || reach === null)) flags.push('no-number')
  const rings = ringingChannels.has(reach?.channel ?? channel)
  if (rings && when !== null && contact.timeZone !== null && outsideTheirHours(contact.timeZone, when)) {
    flags.push('outside-their-hours')
  }
  return flags
}

/** Now, on the page of the present day: when a line without a time would be done. `null` on other pages. */
export function presentOn({ day, now }: Pick<PageContext, 'day' | 'now'>): Moment | null {
  return day === now.day ? now : null
}

const ringingChannels: ReadonlySet<Channel> = new Set<Channel>(['call', 'text', 'video'])

/** Whether what they were told has passed as of the page: by the minute on the present day, else by the day. */
function hasPassed(promised: Due, { day, now }: PageContext): boolean {
  return day === now.day ? isLate(promised, now) : promised.day < day
}
