import { goThroughLate, goThroughPage } from '../actions/walk/go.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu go', 'fu go --late', 'fu go --late --spread'],
  details:
    'One key answers a line, and ? says what the keys do. Each answer is saved at once, so you can leave\n' +
    'at any time with q or Ctrl-C.',
  options: (command) =>
    command
      .option('--late', 'carried-over lines only: keep, do, move or drop each')
      .option('--spread', 'with --late: first offer to spread them over days with room'),
  run: async (app, _args, { late, spread }) => {
    if (late === true) await goThroughLate(app, { offersSpread: spread === true })
    else if (spread === true) throw usage('--spread goes with --late.', 'Say "fu go --late --spread".')
    else await goThroughPage(app)
  },
})
