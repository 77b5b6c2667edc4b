import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { entryJson } from '../../formats/json/json.ts'
import { cardView } from '../../views/card/card.ts'
import { contactAsJson, promisesAsJson } from '../derived.ts'
import { printData, viewOptions } from '../print-data.ts'
import { cardOf } from './card-facts.ts'

/** Prints the card of a contact: details, promises and entries. */
export function showContact(app: App, contact: Contact): void {
  const card = cardOf(app, contact)
  const { promises, entries, theirTime, starts, sent } = card
  printData(app, {
    json: () => ({
      contact: contactAsJson(app, contact),
      promises: promisesAsJson(app, promises),
      entries: entries.map(entryJson),
      theirTime,
      starts,
      sent: sent.map(({ id, name }) => ({ id, name })),
    }),
    text: () => cardView(card, viewOptions(app)),
  })
}
