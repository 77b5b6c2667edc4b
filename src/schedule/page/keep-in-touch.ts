import { cadenceWords, type Cadence } from '../../domain/cadence.ts'
import { reachBy } from '../../domain/contact.ts'
import { compareText, daysBetween, type Day } from '../../domain/day.ts'
import { clockSlack } from '../../domain/moment.ts'
import type { Line, RegularContact } from '../../domain/page.ts'
import type { Settings } from '../../domain/settings.ts'
import { cadenceOf, dueAgain, firstDue } from '../state/cadence.ts'
import type { PageContext } from './context.ts'
import { presentOn, reachFlags } from './flags.ts'

export const keepInTouchWords = 'keep in touch'

type Drifting = RegularContact & { readonly cadence: Cadence; readonly due: Day; readonly daysLate: number }

/**
 * A line for each contact who is due again on or before the page's day: the longest overdue first, as a share of the
 * cadence, then by name (R40). Contacts marked do-not-contact are left out (R58). An import may add more contacts
 * without a conversation than fit on a page: they come up spread over their cadence, not all on one day.
 */
export function keepInTouchLines(
  regulars: readonly RegularContact[],
  { week, cadences, keepInTouchPerDay }: Pick<Settings, 'week' | 'cadences' | 'keepInTouchPerDay'>,
  context: PageContext,
): Line[] {
  const addedAtOnce = countBy(regulars)
  const many = Math.max(1, keepInTouchPerDay)
  return regulars
    .flatMap(({ contact, lastRealContact }) => {
      const cadence = contact.doNotContact === 'all' ? null : cadenceOf(contact, cadences)
      if (cadence === null) return []
      // If the clock was ahead when they were added, that moment does not tell when they are due.
      const isAhead = lastRealContact === null && contact.addedAt.instant > context.now.instant + clockSlack
      const isOneOfMany = lastRealContact === null && (addedAtOnce.get(contact.addedAt.instant) ?? 0) > many
      const due = isAhead
        ? context.now.day
        : isOneOfMany
          ? firstDue(contact, cadence, week)
          : dueAgain(contact, lastRealContact, cadence, week)
      if (due > context.day) return []
      const daysLate = daysBetween(due, context.day)
      const share = daysLate / Math.max(1, daysBetween((lastRealContact ?? contact.addedAt).day, due))
      return [{ contact, lastRealContact, cadence, due, daysLate, share }]
    })
    .toSorted(
      (a, b) =>
        b.share - a.share || compareText(a.contact.name, b.contact.name) || a.contact.id - b.contact.id,
    )
    .map((drifting) => lineOf(drifting, context))
}

/** How many contacts who were never spoken with were added at each instant. */
function countBy(regulars: readonly RegularContact[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { contact, lastRealContact } of regulars) {
    if (lastRealContact !== null) continue
    counts.set(contact.addedAt.instant, (counts.get(contact.addedAt.instant) ?? 0) + 1)
  }
  return counts
}

function lineOf(
  { contact, lastRealContact, cadence, due: day, daysLate }: Drifting,
  context: PageContext,
): Line {
  const due = { day, time: null }
  const reach = reachBy(contact, null)
  const on = context.words.short((lastRealContact ?? contact.addedAt).day, context.now.day)
  const since =
    lastRealContact === null ? `never spoken to since you added them on ${on}` : `last spoke on ${on}`
  return {
    promise: null,
    contact,
    what: keepInTouchWords,
    due,
    next: due,
    daysLate,
    minutesLate: 0,
    attempts: 0,
    chases: 0,
    moves: 0,
    reachBy: reach,
    reason: `${since}, ${cadenceWords(cadence)}`,
    flags: reachFlags(contact, null, reach, presentOn(context)),
  }
}
