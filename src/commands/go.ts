import { goThroughLate, goThroughPage } from '../actions/walk/go.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu go', 'fu go --late', 'fu go --late --spread'],
  details:
    'One key answers a line, and each answer is written at once: leave whenever you like, with q or Ctrl-C.',
  options: (command) =>
    command
      .option('--late', 'only what is carried over: keep, move or drop each')
      .option('--spread', 'with --late: offer first to lay it over the coming days with room'),
  run: async (app, _args, { late, spread }) => {
    if (late === true) await goThroughLate(app, { offersSpread: spread === true })
    else if (spread === true) throw usage('--spread goes with --late.', 'Say "fu go --late --spread".')
    else await goThroughPage(app)
  },
})
