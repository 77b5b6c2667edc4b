import type { App } from '../../app.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { refused } from '../../domain/errors.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { workingDayFrom } from '../../domain/working-week.ts'
import { promiseLabel } from '../../views/confirmations/writes.ts'

/**
 * Refuses to drop a complaint together with other promises: each complaint needs its own outcome (R26).
 *
 * @throws FuError `refused` if one of the promises is a complaint
 */
export function refuseComplaintAmong(promises: readonly OpenPromise[]): void {
  const complaint = promises.find(({ kind }) => kind === 'complaint')
  if (complaint === undefined) return
  throw refused(
    `${promiseLabel(complaint)} is a complaint, which cannot be dropped with others; nothing was written.`,
    `First say how it ended: fu done ${complaint.id} "…", or fu drop ${complaint.id} --why "…".`,
  )
}

/**
 * Refuses to put a complaint off beyond the next working day, unless they are told (R26).
 *
 * @throws FuError `refused` if one of the promises is a complaint and the day is later
 */
export function refuseLongDelay(app: App, promises: readonly OpenPromise[], day: Day): void {
  const latest = workingDayFrom(addDays(app.now.day, 1), app.settings().week)
  const complaint = promises.find(({ kind }) => kind === 'complaint')
  if (complaint === undefined || day <= latest) return
  const until = app.words.short(latest, app.now.day)
  throw refused(
    `${promiseLabel(complaint)} is a complaint, and can be put off until ${until} at the latest; nothing was written.`,
    `If they were told of a later day: fu move ${complaint.id} ${day} --told`,
  )
}
