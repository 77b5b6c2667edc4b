import { listHistory } from '../actions/history/list.ts'
import { defineCommand } from '../command/define-command.ts'
import { readCount } from '../parse/count.ts'

const defaultCount = 20

export default defineCommand({
  diary: 'needed',
  examples: ['fu history', 'fu history -n 100', 'fu undo 7'],
  options: (command) => command.option('-n <count>', `how many to show (${defaultCount})`),
  run: (app, _args, { n }) => listHistory(app, n === undefined ? defaultCount : readCount(n, '-n')),
})
