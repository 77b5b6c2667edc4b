import { fixGaps } from '../actions/check/fix-gaps.ts'
import { listGaps } from '../actions/check/list-gaps.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu check', 'fu check --fix', 'fu check --json'],
  details:
    'Suppliers, family and others are listed only if they have had promises; people who do not want to be contacted are never listed.',
  options: (command) =>
    command
      .option('--fix', 'ask for each missing detail; each answer is saved at once')
      .option('--all', 'everything, not only the first ten of each kind'),
  run: async (app, _, { fix, all }) => {
    if (fix === true) await fixGaps(app)
    else listGaps(app, { all: all === true })
  },
})
