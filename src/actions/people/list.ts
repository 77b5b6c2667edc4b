import type { App } from '../../app.ts'
import type { PeopleFilter } from '../../domain/people-filter.ts'
import { peopleTable } from '../../views/tables/promises.ts'
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
    text: () => {
      const figures = contactFigures(app, chosen)
      const rows = chosen.map((contact) => ({
        contact,
        last: figures.get(contact.id)?.lastContact ?? null,
        next: figures.get(contact.id)?.nextDay ?? null,
      }))
      return peopleTable(rows, viewOptions(app))
    },
    note: chosen.length > 0 ? null : ((text === null ? null : renamedNote(app, text)) ?? 'No such contacts.'),
  })
}
