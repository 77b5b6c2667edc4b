import { usage } from '../domain/errors.ts'
import { defineCommand } from '../command/define-command.ts'
import { promiseAnswers } from '../actions/walk/answers.ts'
import { contactAnswers } from '../actions/walk/contact-answers.ts'
import { lateAnswers, spread } from '../actions/walk/late-answers.ts'
import { walk } from '../actions/walk/walk.ts'

export const go = defineCommand({
  diary: 'needed',
  examples: ['fu go', 'fu go --late', 'fu go --late --spread'],
  details:
    'One key answers a line, and each answer is written at once: leave whenever you like, with q or Ctrl-C.',
  options: (command) =>
    command
      .option('--late', 'only what is carried over: keep, move or drop each')
      .option('--spread', 'with --late: offer first to lay it over the coming days with room'),
  run: async (app, _args, options) => {
    if (options.late !== true) {
      if (options.spread === true) throw usage('--spread goes with --late.', 'Say "fu go --late --spread".')
      await walk(app, {
        late: false,
        answersFor: ({ promise }) => (promise === null ? contactAnswers : promiseAnswers),
        first: null,
      })
      return
    }
    await walk(app, {
      late: true,
      answersFor: () => lateAnswers,
      first: options.spread === true ? spread : null,
    })
  },
})
