import type { App } from '../../app.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { refused } from '../../domain/errors.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { workingDayFrom } from '../../domain/working-week.ts'
import { dueAfterSnooze } from '../../schedule/state/next-due.ts'
import { promiseLabel, snoozedSentence } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { stateNow } from '../derived.ts'
import type { WriteResult } from '../print-result.ts'
import { changePromises } from './change-promises.ts'

/**
 * Takes promises off the page until `day`; the promised date does not change (R12).
 *
 * @throws FuError `refused` if one of them is a complaint and the day is after the next working day (R26)
 */
export function snooze(app: App, promises: readonly OpenPromise[], day: Day): WriteResult {
  for (const promise of promises) if (promise.kind === 'complaint') refuseLong(app, promise, day)
  return changePromises(app, promises, {
    command: 'snooze',
    outcome: () => `until ${app.words.short(day, app.now.day)}`,
    entry: (before) => ({ act: 'snoozed', data: { from: dueAfterSnooze(before), until: day } }),
    change: (tx, { id }) => tx.snoozePromise(id, day),
    confirm: (changed) => snoozedSentence(changed, day, stateNow(app, changed).next.day, dateContext(app)),
  })
}

function refuseLong(app: App, complaint: OpenPromise, day: Day): void {
  const latest = workingDayFrom(addDays(app.now.day, 1), app.settings().week)
  if (day <= latest) return
  const until = app.words.short(latest, app.now.day)
  throw refused(
    `${promiseLabel(complaint)} is a complaint, and can be snoozed until ${until} at most; nothing was written.`,
    `If they were told of a later day: fu move ${complaint.id} ${day} --told`,
  )
}
