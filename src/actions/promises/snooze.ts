import type { App } from '../../app.ts'
import type { Day } from '../../domain/day.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { dueAfterSnooze } from '../../schedule/state/next-due.ts'
import { snoozedSentence } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { stateNow } from '../derived.ts'
import type { WriteResult } from '../print-result.ts'
import { changePromises } from './change-promises.ts'
import { refuseLongDelay } from './complaint.ts'

/**
 * Takes promises off the page until `day`; the promised date does not change (R12).
 *
 * @throws FuError `refused` if one of them is a complaint and the day is after the next working day (R26)
 */
export function snooze(app: App, promises: readonly OpenPromise[], day: Day): WriteResult {
  refuseLongDelay(app, promises, day)
  return changePromises(app, promises, {
    command: 'snooze',
    outcome: () => `until ${app.words.short(day, app.now.day)}`,
    entry: (before) => ({ act: 'snoozed', data: { from: dueAfterSnooze(before), until: day } }),
    change: (tx, { id }) => tx.snoozePromise(id, day),
    confirm: (changed) => snoozedSentence(changed, day, stateNow(app, changed).next.day, dateContext(app)),
  })
}
