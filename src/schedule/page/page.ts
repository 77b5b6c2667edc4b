import { addDays, compareDue } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Agenda, PageFacts, PagePromise } from '../../domain/page.ts'
import { inPageOrder } from '../../domain/reading-order.ts'
import { promiseStates, type PromiseWithState } from '../state/promise-states.ts'
import type { PageSettings } from './context.ts'
import { keepInTouchLines } from './keep-in-touch.ts'
import { occasionLines } from './occasions.ts'
import { promiseLines } from './line.ts'
import { keepInTouchSection, promiseSections } from './sections.ts'

export type { PageSettings } from './context.ts'

/**
 * The page of a day, read at a moment. Every open promise whose effective day is on or before the page's day is on it
 * exactly once (R10). The page of a later day shows what will be due then if nothing is done before. The same facts and
 * moment give the same page, regardless of the order of the promises.
 *
 * @throws RangeError if the facts lack the contact of a promise: a line left out would be forgotten
 */
export function agendaFor(now: Moment, facts: PageFacts, settings: PageSettings): Agenda {
  const { day } = facts
  const context = { ...settings, day, now }
  const promises = promiseStates(facts.promises, facts, now, settings.week)
  const due = promises.filter(({ state }) => state.next.day <= day)
  const later = promises.filter(({ state }) => state.next.day > day)
  const dayAfter = addDays(day, 1)
  const upcoming = later.reduce<Upcoming | null>(earlier, null)
  return {
    day,
    now,
    sections: inPageOrder([
      ...promiseSections(promiseLines(due, facts, context), day),
      keepInTouchSection(
        keepInTouchLines(facts.regulars, settings, context),
        occasionLines(facts.occasions, settings.week, context),
        settings,
      ),
    ]),
    doneToday: facts.kept,
    tomorrow: later.filter(({ state }) => state.next.day === dayAfter).length,
    upcoming:
      upcoming === null ? null : { contact: upcoming.promise.contact.name, day: upcoming.state.next.day },
    nothingNext: facts.nothingNext,
  }
}

type Upcoming = PromiseWithState<PagePromise>

/** The one of two promises that comes up first; of those at the same time, the one with the lower number. */
function earlier(a: Upcoming | null, b: Upcoming): Upcoming {
  return a !== null && (compareDue(a.state.next, b.state.next) || a.promise.id - b.promise.id) < 0 ? a : b
}
