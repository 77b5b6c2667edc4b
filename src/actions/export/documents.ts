import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import {
  entriesCsv,
  peopleCsv,
  promisesCsv,
  type Book,
  type ContactRecord,
  type PromiseRecord,
} from '../../formats/csv/books.ts'
import { promisesCalendar, type CalendarPromise } from '../../formats/calendar/promises.ts'
import { documentParts, entryJson, planJson, runJson, type Json } from '../../formats/json/json.ts'
import { peopleCards } from '../../formats/vcard/write.ts'
import type { Pages } from './pages.ts'
import { contactFigures, contactsAsJson, promisesAsJson, statesOf } from '../derived.ts'

/** One book as CSV. */
export function asCsv(app: App, book: Book, pages: Pages): Iterable<string> {
  switch (book) {
    case 'promises':
      return promisesCsv(each(pages.promises(), (page) => promiseRecords(app, page)))
    case 'people':
      return peopleCsv(
        each(pages.contacts(), (page) => contactRecords(app, page)),
        pages.widest(),
      )
    case 'entries':
      return entriesCsv(pages.entries())
  }
}

/** One book, or the whole diary, as one document. */
export function asJson(app: App, book: Book | 'all', pages: Pages, only: Contact | null): Iterable<string> {
  const wants = (name: Book): boolean => book === 'all' || book === name
  return documentParts({
    ...(wants('people')
      ? { people: { pages: each(pages.contacts(), (page) => contactsAsJson(app, page)) } }
      : {}),
    ...(wants('promises')
      ? { promises: { pages: each(pages.promises(), (page) => promisesAsJson(app, page)) } }
      : {}),
    ...(wants('entries') ? { entries: { pages: each(pages.entries(), (page) => page.map(entryJson)) } } : {}),
    ...(book === 'all' ? setUp(app, only) : {}),
  })
}

/** The people as cards. */
export function* asCards(pages: Pages): Iterable<string> {
  for (const page of pages.contacts()) yield* peopleCards(page)
}

/** How long before its time an event's alarm rings. */
const minutesBefore = 10

/** The open promises as a calendar. */
export function asCalendar(app: App, pages: Pages, events: boolean): Iterable<string> {
  const alarm = { minutesBefore, dayAt: app.settings().week.opens }
  return promisesCalendar(openPromises(app, pages), { events, alarm, momentAt: app.momentAt })
}

function* openPromises(app: App, pages: Pages): Iterable<CalendarPromise> {
  for (const page of pages.promises()) {
    const open = page.filter(({ status }) => status === 'open')
    const states = statesOf(app, open)
    const contacts = app.diary().contacts.byId(open.map(({ contact }) => contact.id))
    for (const promise of open) {
      const contact = contacts.get(promise.contact.id)
      const state = states.get(promise.id)
      if (contact !== undefined && state !== undefined) yield { promise, contact, ...state }
    }
  }
}

/** The settings and the plans: the rest of the diary beside the other books. */
export function setUp(app: App, only: Contact | null): Record<string, { readonly value: Json }> {
  const runs = app
    .diary()
    .plans.runs(only?.id ?? null)
    .map(runJson)
  if (only !== null) return { runs: { value: runs } }
  const settings = [...app.diary().settings()].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    settings: { value: Object.fromEntries(settings) },
    plans: { value: app.diary().plans.versions().map(planJson) },
    runs: { value: runs },
  }
}

function contactRecords(app: App, contacts: readonly Contact[]): ContactRecord[] {
  const figures = contactFigures(app, contacts)
  return contacts.map((contact) => ({
    contact,
    figures: figures.get(contact.id) ?? { lastContact: null, nextDay: null },
  }))
}

function promiseRecords(app: App, promises: readonly DiaryPromise[]): PromiseRecord[] {
  const states = statesOf(app, promises)
  const reaches = app.diary().contacts.reaches(promises.map(({ contact }) => contact.id))
  return promises.flatMap((promise) => {
    const figures = states.get(promise.id)
    const reach = reaches.get(promise.contact.id)
    return figures === undefined || reach === undefined ? [] : [{ promise, figures, reach }]
  })
}

function* each<Row, Made>(
  pages: Iterable<readonly Row[]>,
  make: (page: readonly Row[]) => readonly Made[],
): Generator<readonly Made[]> {
  for (const page of pages) yield make(page)
}
