import { undo } from '../actions/history/undo.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu undo', 'fu undo 7', 'fu history'],
  details:
    'Undo again to go further back. An undo is in the history too: "fu undo <its number>" reverses it.',
  options: (command) => command.argument('[id]', 'a number from fu history (default: the last command)'),
  run: (app, [typed]) => undo(app, typed === undefined ? null : readNumber(typed)),
})

function readNumber(typed: string): number {
  const number = Number(typed)
  if (/^\d{1,15}$/.test(typed) && number > 0) return number
  throw usage(`"${typed}" is not a number of the history.`, '"fu history" lists the numbers.')
}
