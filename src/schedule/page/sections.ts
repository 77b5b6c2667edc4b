import type { DateWords } from '../../domain/date-words.ts'
import { daysBetween, type Day, type Due } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Line, LoadFacts, LoadPromise, PageFacts, PagePromise, Section } from '../../domain/page.ts'
import type { Settings } from '../../domain/settings.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'
import { isAnswer } from '../state/answer-clock.ts'
import { groupBy } from '../../domain/group-by.ts'
import { lineOf, type LineContext, type PromiseLine, type PromiseWithState } from './line.ts'
import { inOrder, type PromiseSection } from './order.ts'
import { memoize } from '../../domain/memoize.ts'
import { promiseState, untouched, type PromiseState } from '../state/promise-state.ts'
import { wrongIn } from '../state/wrong-numbers.ts'

/** What a page needs of the settings, and the words for its days. */
export type PageSettings = Pick<
  Settings,
  'week' | 'keepInTouchPerDay' | 'answerInWorkingHours' | 'cadences'
> & {
  readonly words: DateWords
  /** The moment of a day and time on the user's clock. */
  readonly momentAt: (due: Due) => Moment
  /** Whether all of keep in touch is shown, not only the first few. */
  readonly all?: boolean
}

/** How the page of a day is read at a moment. */
export function readingOf(day: Day, now: Moment, settings: PageSettings): LineContext {
  return {
    day,
    now,
    words: rememberedWords(settings.words, now.day),
    settings,
    momentAt: settings.momentAt,
    daysLateFrom: memoize((from: Day) => daysBetween(from, day)),
  }
}

/**
 * For each promise of the facts, where it stands after what happened to it; `null` where nothing did. A long page asks
 * for one after the other and keeps none.
 */
export function touchedIn(
  { entries, lastRealContacts, ladders }: LoadFacts,
  now: Moment,
  week: WorkingWeek,
): (promise: LoadPromise) => PromiseState | null {
  const entriesOf = groupBy(entries, ({ promise }) => promise)
  return (promise) => {
    const own = entriesOf.get(promise.id)
    if (own === undefined) return null
    const known = { lastRealContact: lastRealContacts.get(promise.contact.id) ?? null, ladders, now }
    return promiseState(promise, own, known, week)
  }
}

/** For each promise of the facts, where it stands. */
export function statesIn(
  facts: PageFacts,
  now: Moment,
  week: WorkingWeek,
): (promise: PagePromise) => PromiseWithState {
  const touched = touchedIn(facts, now, week)
  return (promise) => ({ promise, state: touched(promise) ?? untouched(promise) })
}

/**
 * For each promise of the facts that has come up, its line.
 *
 * @throws RangeError where the facts lack the contact of the promise
 */
export function linesIn(
  { contacts, lastReached, entries }: PageFacts,
  context: LineContext,
): (item: PromiseWithState) => PromiseLine {
  const wrong = wrongIn(entries)
  return (item) => {
    const { id, contact, kind } = item.promise
    const known = contacts.get(contact.id)
    if (known === undefined) throw new RangeError(`promise ${id} has no contact among the facts`)
    const reached = isAnswer(kind) ? (lastReached.get(contact.id) ?? null) : null
    return lineOf(item, known, reached, context, wrong.get(contact.id))
  }
}

/** The sections of the promises on a page, from the lines of those that have come up by its day. */
export function promiseSections(lines: readonly PromiseLine[], day: Day): Section[] {
  const bySection = groupBy(lines, (line) => sectionOf(line, day))
  return promiseSectionNames.map((name) => ({
    name,
    lines: inOrder(name, bySection.get(name) ?? []),
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

function sectionOf({ promise, next }: PromiseLine, day: Day): PromiseSection {
  if (promise.owner === 'theirs') return 'waiting'
  return next.day < day ? 'carried-over' : 'today'
}

/** Words that are found once for each day: a long page names few days many times. */
function rememberedWords(words: DateWords, now: Day): DateWords {
  return { short: memoize((day: Day) => words.short(day, now)), long: words.long }
}
