import type { App } from '../../app.ts'
import { compareDue, type Due } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import type { PromiseState } from '../../schedule/state/promise-state.ts'
import { gaveMyWord } from '../../schedule/state/my-word.ts'
import { pluralize } from '../../views/layout/pluralize.ts'
import {
  dueText,
  movedSentence,
  movedTogetherSentence,
  promiseChoice,
} from '../../views/confirmations/writes.ts'
import { confirmMany } from '../ask/confirm-many.ts'
import { dateContext } from '../date-context.ts'
import { statesOf } from '../derived.ts'
import type { WriteResult } from '../print-result.ts'
import { changePromises } from './change-promises.ts'
import { refuseLongDelay } from './complaint.ts'

/** A new date, whether they know of it, and why it changed. */
export type Move = { readonly due: Due; readonly told: boolean; readonly reason: string | null }

/**
 * Moves promises to a new date; with `told`, it becomes the promised date (R12). If the new date has no time, a promise
 * keeps its own, unless that has already passed.
 *
 * @throws FuError `usage` if one of them is due then already; `refused` if one is a complaint, they were not told, and
 * the
 *   day is after the next working day (R26)
 */
export function move(app: App, promises: readonly OpenPromise[], moving: Move): WriteResult {
  if (!moving.told) refuseLongDelay(app, promises, moving.due.day)
  const states = statesOf(app, promises)
  const there = promises.find((promise) => isThere(app, promise, states.get(promise.id), moving))
  if (there !== undefined) throw usage(`${there.id} is already due on that day.`, 'Name another day.')
  return write(app, promises, moving, false)
}

/**
 * Moves the promises that filters chose, together; those already due then stay.
 *
 * @throws FuError `usage` if all of them are already due then, or the answer is no; `refused` as `move`
 */
export async function moveTogether(
  app: App,
  promises: readonly OpenPromise[],
  moving: Move,
  { confirm }: { readonly confirm: boolean },
): Promise<WriteResult> {
  const states = statesOf(app, promises)
  const others = promises.filter((promise) => !isThere(app, promise, states.get(promise.id), moving))
  const context = dateContext(app)
  if (others.length === 0) {
    throw usage(`All of them are already due on ${dueText(moving.due, context)}.`, 'Name another day.')
  }
  if (!moving.told) refuseLongDelay(app, others, moving.due.day)
  if (confirm) {
    const lines = others.map(
      (promise) =>
        `${promiseChoice(promise, context)} to ${dueText(dueAfter(app, promise, moving), context)}`,
    )
    await confirmMany(app, { lines, what: `move ${pluralize(others.length, 'promise')}`, of: 'promises' })
  }
  const stay = promises.length - others.length
  if (stay > 0) app.terminal.note(`${stay} of ${promises.length} are already due then.`)
  return write(app, others, moving, true)
}

function dueAfter(app: App, { due: { time } }: OpenPromise, { due: to }: Move): Due {
  if (to.time !== null || time === null) return to
  return to.day === app.now.day && time <= app.now.time ? to : { day: to.day, time }
}

/** Whether a move would change nothing. */
function isThere(
  app: App,
  promise: OpenPromise,
  state: Pick<PromiseState, 'next'> | undefined,
  moving: Move,
): boolean {
  const due = dueAfter(app, promise, moving)
  const next = state?.next ?? promise.due
  return !moving.told && compareDue(due, promise.due) === 0 && compareDue(next, due) === 0
}

function write(app: App, promises: readonly OpenPromise[], moving: Move, isTogether: boolean): WriteResult {
  const { told, reason } = moving
  const states = statesOf(app, promises)
  const context = dateContext(app)
  const dueOf = (promise: OpenPromise): Due => dueAfter(app, promise, moving)
  const isMyWord = (before: OpenPromise): boolean => {
    const state = states.get(before.id)
    return state !== undefined && gaveMyWord(before, state)
  }
  const day = dueText(moving.due, context)
  return changePromises(app, promises, {
    command: 'move',
    outcome: (before) => `${dueText(before.due, context)} to ${dueText(dueOf(before), context)}`,
    entry: (before) => {
      const { due: from, promised } = before
      return told
        ? { act: 'told', direction: 'out', text: reason, data: { from, to: dueOf(before), promised } }
        : { act: 'moved', text: reason, data: { from, to: dueOf(before) } }
    },
    // The day to check a trigger was not promised to anybody (R14).
    change: (tx, before) => tx.movePromise(before.id, dueOf(before), told || before.trigger !== null),
    confirm: (changed, before) =>
      movedSentence(changed, { from: before.due, told, isMyWord: isMyWord(before) }, context),
    together: isTogether
      ? {
          title: `--all (${promises.length}, to ${day})`,
          confirm: (changed) => {
            const expected = promises.filter(isMyWord).length
            return movedTogetherSentence(changed.length, day, { told, expected })
          },
        }
      : null,
  })
}
