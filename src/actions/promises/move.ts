import type { App } from '../../app.ts'
import { compareDue, type Due } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { gaveMyWord } from '../../schedule/state/my-word.ts'
import { movedSentence, dueText } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { statesOf } from '../derived.ts'
import type { WriteResult } from '../print-result.ts'
import { changePromises } from './change-promises.ts'
import { refuseLongDelay } from './complaint.ts'

/** A new date, whether they know of it, and why it changed. */
export type Move = { readonly due: Due; readonly told: boolean; readonly reason: string | null }

/**
 * Moves promises to a new date; with `told`, that date is what is promised now (R12). Where the new date has no time, a
 * promise keeps its own, unless that has passed already.
 *
 * @throws FuError `usage` if one of them is due then already; `refused` if one is a complaint, they were not told, and the
 *   day is after the next working day (R26)
 */
export function move(
  app: App,
  promises: readonly OpenPromise[],
  { due: to, told, reason }: Move,
): WriteResult {
  if (!told) refuseLongDelay(app, promises, to.day)
  const states = statesOf(app, promises)
  const context = dateContext(app)
  const dueOf = ({ due: { time } }: OpenPromise): Due => {
    if (to.time !== null || time === null) return to
    return to.day === app.now.day && time <= app.now.time ? to : { day: to.day, time }
  }
  for (const promise of promises) {
    const due = dueOf(promise)
    const next = states.get(promise.id)?.next ?? promise.due
    if (!told && compareDue(due, promise.due) === 0 && compareDue(next, due) === 0) {
      throw usage(`${promise.id} is already due on that day.`, 'Name another day.')
    }
  }
  return changePromises(app, promises, {
    command: 'move',
    outcome: (before) => `${dueText(before.due, context)} to ${dueText(dueOf(before), context)}`,
    entry: (before) => {
      const { due: from, promised } = before
      return told
        ? { act: 'told', direction: 'out', text: reason, data: { from, to: dueOf(before), promised } }
        : { act: 'moved', text: reason, data: { from, to: dueOf(before) } }
    },
    // Nobody was promised the day on which something is looked at (R14).
    change: (tx, before) => tx.movePromise(before.id, dueOf(before), told || before.trigger !== null),
    confirm: (changed, before) => {
      const state = states.get(before.id)
      const isMyWord = state !== undefined && gaveMyWord(before, state)
      return movedSentence(changed, { from: before.due, told, isMyWord }, context)
    },
  })
}
