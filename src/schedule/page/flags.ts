import { mayContact, valueFor, type ReachBy } from '../../domain/contact.ts'
import type { Due } from '../../domain/day.ts'
import type { Entry } from '../../domain/entry.ts'
import { isLate, type Moment } from '../../domain/moment.ts'
import type { Flag, PageContact, PagePromise } from '../../domain/page.ts'
import { askedAt, isAnswer, isPast24Hours, type ClockSettings } from '../state/answer-clock.ts'
import { gaveMyWord } from '../state/my-word.ts'
import type { PageContext } from './context.ts'
import { memoize } from '../../domain/memoize.ts'
import type { PromiseState } from '../state/promise-state.ts'
import { outsideTheirHours } from './their-hours.ts'

/** What is to be remarked on the line of a promise, read on a page. */
export function flagsOf(
  promise: PagePromise,
  state: PromiseState,
  lastReached: Entry | null,
  context: PageContext,
  settings: ClockSettings,
): readonly Flag[] {
  let flags = none
  if (promise.hot) flags = withFlag(flags, 'hot')
  if (gaveMyWord(promise, state) && hasPassed(promise.promised, context))
    flags = withFlag(flags, 'owes-update')
  if (promise.owner === 'mine' && isAnswer(promise.kind)) {
    const asked = askedAt(state.heard, lastReached)
    if (asked !== null && isPast24Hours(asked, context, settings)) flags = withFlag(flags, 'past-24h')
  }
  return flags
}

/**
 * What is to be remarked on how a contact would be reached, after other flags: that they do not want it (R58), else
 * that nothing is known for it (R2); and the hour (R60).
 *
 * @param when the moment at which they would be reached; `null` where nobody knows it yet
 */
export function reachFlags(
  contact: PageContact,
  wanted: PagePromise['channel'],
  reach: ReachBy | null,
  when: Moment | null,
  others: readonly Flag[] = none,
): readonly Flag[] {
  let flags = others
  const channel = wanted ?? contact.channel ?? 'call'
  if (!mayContact(contact, channel)) flags = withFlag(flags, 'unwanted-channel')
  else if (valueFor(contact, channel) === null) flags = withFlag(flags, 'no-number')
  if (contact.timeZone === null || when === null) return flags
  const rings = ringing.has(reach?.channel ?? channel)
  if (rings && outsideTheirHours(contact.timeZone, when)) flags = withFlag(flags, 'outside-their-hours')
  return flags
}

/** The present moment, on the page of the present day: when a line without a time would be done. */
export function presentOn({ day, now }: Pick<PageContext, 'day' | 'now'>): Moment | null {
  return day === now.day ? now : null
}

/** A list of flags with another after them. */
export function withFlag(flags: readonly Flag[], flag: Flag): readonly Flag[] {
  return longer(flags)(flag)
}

/** The lists are few, so each is made once: a long page has one for every line. */
const longer = memoize(
  (flags: readonly Flag[]) => memoize((flag: Flag): readonly Flag[] => [...flags, flag]),
  new WeakMap<readonly Flag[], (flag: Flag) => readonly Flag[]>(),
)

const none: readonly Flag[] = []

/** The channels that ring where they are. */
const ringing: ReadonlySet<ReachBy['channel']> = new Set<ReachBy['channel']>(['call', 'text', 'video'])

/** Whether what they were told has passed as of the page: by the minute on the present day, else by the day. */
function hasPassed(promised: Due, { day, now }: PageContext): boolean {
  return day === now.day ? isLate(promised, now) : promised.day < day
}
