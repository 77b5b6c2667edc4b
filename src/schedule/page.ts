import { addDays, compareDue } from '../domain/day.ts'
import type { Moment } from '../domain/moment.ts'
import type { Agenda, PageFacts } from '../domain/page.ts'
import { driftingOn } from './cadence.ts'
import type { PromiseLine, Standee } from './line.ts'
import {
  keepInTouch,
  linesIn,
  promiseSections,
  readingOf,
  standeesIn,
  type PageSettings,
} from './sections.ts'

export type { PageSettings } from './sections.ts'

/**
 * The page of a day, as it is read at a moment. Every open promise whose effective day is on or before the
 * page's day stands on it exactly once (R10). The page of a later day shows what will be due then if nothing is
 * done before. The same facts and moment give the same page, in whatever order the promises come.
 *
 * @throws RangeError where the facts lack the contact of a promise: a line left out would be forgotten
 */
export function agendaFor(now: Moment, facts: PageFacts, settings: PageSettings): Agenda {
  const { day } = facts
  const reading = readingOf(day, now, settings)
  const standeeOf = standeesIn(facts, settings.week)
  const lineOf = linesIn(facts, reading)
  const dayAfter = addDays(day, 1)
  const lines: PromiseLine[] = []
  let tomorrow = 0
  let first: Standee | null = null
  for (const promise of facts.promises) {
    const standee = standeeOf(promise)
    const { next } = standee.standing
    if (next.day <= day) {
      lines.push(lineOf(standee))
    } else {
      if (next.day === dayAfter) tomorrow += 1
      if (first === null || comesBefore(standee, first)) first = standee
    }
  }
  return {
    day,
    now,
    sections: [
      ...promiseSections(lines, day),
      keepInTouch(driftingOn(facts.regulars, settings, reading), settings),
    ],
    doneToday: facts.closed.filter(({ status }) => status === 'kept').length,
    tomorrow,
    upcoming: first === null ? null : { contact: first.promise.contact.name, day: first.standing.next.day },
    nothingNext: facts.nothingNext,
  }
}

function comesBefore(a: Standee, b: Standee): boolean {
  return (compareDue(a.standing.next, b.standing.next) || a.promise.id - b.promise.id) < 0
}
