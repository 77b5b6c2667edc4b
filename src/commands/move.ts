import { askWhich } from '../actions/promises/ask-which.ts'
import { findPromisesAndDate } from '../actions/promises/find-promise.ts'
import { move } from '../actions/promises/move.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu move 5 wed',
    'fu move gary next week --told',
    'fu move 5 6 7 mon',
    'fu move 5 "fri 10:30" --why "waiting for the bank"',
  ],
  options: (command) =>
    command
      .argument('[which]', 'the promise, or several: 12 13, 12,13, 12-15')
      .argument('[when...]', 'the new date; a time of day stays if none is named')
      .option('--told', 'they know, so this is the promised date now')
      .option('--why <reason>', 'what got in the way'),
  run: async (app, [first, words], { told, why }) => {
    const { promises, due } = await findPromisesAndDate(
      app,
      first ?? (await askWhich(app, 'fu move 5 wed')),
      words,
    )
    const reason = why === undefined ? null : readLine(why, 'A reason')
    move(app, promises, { due, told: told === true, reason })
  },
})
