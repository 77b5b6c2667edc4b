import { addDays, daysBetween, type Day } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Line, LoadFacts, PageFacts } from '../../domain/page.ts'
import { linesInReadingOrder } from '../../domain/reading-order.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'
import { promiseStates } from '../state/promise-states.ts'
import type { PageSettings } from './context.ts'
import { keepInTouchLines } from './keep-in-touch.ts'
import { occasionLines } from './occasions.ts'
import { promiseLines } from './line.ts'
import { keepInTouchSection, promiseSections } from './sections.ts'

/** A day of the week ahead; `load` is how many promises come up on it. */
export type WeekDay = { readonly day: Day; readonly lines: readonly Line[]; readonly load: number }

/**
 * The days from a first one to the facts' day. The first has everything that has come up by then, each later one
 * only what comes up on that day; in the order of the page, and with as much of keep in touch as a page shows.
 *
 * @throws RangeError if the facts lack the contact of a promise
 */
export function weekFrom(first: Day, now: Moment, facts: PageFacts, settings: PageSettings): WeekDay[] {
  const promises = promiseStates(facts.promises, facts, now, settings.week)
  const length = daysBetween(first, facts.day) + 1
  return Array.from({ length }, (_, distance) => {
    const day = addDays(first, distance)
    const context = { ...settings, day, now }
    const comesUp = (next: Day): boolean => (day === first ? next <= day : next === day)
    const lines = promiseLines(
      promises.filter(({ state }) => comesUp(state.next.day)),
      facts,
      context,
    )
    const again = keepInTouchLines(facts.regulars, settings, context).filter(({ next }) => comesUp(next.day))
    const occasions = occasionLines(facts.occasions, settings.week, context)
    const sections = [...promiseSections(lines, day), keepInTouchSection(again, occasions, settings)]
    return { day, lines: linesInReadingOrder({ sections }).map(({ line }) => line), load: lines.length }
  })
}

/**
 * How many promises come up on a day; on the present day, all that have come up by then (R46).
 *
 * @param facts those of the day or of a later one
 */
export function loadOf(day: Day, now: Moment, facts: LoadFacts, week: WorkingWeek): number {
  return promiseStates(facts.promises, facts, now, week).filter(({ state: { next } }) =>
    day === now.day ? next.day <= day : next.day === day,
  ).length
}
