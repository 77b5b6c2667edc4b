import { document } from '../formats/json/json.ts'
import { peopleTable } from '../views/tables/promises.ts'
import { defineCommand } from '../command/define-command.ts'
import { contactFigures, contactsAsJson } from '../actions/derived.ts'
import { choosePeople } from '../actions/people/people-filter.ts'
import { peopleOptions, readPeopleFilter } from '../command/people-options.ts'

export const people = defineCommand({
  diary: 'needed',
  examples: [
    'fu people',
    'fu people --met "trade show" --untouched',
    'fu people --drifting',
    'fu people --bought 2026-10',
  ],
  options: (command) =>
    peopleOptions(command.argument('[text...]', 'what their name, number, company or note holds')),
  run: (app, [text], options) => {
    const words = text.join(' ')
    const chosen = choosePeople(
      app,
      words === '' ? app.diary().contacts() : app.diary().search(words).contacts,
      readPeopleFilter(options),
    )
    const figures = contactFigures(app, chosen)
    if (app.json) {
      app.terminal.print(document({ items: contactsAsJson(app, chosen) }))
      return
    }
    if (chosen.length === 0) app.terminal.note('No such contacts.')
    const { theme, words: dateWords, now, terminal } = app
    const rows = chosen.map((contact) => ({
      contact,
      last: figures.get(contact.id)?.lastContact ?? null,
      next: figures.get(contact.id)?.nextDay ?? null,
    }))
    terminal.print(peopleTable(rows, { theme, words: dateWords, now, width: terminal.width }))
  },
})
