import { document, entryJson, type Json } from '../formats/json/json.ts'
import { searchResultsView } from '../views/tables/search-results.ts'
import { defineCommand } from '../command/define-command.ts'
import { aboutsOf, contactsAsJson, promisesAsJson } from '../actions/derived.ts'
import { readLine } from '../parse/text.ts'

export const find = defineCommand({
  diary: 'needed',
  examples: ['fu find refinance', 'fu find 555 019', 'fu find "price list"'],
  options: (command) =>
    command.argument('<text...>', 'words, each of which must stand there; or part of a number'),
  run: (app, [text]) => {
    const found = app.diary().search(readLine(text.join(' '), 'What to find'))
    const { contacts, promises, entries } = found
    if (app.json) {
      const typed = (kind: string, items: readonly Json[]): Json[] =>
        items.map((item) => ({ type: kind, [kind]: item }))
      const items = [
        ...typed('contact', contactsAsJson(app, contacts)),
        ...typed('promise', promisesAsJson(app, promises)),
        ...typed('entry', entries.map(entryJson)),
      ]
      app.terminal.print(document({ items }))
      return
    }
    if (contacts.length + promises.length + entries.length === 0) {
      app.terminal.note(`Nothing in the diary holds "${text.join(' ')}".`)
    }
    const abouts = aboutsOf(app, entries)
    const { theme, words, now, terminal } = app
    terminal.print(searchResultsView(found, abouts, { theme, words, now, width: terminal.width }))
  },
})
