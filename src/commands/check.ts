import { fixGaps } from '../actions/check/fix-gaps.ts'
import { listGaps } from '../actions/check/list-gaps.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu check', 'fu check --fix', 'fu check --json'],
  details:
    'Suppliers, family and others are listed only for what was promised with them; who wants no contact, not at all.',
  options: (command) =>
    command
      .option('--fix', 'asks for what is missing, one by one; what was answered is written at once')
      .option('--all', 'everything, not only the first ten of a kind'),
  run: async (app, _, { fix, all }) => {
    if (fix === true) await fixGaps(app)
    else listGaps(app, { all: all === true })
  },
})
