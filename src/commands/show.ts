import type { App } from '../app.ts'
import type { Contact } from '../domain/contact.ts'
import { document, entryJson } from '../formats/json.ts'
import { asksIn } from '../schedule/review-answers.ts'
import { startsAmong, startsOf } from '../schedule/review-people.ts'
import { outsideTheirHours, timeIn } from '../schedule/their-hours.ts'
import { cardView, type Card } from '../views/card.ts'
import { defineCommand } from './command.ts'
import { contactAsJson, promisesAsJson, standingsOf } from './figures.ts'
import { findContact } from './who.ts'

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

function cardOf(app: App, contact: Contact): Card {
  const { now } = app
  const diary = app.diary()
  const promises = diary.promises({ contacts: [contact.id] })
  const entries = diary.entries(contact.id)
  const time = contact.timeZone === null ? null : timeIn(contact.timeZone, now)
  return {
    now,
    contact,
    promises,
    entries,
    standings: standingsOf(app, promises),
    lastContact: diary.lastReal([contact.id]).get(contact.id)?.at ?? null,
    theirTime: time === null ? null : { time, outside: outsideTheirHours(contact.timeZone ?? '', now) },
    starts: startsOf(startsAmong(entries, asksIn(entries))),
    sent: diary.sentBy(contact.id),
  }
}
