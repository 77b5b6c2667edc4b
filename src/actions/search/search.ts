import type { App } from '../../app.ts'
import { entryJson, type Json } from '../../formats/json/json.ts'
import { searchResultsView } from '../../views/tables/search-results.ts'
import { aboutsOf, contactsAsJson, promisesAsJson } from '../derived.ts'
import { renamedNote } from '../people/find-contact.ts'
import { printData, viewOptions } from '../print-data.ts'

/** Prints the contacts, promises and entries that contain a text. */
export function search(app: App, text: string): void {
  const found = app.diary().search(text)
  const { contacts, promises, entries } = found
  const isEmpty = contacts.length + promises.length + entries.length === 0
  printData(app, {
    json: () => ({
      items: [
        ...typed('contact', contactsAsJson(app, contacts)),
        ...typed('promise', promisesAsJson(app, promises)),
        ...typed('entry', entries.map(entryJson)),
      ],
    }),
    text: () => searchResultsView(found, text, aboutsOf(app, entries), viewOptions(app)),
    note: isEmpty ? (renamedNote(app, text) ?? `Nothing in the diary contains "${text}".`) : null,
  })
}

function typed(type: string, items: readonly Json[]): Json[] {
  return items.map((item) => ({ type, [type]: item }))
}
