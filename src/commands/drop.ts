import { readNextStep } from '../actions/ask/next-step.ts'
import { askDropReason, drop } from '../actions/promises/drop.ts'
import { askWhich } from '../actions/promises/ask-which.ts'
import { findPromises } from '../actions/promises/find-promise.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu drop 5 --why "they took another offer"',
    'fu drop 8 --all-next --why "the project is over"',
    'fu drop gary --why "sold the house" --next "wish him well" --due "1 mar"',
  ],
  options: (command) =>
    command
      .argument('[which...]', 'the promise, or several: 12 13, 12,13, 12-15')
      .option('--why <reason>', 'why it will not be done')
      .option('--all-next', 'of a promise that repeats: it does not come again')
      .option('--next <what>', 'the next promise to them')
      .option('--no-next', 'nothing is next, on purpose')
      .option('-d, --due <when>', 'when the next promise is due'),
  run: async (app, [words], { why, allNext, next: nextWords, due }) => {
    const [named, ...more] = words
    const what = typeof nextWords === 'string' ? readLine(nextWords, 'A promise') : undefined
    const next = await readNextStep(app, { option: '--next', what, due, hot: false })
    const first = named ?? (await askWhich(app, 'fu drop 5 --why "sold"'))
    const { promises, rest } = await findPromises(app, first, more)
    if (rest.length > 0) {
      throw usage(`"${rest.join(' ')}" is not the number of a promise.`, 'Give the reason with --why "…".')
    }
    const which = [first, ...more].join(' ')
    const reason = why === undefined ? await askDropReason(app, promises, which) : readLine(why, 'A reason')
    await drop(app, promises, {
      reason,
      next,
      isMeantLast: nextWords === false,
      endsRepeat: allNext === true,
    })
  },
})
