import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { stopsWords } from '../../domain/remark.ts'
import { readLine } from '../../parse/text.ts'
import { droppedSentence } from '../../views/confirmations/writes.ts'
import { statesOf } from '../derived.ts'
import { stepFollowing } from '../plans/start.ts'
import type { WriteResult } from '../print-result.ts'
import { changePromises } from './change-promises.ts'

/** Drops promises: they will not be done. The plan of a step that is dropped stops. */
export function drop(app: App, promises: readonly OpenPromise[], reason: string): WriteResult {
  const states = statesOf(app, promises)
  const stops = new Map(
    promises.map((promise) => {
      const following = stepFollowing(app, promise)
      return [promise.id, following === null ? [] : [following.run.plan]]
    }),
  )
  return changePromises(app, promises, {
    command: 'drop',
    entry: ({ id }) => {
      const plans = stops.get(id) ?? []
      return { act: 'dropped', text: reason, data: plans.length === 0 ? null : { stops: plans } }
    },
    change: (tx, before) => {
      const following = stepFollowing(app, before)
      if (following !== null) tx.stopPlan(following.run, `${before.what} was dropped`)
      return tx.dropPromise(before.id, app.now, reason)
    },
    confirm: (changed) => {
      const plans = stops.get(changed.id) ?? []
      const sentence = droppedSentence(changed, states.get(changed.id)?.attempts ?? 0)
      return plans.length === 0 ? sentence : `${sentence} It ${stopsWords(plans)}.`
    },
  })
}

/**
 * Asks why promises will not be done.
 *
 * @throws FuError `usage` if nobody can be asked; `which` is how they were named
 */
export async function askDropReason(
  app: App,
  promises: readonly OpenPromise[],
  which: string,
): Promise<string> {
  const { prompts } = app.terminal
  if (prompts === null) {
    throw usage(
      'Dropping a promise needs a reason.',
      `Add it, as in "fu drop ${which} --why 'they moved away'".`,
    )
  }
  return prompts.ask({
    message: `Why will ${promises.map(({ what }) => `"${what}"`).join(', ')} not be done?`,
    initial: '',
    check: (typed) => readLine(typed, 'A reason'),
  })
}
