import { Option } from '@commander-js/extra-typings'
import { readNextStep } from '../actions/ask/next-step.ts'
import { askWhich } from '../actions/promises/ask-which.ts'
import { closePromises } from '../actions/promises/close.ts'
import { findPromises } from '../actions/promises/find-promise.ts'
import { readOn, readWhen } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { channelOption } from '../command/channel-option.ts'
import { usage } from '../domain/errors.ts'
import { closingOutcomes } from '../domain/promise.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu done gary "signs Tuesday" --next "bring the papers" --due tue',
    'fu done 4 "no budget this year" --outcome declined --why "no budget" --no-next',
    'fu done 4 --outcome postponed --until "1 mar"',
    'fu done 12 13 14 "all sent" --no-next',
    'fu done gary --edit',
  ],
  options: (command) =>
    command
      .argument('[which]', 'the promise, or several: 12 13, 12,13, 12-15')
      .argument('[note...]', 'the outcome, in your words')
      .option('-e, --edit', 'write the note in your editor')
      .addOption(new Option('--outcome <outcome>', 'how it ended').choices(closingOutcomes))
      .option('--why <reason>', 'why they declined or put it off')
      .option('--until <when>', 'postponed: when to come back to it')
      .option('--next <what>', 'the next promise to them')
      .option('--no-next', 'deliberately no next step')
      .option('-d, --due <when>', 'when the next promise is due')
      .option('--on <when>', 'when it happened, if in the past')
      .addOption(channelOption('how')),
  run: async (app, [first, words], { edit, outcome, why, until, next, due, on, by }) => {
    const at = readOn(app, on)
    if (until !== undefined && outcome !== 'postponed') {
      throw usage('--until needs --outcome postponed.', 'For a next step, use --next … --due ….')
    }
    if (until !== undefined && due !== undefined) {
      throw usage(
        '--until and --due cannot be combined.',
        'A postponed promise is due on the day given with --until.',
      )
    }
    const what = typeof next === 'string' ? readLine(next, 'A promise') : undefined
    const step =
      until === undefined
        ? await readNextStep(app, { option: '--next', what, due, hot: false })
        : { what: what ?? null, due: readWhen(app, until, 'ahead'), hot: false }
    const reason = why === undefined ? null : readLine(why, 'A reason')
    const { promises, rest } = await findPromises(
      app,
      first ?? (await askWhich(app, 'fu done 4 "signed"')),
      words,
    )
    const note = rest.length === 0 ? null : readLine(rest.join(' '), 'A note')
    await closePromises(app, promises, {
      at,
      outcome: outcome ?? null,
      reason,
      note,
      edit: edit === true,
      by: by ?? null,
      next: step,
      isMeantLast: next === false,
    })
  },
})
