import type { Contact } from '../domain/contact.ts'
import type { DateWords } from '../domain/date-words.ts'
import { addDays, compareDue, daysBetween, type Day } from '../domain/day.ts'
import type { Moment } from '../domain/moment.ts'
import type { Agenda, PageFacts, Section } from '../domain/page.ts'
import type { WorkingWeek } from '../domain/working-week.ts'
import { grouped } from './grouped.ts'
import { lineOf } from './line.ts'
import { inOrder, type PromiseSection, type Standee } from './order.ts'
import type { Reading } from './reason.ts'
import { remembered } from './remembered.ts'
import { standingOf } from './standing.ts'

/**
 * The page of a day, as it is read at a moment. Every open promise whose effective day is on or before the
 * page's day stands on it exactly once (R10). The page of a later day shows what will be due then if nothing is
 * done before. The same facts and moment give the same page, in whatever order the promises come.
 *
 * @throws RangeError where the facts lack the contact of a promise: a line left out would be forgotten
 */
export function agendaFor(
  now: Moment,
  facts: PageFacts,
  settings: { readonly week: WorkingWeek; readonly words: DateWords },
): Agenda {
  const { day } = facts
  const reading = { day, now, words: rememberedWords(settings.words, now.day) }
  const standees = standeesOf(facts, settings.week)
  const later = standees.filter(({ standing }) => standing.next.day > day)
  const dayAfter = addDays(day, 1)
  const first = earliest(later)
  return {
    day,
    now,
    sections: sectionsOf(standees, facts.contacts, reading),
    doneToday: facts.closed.filter(({ status }) => status === 'kept').length,
    tomorrow: later.filter(({ standing }) => standing.next.day === dayAfter).length,
    upcoming: first === null ? null : { contact: first.promise.contact.name, day: first.standing.next.day },
    nothingNext: facts.nothingNext,
  }
}

function standeesOf(facts: PageFacts, week: WorkingWeek): Standee[] {
  const entries = grouped(facts.entries, ({ promise }) => promise)
  return facts.promises.map((promise) => {
    const lastReal = facts.lastReal.get(promise.contact.id) ?? null
    return { promise, standing: standingOf(promise, entries.get(promise.id) ?? [], lastReal, week) }
  })
}

function sectionsOf(
  standees: readonly Standee[],
  contacts: ReadonlyMap<number, Contact>,
  reading: Reading,
): Section[] {
  const bySection = grouped(standees, (standee) => sectionOf(standee, reading.day))
  const daysLateFrom = remembered((from: Day) => daysBetween(from, reading.day))
  const section = (name: PromiseSection): Section => ({
    name,
    lines: inOrder(name, bySection.get(name) ?? []).map((standee) =>
      lineOf(standee, contactOf(standee, contacts), reading, daysLateFrom),
    ),
    more: 0,
  })
  return [
    section('carried-over'),
    section('today'),
    section('waiting'),
    { name: 'keep-in-touch', lines: [], more: 0 },
  ]
}

/** The section a promise stands in on a page; `null` where it comes up later. */
function sectionOf({ promise, standing }: Standee, day: Day): PromiseSection | null {
  if (standing.next.day > day) return null
  if (promise.owner === 'theirs') return 'waiting'
  return standing.next.day < day ? 'carried-over' : 'today'
}

function contactOf({ promise }: Standee, contacts: ReadonlyMap<number, Contact>): Contact {
  const contact = contacts.get(promise.contact.id)
  if (contact === undefined) throw new RangeError(`promise ${promise.id} has no contact among the facts`)
  return contact
}

function earliest(standees: readonly Standee[]): Standee | null {
  return standees.reduce<Standee | null>(
    (first, standee) => (first === null || comesBefore(standee, first) ? standee : first),
    null,
  )
}

function comesBefore(a: Standee, b: Standee): boolean {
  return (compareDue(a.standing.next, b.standing.next) || a.promise.id - b.promise.id) < 0
}

/** Words that are found once for each day: a long page names few days many times. */
function rememberedWords(words: DateWords, now: Day): DateWords {
  return { short: remembered((day: Day) => words.short(day, now)), long: words.long }
}
