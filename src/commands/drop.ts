import type { App } from '../app.ts'
import { usage } from '../domain/errors.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { droppedSentence } from '../views/confirmations/writes.ts'
import { changePromise } from '../actions/promises/change-promise.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { stateNow } from '../actions/promises/derived.ts'
import { stepFollowing } from '../actions/plans/start.ts'
import { findPromise } from '../actions/promises/find-promise.ts'

export const drop = defineCommand({
  diary: 'needed',
  examples: ['fu drop 5 --why "they took another offer"', 'fu drop gary --why "sold the house"'],
  options: (command) =>
    command.argument('<which...>', 'the promise').option('--why <reason>', 'why it will not be done'),
  run: async (app, [words], { why }) => {
    const which = words.join(' ')
    const promise = await findPromise(app, which)
    const reason = await askedReason(why)
    writeDrop(app, promise, reason)

    async function askedReason(given: string | undefined): Promise<string> {
      if (given !== undefined) return readLine(given, 'A reason')
      if (app.terminal.prompts === null) {
        throw usage(
          'Dropping a promise needs a reason.',
          `Add it, as in "fu drop ${which} --why 'they moved away'".`,
        )
      }
      return app.terminal.prompts.ask({
        message: `Why will "${promise.what}" not be done?`,
        initial: '',
        check: (typed) => readLine(typed, 'A reason'),
      })
    }
  },
})

/** Writes that a promise will not be done, and why, and says so; gives its number in the history. */
export function writeDrop(app: App, promise: OpenPromise, reason: string): number {
  const { attempts } = stateNow(app, promise)
  const plan = stepFollowing(app, promise)?.run.plan
  const stops = plan === undefined ? null : `stops the plan ${plan}`
  return changePromise(app, promise, {
    command: 'drop',
    entry: { act: 'dropped', text: reason, remark: stops },
    change: (tx) => {
      const following = stepFollowing(app, promise)
      if (following !== null) tx.stopPlan(following.run, `${promise.what} was dropped`)
      return tx.dropPromise(promise.id, app.now, reason)
    },
    sentence: (changed) => `${droppedSentence(changed, attempts)}${stops === null ? '' : ` It ${stops}.`}`,
  })
}
