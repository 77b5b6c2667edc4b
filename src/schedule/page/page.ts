import { addDays, compareDue, type Due } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Agenda, PageFacts, PagePromise } from '../../domain/page.ts'
import { keepInTouchLines } from './keep-in-touch.ts'
import type { PromiseLine } from './line.ts'
import { keepInTouch, linesIn, promiseSections, readingOf, touchedIn, type PageSettings } from './sections.ts'
import { untouched, untouchedNext } from '../state/promise-state.ts'

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
  const context = readingOf(day, now, settings)
  const touched = touchedIn(facts, now, settings.week)
  const lineOf = linesIn(facts, context)
  const dayAfter = addDays(day, 1)
  const lines: PromiseLine[] = []
  let tomorrow = 0
  let first: Upcoming | null = null
  for (const promise of facts.promises) {
    // Nothing brings a promise up before it is due: most of those to come need no closer look.
    if (first !== null && promise.due.day > dayAfter && compareDue(promise.due, first.next) > 0) continue
    const state = touched(promise)
    const next = state === null ? untouchedNext(promise) : state.next
    if (next.day <= day) {
      lines.push(lineOf({ promise, state: state ?? untouched(promise) }))
    } else {
      if (next.day === dayAfter) tomorrow += 1
      if (first === null || comesBefore(promise, next, first)) first = { promise, next }
    }
  }
  return {
    day,
    now,
    sections: [
      ...promiseSections(lines, day),
      keepInTouch(keepInTouchLines(facts.regulars, settings, context), settings),
    ],
    doneToday: facts.kept,
    tomorrow,
    upcoming: first === null ? null : { contact: first.promise.contact.name, day: first.next.day },
    nothingNext: facts.nothingNext,
  }
}

/** A promise that comes up later, and when. */
type Upcoming = { readonly promise: PagePromise; readonly next: Due }

function comesBefore(promise: PagePromise, next: Due, other: Upcoming): boolean {
  return (compareDue(next, other.next) || promise.id - other.promise.id) < 0
}
