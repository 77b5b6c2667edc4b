import type { Contact } from '../domain/contact.ts'
import type { DateWords } from '../domain/date-words.ts'
import { daysBetween, type Day } from '../domain/day.ts'
import type { Moment } from '../domain/moment.ts'
import type { Line, LoadFacts, PageFacts, Section } from '../domain/page.ts'
import type { Settings } from '../domain/settings.ts'
import type { WorkingWeek } from '../domain/working-week.ts'
import { grouped } from './grouped.ts'
import { lineOf, type PageReading } from './line.ts'
import { inOrder, type PromiseSection, type Standee } from './order.ts'
import { remembered } from './remembered.ts'
import { standingOf } from './standing.ts'

/** What a page needs of the settings, and the words for its days. */
export type PageSettings = Pick<
  Settings,
  'week' | 'keepInTouchPerDay' | 'answerInWorkingHours' | 'cadences'
> & {
  readonly words: DateWords
  /** Whether all of keep in touch is shown, not only the first few. */
  readonly all?: boolean
}

/** How the page of a day is read at a moment. */
export function readingOf(day: Day, now: Moment, settings: PageSettings): PageReading {
  return {
    day,
    now,
    words: rememberedWords(settings.words, now.day),
    settings,
    daysLateFrom: remembered((from: Day) => daysBetween(from, day)),
  }
}

/** The promises of the facts, each with where it stands. */
export function standeesOf(facts: LoadFacts, week: WorkingWeek): Standee[] {
  const entries = grouped(facts.entries, ({ promise }) => promise)
  const { ladders } = facts
  return facts.promises.map((promise) => {
    const lastReal = facts.lastReal.get(promise.contact.id) ?? null
    return {
      promise,
      standing: standingOf(promise, entries.get(promise.id) ?? [], { lastReal, ladders }, week),
    }
  })
}

/**
 * The sections of the promises on a page, those of them that have come up by its day.
 *
 * @throws RangeError where the facts lack the contact of a promise
 */
export function promiseSections(
  standees: readonly Standee[],
  facts: PageFacts,
  reading: PageReading,
): Section[] {
  const bySection = grouped(standees, (standee) => sectionOf(standee, reading.day))
  return promiseSectionNames.map((name) => ({
    name,
    lines: inOrder(name, bySection.get(name) ?? []).map((standee) => {
      const lastReached = facts.lastReached.get(standee.promise.contact.id) ?? null
      return lineOf(standee, contactOf(standee, facts), lastReached, reading)
    }),
    more: 0,
  }))
}

const promiseSectionNames: readonly PromiseSection[] = ['carried-over', 'today', 'waiting']

/** The section of those who are due again, with as many as a page shows (R40). */
export function keepInTouch(
  drifting: readonly Line[],
  { all, keepInTouchPerDay }: Pick<PageSettings, 'all' | 'keepInTouchPerDay'>,
): Section {
  const lines = all === true ? drifting : drifting.slice(0, keepInTouchPerDay)
  return { name: 'keep-in-touch', lines, more: drifting.length - lines.length }
}

/** The section a promise stands in on a page; `null` where it comes up later. */
function sectionOf({ promise, standing }: Standee, day: Day): PromiseSection | null {
  if (standing.next.day > day) return null
  if (promise.owner === 'theirs') return 'waiting'
  return standing.next.day < day ? 'carried-over' : 'today'
}

function contactOf({ promise }: Standee, { contacts }: PageFacts): Contact {
  const contact = contacts.get(promise.contact.id)
  if (contact === undefined) throw new RangeError(`promise ${promise.id} has no contact among the facts`)
  return contact
}

/** Words that are found once for each day: a long page names few days many times. */
function rememberedWords(words: DateWords, now: Day): DateWords {
  return { short: remembered((day: Day) => words.short(day, now)), long: words.long }
}
