import { askDropReason, drop } from '../actions/promises/drop.ts'
import { findPromise } from '../actions/promises/find-promise.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu drop 5 --why "they took another offer"', 'fu drop gary --why "sold the house"'],
  options: (command) =>
    command.argument('<which...>', 'the promise').option('--why <reason>', 'why it will not be done'),
  run: async (app, [words], { why }) => {
    const which = words.join(' ')
    const promise = await findPromise(app, which)
    const reason = why === undefined ? await askDropReason(app, promise, which) : readLine(why, 'A reason')
    drop(app, [promise], reason)
  },
})
