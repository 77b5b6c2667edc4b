import { listHistory } from '../actions/history/list.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'

const defaultCount = 20

export default defineCommand({
  diary: 'needed',
  examples: ['fu history', 'fu history -n 100', 'fu undo 7'],
  options: (command) => command.option('-n <count>', `how many to show (${defaultCount})`),
  run: (app, _args, { n }) => listHistory(app, n === undefined ? defaultCount : readCount(n)),
})

function readCount(typed: string): number {
  const count = Number(typed)
  if (Number.isInteger(count) && count >= 1) return count
  throw usage(`-n cannot be "${typed}".`, 'It takes a number of commands, as in -n 50.')
}
