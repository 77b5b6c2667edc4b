import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { lastDayOfMonth, type Day } from '../../domain/day.ts'
import type { PeopleFilter } from '../../domain/people-filter.ts'
import { normalizeText } from '../../domain/normalize.ts'
import { keepInTouchLines } from '../../schedule/page/keep-in-touch.ts'
import { contactFigures } from '../derived.ts'

/** The contacts that match a filter. */
export function choosePeople(app: App, contacts: readonly Contact[], filter: PeopleFilter): Contact[] {
  return peopleChooser(app, filter)(contacts)
}

/** The same for contacts in batches; what all contacts share is looked up once. */
export function peopleChooser(app: App, filter: PeopleFilter): (contacts: readonly Contact[]) => Contact[] {
  const { kind, tag = [], met, bought } = filter
  const buyers = bought === undefined ? null : buyersIn(app, bought)
  const drifting = filter.drifting === true ? driftingNow(app) : null
  return (contacts) => {
    const ids = contacts.map((contact) => contact.id)
    const untouched = filter.untouched === true ? app.diary().contacts.untouched(ids) : null
    const figures = filter.nothingNext === true ? contactFigures(app, contacts) : null
    return contacts
      .filter((contact) => kind === undefined || contact.kind === kind)
      .filter((contact) =>
        tag.every((word) => contact.tags.some((own) => normalizeText(own) === normalizeText(word))),
      )
      .filter(
        (contact) =>
          met === undefined || normalizeText(contact.source.met ?? '').includes(normalizeText(met)),
      )
      .filter((contact) => buyers === null || buyers.has(contact.id))
      .filter((contact) => drifting === null || drifting.has(contact.id))
      .filter((contact) => untouched === null || untouched.has(contact.id))
      .filter((contact) => figures === null || (figures.get(contact.id)?.nextDay ?? null) === null)
      .filter((contact) => filter.doNotContact !== true || contact.doNotContact !== null)
  }
}

/** The ids of contacts who bought in the month that begins on a day. */
function buyersIn(app: App, first: Day): ReadonlySet<number> {
  const sales = app.diary().entries.on(first, lastDayOfMonth(first))
  return new Set(sales.filter(({ outcome }) => outcome === 'sold').map(({ contact }) => contact.id))
}

function driftingNow(app: App): ReadonlySet<number> {
  const settings = app.settings()
  const regulars = app.diary().page.regulars([...settings.cadences.keys()], app.now)
  const reading = { day: app.now.day, now: app.now, words: app.words }
  return new Set(keepInTouchLines(regulars, settings, reading).map(({ contact }) => contact.id))
}
