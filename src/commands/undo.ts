import { undo } from '../actions/history/undo.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu undo', 'fu undo 7', 'fu history'],
  details:
    'Undoing again goes further back. An undo is in the history like any command, and "fu undo <its number>" takes it back.',
  options: (command) => command.argument('[id]', 'a number of the history; the last command by itself'),
  run: (app, [typed]) => undo(app, typed === undefined ? null : readNumber(typed)),
})

function readNumber(typed: string): number {
  const number = Number(typed)
  if (/^\d{1,15}$/.test(typed) && number > 0) return number
  throw usage(`"${typed}" is no number of the history.`, '"fu history" lists the numbers.')
}
