import { usage } from '../domain/errors.ts'
import { document, journalJson } from '../formats/json/json.ts'
import { historyView } from '../views/tables/history.ts'
import { defineCommand } from '../command/define-command.ts'

const usual = 20

export const history = defineCommand({
  diary: 'needed',
  examples: ['fu history', 'fu history -n 100', 'fu undo 7'],
  options: (command) => command.option('-n <count>', `how many to show (${usual})`),
  run: (app, _args, { n }) => {
    const count = n === undefined ? usual : Number(n)
    if (!Number.isInteger(count) || count < 1)
      throw usage(`-n cannot be "${n}".`, 'It takes a number of commands, as in -n 50.')
    const entries = app.diary().history(count)
    if (app.json) {
      app.terminal.print(document({ items: entries.map(journalJson) }))
      return
    }
    if (entries.length === 0) app.terminal.note('Nothing has been written yet.')
    const { theme, words, terminal } = app
    terminal.print(historyView(entries, { theme, words, width: terminal.width }))
  },
})
