import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { PeopleFilter } from '../../domain/people-filter.ts'
import { peopleList } from '../../views/tables/promises.ts'
import { contactFigures, contactsAsJson } from '../derived.ts'
import { printData, viewOptions } from '../print-data.ts'
import { renamedNote } from './find-contact.ts'
import { choosePeople } from './people-filter.ts'

/** Prints the contacts that a filter chooses; with a text, of those that hold it. */
export function listPeople(app: App, text: string | null, filter: PeopleFilter): void {
  const contacts = text === null ? app.diary().contacts.all() : app.diary().search(text).contacts
  const chosen = choosePeople(app, contacts, filter)
  printData(app, {
    json: () => ({ items: contactsAsJson(app, chosen) }),
    text: () => peopleList(withFigures(app, chosen), viewOptions(app)),
    note: chosen.length > 0 ? null : ((text === null ? null : renamedNote(app, text)) ?? 'No such contacts.'),
  })
}

/** So many contacts are looked up at once. */
const batchSize = 1000

/** Contacts with the last real contact and the next day of each, looked up as they are read. */
function* withFigures(app: App, contacts: readonly Contact[]): Generator<ListedContact> {
  for (let start = 0; start < contacts.length; start += batchSize) {
    const batch = contacts.slice(start, start + batchSize)
    const figures = contactFigures(app, batch)
    for (const contact of batch) {
      const known = figures.get(contact.id)
      yield { contact, last: known?.lastContact ?? null, next: known?.nextDay ?? null }
    }
  }
}

type ListedContact = { readonly contact: Contact; readonly last: Moment | null; readonly next: Day | null }
