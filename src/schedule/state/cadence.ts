import { isSeason, nextSeason, type Cadence } from '../../domain/cadence.ts'
import type { Contact, ContactKind } from '../../domain/contact.ts'
import { addDays, daysBetween, type Day } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import { workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'
import { periodEnd } from '../plans/plan.ts'

/** How often a contact is due again: their own cadence, else that of their kind; `null` if neither is set (R7). */
export function cadenceOf(
  { every, kind }: Pick<Contact, 'every' | 'kind'>,
  cadences: ReadonlyMap<ContactKind, Cadence>,
): Cadence | null {
  return every ?? (kind === null ? null : (cadences.get(kind) ?? null))
}

/** The day a contact is due again: one cadence after the last real contact, else after they were added (R40). */
export function dueAgain(
  { addedAt }: Pick<Contact, 'addedAt'>,
  lastRealContact: Moment | null,
  cadence: Cadence,
  week: WorkingWeek,
): Day {
  const { day } = lastRealContact ?? addedAt
  return isSeason(cadence) ? workingDayFrom(nextSeason(day, cadence), week) : periodEnd(day, cadence, week)
}

/** Its multiples modulo 1 are spread evenly, however many there are. */
const goldenRatio = (Math.sqrt(5) - 1) / 2

/**
 * The day one of many contacts who were added at once comes up first: within their cadence, at a share of it that differs
 * from that of the others and stays the same. A season comes up as a whole.
 */
export function firstDue(contact: Pick<Contact, 'id' | 'addedAt'>, cadence: Cadence, week: WorkingWeek): Day {
  const due = dueAgain(contact, null, cadence, week)
  if (isSeason(cadence)) return due
  const { day: added } = contact.addedAt
  const share = 1 - ((contact.id * goldenRatio) % 1)
  return workingDayFrom(addDays(added, Math.ceil(daysBetween(added, due) * share)), week)
}
