import { document, entryJson } from '../formats/json.ts'
import { cardView } from '../views/card.ts'
import { defineCommand } from './command.ts'
import { contactAsJson, promisesAsJson, standingsOf } from './figures.ts'
import { findContact } from './who.ts'

export const show = defineCommand({
  diary: 'needed',
  examples: ['fu show gary', 'fu show lee mortgages', 'fu show @3 --json'],
  options: (command) => command.argument('<who...>', 'the contact'),
  run: async (app, [who]) => {
    const contact = await findContact(app, who.join(' '))
    const promises = app.diary().promises({ contacts: [contact.id] })
    const entries = app.diary().entries(contact.id)
    if (app.json) {
      app.terminal.print(
        document({
          contact: contactAsJson(app, contact),
          promises: promisesAsJson(app, promises),
          entries: entries.map(entryJson),
        }),
      )
      return
    }
    const { theme, words, now, terminal } = app
    const next = new Map([...standingsOf(app, promises)].map(([id, standing]) => [id, standing.next]))
    const lastContact = app.diary().lastReal([contact.id]).get(contact.id)?.at ?? null
    const card = { now, contact, promises, next, entries, lastContact }
    terminal.print(cardView(card, { theme, width: terminal.width, words }))
  },
})
