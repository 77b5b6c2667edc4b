import { usage } from '../domain/errors.ts'
import { moved, sayDue } from '../views/receipt.ts'
import { changePromise } from './change-promise.ts'
import { defineCommand } from './command.ts'
import { readLine } from './contact-options.ts'
import { readWhen } from './phrase.ts'
import { speechOf } from './speech.ts'
import { findPromise } from './which.ts'
import { splitWho } from './who.ts'

export const move = defineCommand({
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
      .option('--told', 'they know of it, and it is what is promised now')
      .option('--why <reason>', 'what came between'),
  run: async (app, [first, words], { told, why }) => {
    const { who: which, rest } = splitWho(app, first, words)
    const due = readWhen(app, rest.join(' '), 'ahead')
    const reason = why === undefined ? null : readLine(why, 'A reason')
    const promise = await findPromise(app, which)
    if (
      due.day === promise.due.day &&
      due.time === promise.due.time &&
      told !== true &&
      promise.snoozedUntil === null
    ) {
      throw usage(`${promise.id} stands on that day already.`, 'Name another day.')
    }
    const speech = speechOf(app)
    changePromise(app, promise, {
      command: 'move',
      outcome: `${sayDue(promise.due, speech)} to ${sayDue(due, speech)}`,
      entry: { act: told === true ? 'told' : 'moved', direction: told === true ? 'out' : null, text: reason },
      change: (pen) => pen.movePromise(promise.id, due, told === true),
      sentence: (changed) => moved(changed, promise.due, told === true, speech),
    })
  },
})
