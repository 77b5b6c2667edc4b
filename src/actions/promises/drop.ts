import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import type { ContactName } from '../../domain/contact.ts'
import { newPromise, type OpenPromise } from '../../domain/promise.ts'
import { stopsWords } from '../../domain/remark.ts'
import { readLine } from '../../parse/text.ts'
import {
  comesAgainSentence,
  droppedSentence,
  promiseLabel,
  promisedSentence,
} from '../../views/confirmations/writes.ts'
import { statesOf } from '../derived.ts'
import { stepFollowing } from '../plans/start.ts'
import type { WriteResult } from '../print-result.ts'
import { askNextStep, type NextStep } from '../ask/next-step.ts'
import { changePromises } from './change-promises.ts'
import { isLastWith } from './outcome.ts'
import { writeNextOccurrence } from './repeat.ts'

/** Why promises will not be done, and what comes instead. */
export type Dropping = {
  readonly reason: string
  readonly next: NextStep | null
  /** Whether nothing is next, on purpose. */
  readonly isMeantLast: boolean
  /** Whether those that repeat do not come again (R62). */
  readonly endsRepeat: boolean
}

/**
 * Drops promises: they will not be done. The plan of a step that is dropped stops. What is next with each contact is
 * asked where nothing else is (R46).
 */
export async function drop(
  app: App,
  promises: readonly OpenPromise[],
  { reason, next, isMeantLast, endsRepeat }: Dropping,
): Promise<WriteResult> {
  const once = promises.find(({ repeat }) => repeat === null)
  if (endsRepeat && once !== undefined) {
    throw usage(`${promiseLabel(once)} does not repeat.`, 'Leave out --all-next.')
  }
  const comesAgain = ({ repeat }: OpenPromise): boolean => repeat !== null && !endsRepeat
  const nextById = new Map<number, NextStep>()
  const left: ContactName[] = []
  for (const [index, { id, contact }] of promises.entries()) {
    const isLastOfTheirs = promises.slice(index + 1).every((other) => other.contact.id !== contact.id)
    if (!isLastOfTheirs) continue
    const isLast =
      !isMeantLast &&
      isLastWith(app, promises, contact) &&
      !promises.some((other) => other.contact.id === contact.id && comesAgain(other))
    const step = next ?? (isLast ? await askNextStep(app, contact.name) : null)
    if (step !== null) nextById.set(id, step)
    else if (isLast) left.push(contact)
  }
  const states = statesOf(app, promises)
  const stops = new Map(
    promises.map((promise) => {
      const following = stepFollowing(app, promise)
      return [promise.id, following === null ? [] : [following.run.plan]]
    }),
  )
  const result = changePromises(app, promises, {
    command: 'drop',
    entry: ({ id }) => {
      const plans = stops.get(id) ?? []
      const facts = {
        ...(plans.length === 0 ? {} : { stops: plans }),
        ...(isMeantLast ? { nothingNext: true as const } : {}),
      }
      return { act: 'dropped', text: reason, data: Object.keys(facts).length === 0 ? null : facts }
    },
    change: (tx, before) => {
      const following = stepFollowing(app, before)
      if (following !== null) tx.stopPlan(following.run, `${before.what} was dropped`)
      return tx.dropPromise(before.id, app.now, reason)
    },
    follow: (tx, before) => {
      const { id, contact } = before
      const step = nextById.get(id)
      const made = step === undefined ? [] : [tx.addPromise(newPromise({ ...step, contactId: contact.id }))]
      const again = comesAgain(before) ? writeNextOccurrence(app, tx, before, app.now) : null
      return again === null ? made : [...made, again]
    },
    followWords: (made, context) =>
      made.repeat === null
        ? promisedSentence(made, context)
        : `${comesAgainSentence(made, context)} fu drop ${made.id} --all-next ends it.`,
    confirm: (changed) => {
      const plans = stops.get(changed.id) ?? []
      const sentence = droppedSentence(changed, states.get(changed.id)?.attempts ?? 0)
      const ended =
        changed.repeat !== null && endsRepeat ? [`${sentence} It does not come again.`] : [sentence]
      return [...ended, ...(plans.length === 0 ? [] : [`It ${stopsWords(plans)}.`])].join(' ')
    },
  })
  for (const { id, name } of left)
    app.terminal.note(`Nothing is next with ${name}: fu promise @${id} … --due …`)
  return result
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
