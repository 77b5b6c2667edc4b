import { splitWho } from '../actions/people/find-contact.ts'
import { findPromise } from '../actions/promises/find-promise.ts'
import { move } from '../actions/promises/move.ts'
import { readWhen } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu move 5 wed',
    'fu move gary next week --told',
    'fu move 5 "fri 10:30" --why "waiting for the bank"',
  ],
  options: (command) =>
    command
      .argument('<which>', 'the promise')
      .argument('<when...>', 'the new date')
      .option('--told', 'they know, so this is the promised date now')
      .option('--why <reason>', 'what got in the way'),
  run: async (app, [first, words], { told, why }) => {
    const { who: which, rest } = splitWho(app, first, words)
    const due = readWhen(app, rest.join(' '), 'ahead')
    const reason = why === undefined ? null : readLine(why, 'A reason')
    move(app, [await findPromise(app, which)], { due, told: told === true, reason })
  },
})
