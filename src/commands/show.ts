import { document, entryJson } from '../formats/json/json.ts'
import { cardView } from '../views/card/card.ts'
import { cardOf } from '../actions/people/card-facts.ts'
import { defineCommand } from '../command/define-command.ts'
import { contactAsJson, promisesAsJson } from '../actions/derived.ts'
import { findContact } from '../actions/people/find-contact.ts'

export const show = defineCommand({
  diary: 'needed',
  examples: ['fu show gary', 'fu show lee mortgages', 'fu show @3 --json'],
  options: (command) => command.argument('<who...>', 'the contact'),
  run: async (app, [who]) => {
    const contact = await findContact(app, who.join(' '))
    const card = cardOf(app, contact)
    const { promises, entries, theirTime, starts, sent } = card
    if (app.json) {
      app.terminal.print(
        document({
          contact: contactAsJson(app, contact),
          promises: promisesAsJson(app, promises),
          entries: entries.map(entryJson),
          theirTime,
          starts,
          sent: sent.map(({ id, name }) => ({ id, name })),
        }),
      )
      return
    }
    const { theme, words, terminal } = app
    terminal.print(cardView(card, { theme, width: terminal.width, words }))
  },
})
