import { groupBy } from '../../domain/group-by.ts'
import { latestDay, type Day } from '../../domain/day.ts'
import { lateAfter } from '../../domain/promise.ts'
import type { Line, Section } from '../../domain/page.ts'
import type { PageSettings } from './context.ts'
import type { PromiseLine } from './line.ts'
import { inOrder, type PromiseSection } from './order.ts'

/** The sections of promises, including empty ones, from the lines of a page. */
export function promiseSections(lines: readonly PromiseLine[], day: Day): Section[] {
  const bySection = groupBy(lines, (line) => sectionOf(line, day))
  return promiseSectionNames.map((name) => ({
    name,
    lines: inOrder(name, bySection.get(name) ?? []),
    more: 0,
  }))
}

const promiseSectionNames: readonly PromiseSection[] = ['carried-over', 'today', 'waiting']

/**
 * The section of the contacts who are due again, limited to what a page shows (R40), after all birthdays and
 * anniversaries (R61): these are not put off, and a greeting keeps in touch too.
 */
export function keepInTouchSection(
  due: readonly Line[],
  occasions: readonly Line[],
  { all, keepInTouchPerDay }: Pick<PageSettings, 'all' | 'keepInTouchPerDay'>,
): Section {
  const greeted = new Set(occasions.map(({ contact }) => contact.id))
  const lines = due.filter(({ contact }) => !greeted.has(contact.id))
  const shown = all === true ? lines : lines.slice(0, keepInTouchPerDay)
  return { name: 'keep-in-touch', lines: [...occasions, ...shown], more: lines.length - shown.length }
}

function sectionOf({ promise, next }: PromiseLine, day: Day): PromiseSection {
  if (promise.owner === 'theirs') return 'waiting'
  // A promise whose window is still open is not carried over (R29).
  return latestDay(next.day, lateAfter(promise).day) < day ? 'carried-over' : 'today'
}
