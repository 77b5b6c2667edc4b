import type { App } from '../app.ts'
import { askDue } from '../actions/ask/next-step.ts'
import { askWhich } from '../actions/promises/ask-which.ts'
import { chooseOpen } from '../actions/promises/choose-promises.ts'
import { findPromisesAndDate } from '../actions/promises/find-promise.ts'
import { move, moveTogether } from '../actions/promises/move.ts'
import { readWhen } from '../actions/read-when.ts'
import { allOptions, refuseWithoutAll } from '../command/all-options.ts'
import { defineCommand } from '../command/define-command.ts'
import { readPeopleFilter } from '../command/people-options.ts'
import { firstPromiseFilterOption, promiseFilterOptions } from '../command/promise-filter-options.ts'
import type { Due } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu move 5 wed',
    'fu move gary next week --told',
    'fu move 5 6 7 mon',
    'fu move 5 "fri 10:30" --why "waiting for the bank"',
    'fu move --all --late --kind supplier mon',
  ],
  details:
    'With --all, leave out <which>: fu moves every open promise that the filters choose, and shows them first.',
  options: (command) =>
    promiseFilterOptions(
      allOptions(
        command
          .argument('[which]', 'the promise, or several: 12 13, 12,13, 12-15 (not with --all)')
          .argument('[when...]', 'the new date; without a time, the old time is kept')
          .option('--told', 'they know, so this becomes the promised date')
          .option('--why <reason>', 'what got in the way'),
        'every open promise that these filters choose:',
      ),
    ),
  run: async (app, [first, words], { told, why, all, yes, kind, ...filters }) => {
    const reason = why === undefined ? null : readLine(why, 'A reason')
    const moving = { told: told === true, reason }
    if (all === true) {
      const promises = chooseOpen(app, readPeopleFilter(filters), { kind, ...filters })
      const due = await dayFor(app, [...(first === undefined ? [] : [first]), ...words], promises.length)
      await moveTogether(app, promises, { ...moving, due }, { confirm: yes !== true })
      return
    }
    refuseWithoutAll(firstPromiseFilterOption({ kind, ...filters }), yes)
    const which = first ?? (await askWhich(app, 'fu move 5 wed'))
    const { promises, due } = await findPromisesAndDate(app, which, words)
    move(app, promises, { ...moving, due })
  },
})

async function dayFor(app: App, words: readonly string[], count: number): Promise<Due> {
  if (words.length > 0) return readWhen(app, words.join(' '), 'ahead')
  if (app.terminal.prompts === null)
    throw usage('There is no date.', 'Write it last, as in "fu move --all --late mon".')
  return askDue(app, count === 1 ? 'one promise' : `${count} promises`)
}
