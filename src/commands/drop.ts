import type { App } from '../app.ts'
import { readNextStep } from '../actions/ask/next-step.ts'
import { chooseOpen } from '../actions/promises/choose-promises.ts'
import { askDropReason, drop, dropTogether } from '../actions/promises/drop.ts'
import { askWhich } from '../actions/promises/ask-which.ts'
import { findPromises } from '../actions/promises/find-promise.ts'
import { defineCommand } from '../command/define-command.ts'
import { allOptions, refuseWithoutAll } from '../command/all-options.ts'
import { readPeopleFilter } from '../command/people-options.ts'
import { firstPromiseFilterOption, promiseFilterOptions } from '../command/promise-filter-options.ts'
import { usage } from '../domain/errors.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu drop 5 --why "they took another offer"',
    'fu drop 8 --all-next --why "the project is over"',
    'fu drop gary --why "sold the house" --next "wish him well" --due "1 mar"',
    'fu drop --all --tag fair --late --why "the fair is over"',
  ],
  details:
    'With --all, leave out <which>: fu drops every open promise that the filters choose, and shows them first.',
  options: (command) =>
    promiseFilterOptions(
      allOptions(
        command
          .argument('[which...]', 'the promise, or several: 12 13, 12,13, 12-15 (not with --all)')
          .option('--why <reason>', 'why it will not be done')
          .option('--all-next', 'of a promise that repeats: end the repetition')
          .option('--next <what>', 'the next promise to them')
          .option('--no-next', 'deliberately no next step')
          .option('-d, --due <when>', 'when the next promise is due'),
        'every open promise that these filters choose:',
      ),
    ),
  run: async (app, [words], { why, allNext, next: nextWords, due, all, yes, kind, ...filters }) => {
    const what = typeof nextWords === 'string' ? readLine(nextWords, 'A promise') : undefined
    const next = await readNextStep(app, { option: '--next', what, due, hot: false })
    const said = why === undefined ? null : readLine(why, 'A reason')
    const dropping = { next, isMeantLast: nextWords === false, endsRepeat: allNext === true }
    if (all === true) {
      refuseWords(words)
      const promises = chooseOpen(app, readPeopleFilter(filters), { kind, ...filters })
      await dropTogether(app, promises, { ...dropping, reason: said }, { confirm: yes !== true })
      return
    }
    refuseWithoutAll(firstPromiseFilterOption({ kind, ...filters }), yes)
    const { promises, which } = await named(app, words)
    const reason = said ?? (await askDropReason(app, promises, which))
    await drop(app, promises, { ...dropping, reason })
  },
})

async function named(
  app: App,
  [first, ...more]: readonly string[],
): Promise<{ readonly promises: readonly OpenPromise[]; readonly which: string }> {
  const which = first ?? (await askWhich(app, 'fu drop 5 --why "sold"'))
  const { promises, rest } = await findPromises(app, which, more)
  if (rest.length === 0) return { promises, which: [which, ...more].join(' ') }
  throw usage(`"${rest.join(' ')}" is not the number of a promise.`, 'Give the reason with --why "…".')
}

function refuseWords(words: readonly string[]): void {
  if (words.length === 0) return
  throw usage(
    `"${words.join(' ')}" and --all cannot be combined.`,
    'Name promises, or choose them with --all and filters.',
  )
}
