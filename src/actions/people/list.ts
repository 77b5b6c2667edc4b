import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { PeopleFilter } from '../../domain/people-filter.ts'
import { peopleList } from '../../views/tables/promises.ts'
import { contactFigures, contactsAsJson } from '../derived.ts'
import { inBatches } from '../in-batches.ts'
import { printData, viewOptions } from '../print-data.ts'
import { renamedNote } from './find-contact.ts'
import { peopleChooser } from './people-filter.ts'

/** Prints the contacts that match a filter and, if given, contain a text. */
export function listPeople(app: App, text: string | null, filter: PeopleFilter): void {
  let isEmpty = true
  function* chosen(): Generator<readonly Contact[]> {
    const choose = peopleChooser(app, filter)
    for (const batch of text === null ? allByName(app) : [app.diary().search(text).contacts]) {
      const contacts = choose(batch)
      isEmpty &&= contacts.length === 0
      yield contacts
    }
  }
  printData(app, {
    json: () => ({ items: contactsAsJson(app, [...chosen()].flat()) }),
    text: () => peopleList(withFigures(app, chosen()), viewOptions(app)),
    note: () => (isEmpty ? ((text === null ? null : renamedNote(app, text)) ?? 'No such contacts.') : null),
  })
}

function* allByName(app: App): Generator<readonly Contact[]> {
  const { contacts } = app.diary()
  for (const ids of inBatches(contacts.idsByName())) {
    const byId = contacts.byId(ids)
    yield ids.flatMap((id) => byId.get(id) ?? [])
  }
}

/** Contacts with their last real contact and next day, looked up in batches. */
function* withFigures(app: App, batches: Iterable<readonly Contact[]>): Generator<ListedContact> {
  for (const found of batches) {
    for (const batch of inBatches(found)) {
      const figures = contactFigures(app, batch)
      for (const contact of batch) {
        const known = figures.get(contact.id)
        yield { contact, last: known?.lastContact ?? null, next: known?.nextDay ?? null }
      }
    }
  }
}

type ListedContact = { readonly contact: Contact; readonly last: Moment | null; readonly next: Day | null }
