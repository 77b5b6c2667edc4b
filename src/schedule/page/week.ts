import { addDays, daysBetween, type Day } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Line, LoadFacts, PageFacts } from '../../domain/page.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'
import { keepInTouchLines } from './keep-in-touch.ts'
import {
  keepInTouch,
  linesIn,
  promiseSections,
  readingOf,
  statesIn,
  touchedIn,
  type PageSettings,
} from './sections.ts'
import { untouched } from '../state/promise-state.ts'

/** A day of the week ahead: what comes up on it, and how many promises that is. */
export type WeekDay = { readonly day: Day; readonly lines: readonly Line[]; readonly load: number }

/**
 * The days from a first one to the facts' day. The first has everything that has come up by then, each later one
 * what comes up on it by itself; in the order of the page, and with as much of keep in touch as a page shows.
 *
 * @throws RangeError where the facts lack the contact of a promise
 */
export function weekFrom(first: Day, now: Moment, facts: PageFacts, settings: PageSettings): WeekDay[] {
  const items = facts.promises.map(statesIn(facts, now, settings.week))
  const length = daysBetween(first, facts.day) + 1
  return Array.from({ length }, (_, distance) => {
    const day = addDays(first, distance)
    const isFirst = day === first
    const context = readingOf(day, now, settings)
    const comesUp = items.filter(({ state: { next } }) => (isFirst ? next.day <= day : next.day === day))
    const drifting = keepInTouchLines(facts.regulars, settings, context)
    const dueAgain = isFirst ? drifting : drifting.filter(({ next }) => next.day === day)
    const promised = promiseSections(comesUp.map(linesIn(facts, context)), day).flatMap(({ lines }) => lines)
    const lines = [...promised, ...keepInTouch(dueAgain, settings).lines]
    return { day, lines, load: promised.length }
  })
}

/**
 * How many promises come up on a day by itself; on the present day, all that have come up by then (R46).
 *
 * @param facts those of the day or of a later one
 */
export function loadOf(day: Day, now: Moment, facts: LoadFacts, week: WorkingWeek): number {
  const touched = touchedIn(facts, now, week)
  return facts.promises.filter((promise) => {
    const { next } = touched(promise) ?? untouched(promise)
    return day === now.day ? next.day <= day : next.day === day
  }).length
}
