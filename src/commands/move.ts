import type { App } from '../app.ts'
import { compareDue, type Due } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { moveText } from '../domain/move.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { gaveMyWord } from '../schedule/state/my-word.ts'
import { movedSentence, dueText } from '../views/confirmations/writes.ts'
import { changePromise } from '../actions/promises/change-promise.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { stateNow } from '../actions/promises/derived.ts'
import { readWhen } from '../actions/read-when.ts'
import { dateContext } from '../actions/date-context.ts'
import { findPromise } from '../actions/promises/find-promise.ts'
import { splitWho } from '../actions/people/find-contact.ts'

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
    writeMove(app, promise, { due, told: told === true, reason })
  },
})

/** A new date: whether they know of it, and what came between. */
type Move = { readonly due: Due; readonly told: boolean; readonly reason: string | null }

/**
 * Writes a new date, and says so; gives its number in the history.
 *
 * @throws FuError `usage` where it is the date it has
 */
export function writeMove(app: App, promise: OpenPromise, { due, told, reason }: Move): number {
  const state = stateNow(app, promise)
  if (!told && compareDue(due, promise.due) === 0 && compareDue(state.next, due) === 0) {
    throw usage(`${promise.id} stands on that day already.`, 'Name another day.')
  }
  const context = dateContext(app)
  return changePromise(app, promise, {
    command: 'move',
    outcome: `${dueText(promise.due, context)} to ${dueText(due, context)}`,
    entry: { act: told ? 'told' : 'moved', direction: told ? 'out' : null, text: reason },
    remark: (before) => moveText({ from: before.due, to: due, promised: told ? before.promised : null }),
    change: (tx) => tx.movePromise(promise.id, due, told),
    sentence: (changed) =>
      movedSentence(changed, { from: promise.due, told, isMyWord: gaveMyWord(promise, state) }, context),
  })
}
