import type { App } from '../app.ts'
import { usage } from '../domain/errors.ts'
import { document } from '../formats/json/json.ts'
import { undoneSentence } from '../views/confirmations/undo.ts'
import { defineCommand } from '../command/define-command.ts'

export const undo = defineCommand({
  diary: 'needed',
  examples: ['fu undo', 'fu undo 7', 'fu history'],
  details:
    'Undoing again goes further back. An undo is in the history like any command, and "fu undo <its number>" takes it back.',
  options: (command) => command.argument('[id]', 'a number of the history; the last command by itself'),
  run: (app, [typed]) => {
    const id = typed === undefined ? null : Number(typed)
    if (id !== null && (!/^\d{1,15}$/.test(typed ?? '') || id < 1)) {
      throw usage(`"${typed}" is no number of the history.`, '"fu history" lists the numbers.')
    }
    takeBack(app, id)
  },
})

/** Takes back one command, or the last one that stands, and says so. */
export function takeBack(app: App, id: number | null): void {
  const taken = app.diary().undo(id, app.now)
  const { entry, history } = taken
  if (app.json) {
    app.terminal.print(
      document({
        command: 'undo',
        undo: history,
        contact: null,
        promise: null,
        promises: [],
        entry: null,
        tookBack: { id: entry.id, command: entry.command, title: entry.title },
      }),
    )
  } else app.terminal.say(`${undoneSentence(taken)} (fu undo ${history})`)
}
