import { reachBy, type Contact, type ContactKind } from '../../domain/contact.ts'
import { compareText, daysBetween, type Day } from '../../domain/day.ts'
import { clockSlack, type Moment } from '../../domain/moment.ts'
import type { Line, Regular } from '../../domain/page.ts'
import { cadenceWords, isSeason, nextSeason, type Cadence } from '../../domain/cadence.ts'
import type { Settings } from '../../domain/settings.ts'
import { workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'
import { presentOn, reachFlags } from '../page/flags.ts'
import { periodEnd } from '../plans/plan.ts'
import type { PageContext } from '../page/context.ts'

/** How often a contact is due again: as was said of them, else as of their kind; `null` where neither was (R7). */
export function cadenceOf(
  { every, kind }: Pick<Contact, 'every' | 'kind'>,
  cadences: ReadonlyMap<ContactKind, Cadence>,
): Cadence | null {
  return every ?? (kind === null ? null : (cadences.get(kind) ?? null))
}

/** The day a contact is due again: a cadence after the last real contact, else after they were added (R40). */
export function dueAgain(
  { addedAt }: Pick<Contact, 'addedAt'>,
  lastReal: Moment | null,
  cadence: Cadence,
  week: WorkingWeek,
): Day {
  const { day } = lastReal ?? addedAt
  return isSeason(cadence) ? workingDayFrom(nextSeason(day, cadence), week) : periodEnd(day, cadence, week)
}

/**
 * The contacts that are due again on or before the page's day, as lines: the longest overdue first, as a share of
 * the cadence, then by name. Who is not to be contacted at all is not among them (R58).
 */
export function driftingOn(
  regulars: readonly Regular[],
  { week, cadences }: Pick<Settings, 'week' | 'cadences'>,
  reading: PageContext,
): Line[] {
  return regulars
    .flatMap(({ contact, lastReal }) => {
      const cadence = contact.doNotContact === 'all' ? null : cadenceOf(contact, cadences)
      if (cadence === null) return []
      // What a clock that ran ahead wrote says nothing of when they were added.
      const isAhead = lastReal === null && contact.addedAt.instant > reading.now.instant + clockSlack
      const due = isAhead ? reading.now.day : dueAgain(contact, lastReal, cadence, week)
      if (due > reading.day) return []
      const daysLate = daysBetween(due, reading.day)
      const share = daysLate / Math.max(1, daysBetween((lastReal ?? contact.addedAt).day, due))
      return [{ contact, lastReal, cadence, due, daysLate, share }]
    })
    .toSorted(
      (a, b) =>
        b.share - a.share || compareText(a.contact.name, b.contact.name) || a.contact.id - b.contact.id,
    )
    .map((drifting) => lineOf(drifting, reading))
}

/** What is to be done with those who are due again. */
export const keepInTouchWords = 'keep in touch'

type Drifting = Regular & { readonly cadence: Cadence; readonly due: Day; readonly daysLate: number }

function lineOf({ contact, lastReal, cadence, due: day, daysLate }: Drifting, reading: PageContext): Line {
  const due = { day, time: null }
  const reach = reachBy(contact, null)
  const on = reading.words.short((lastReal ?? contact.addedAt).day, reading.now.day)
  const since = lastReal === null ? `never spoken since you added them on ${on}` : `last spoke on ${on}`
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
    flags: reachFlags(contact, null, reach, presentOn(reading)),
  }
}
