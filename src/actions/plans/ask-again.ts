import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { asWritten, isMoving } from '../../domain/move.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Plan } from '../../domain/plan.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { stepDue } from '../../schedule/plans/plan.ts'

/**
 * Puts an answer back on the page because they asked for it again: a snooze ends, and the answer is due no later than a
 * new one, which `plan` would open (R24, R25). An answer that was moved or snoozed after they asked stays as it is.
 */
export function askAgain(
  app: App,
  tx: Transaction,
  { id, at, plan }: { readonly id: number; readonly at: Moment; readonly plan: Plan },
): OpenPromise {
  const promise = tx.stillOpen(id)
  const [step] = plan.steps
  const putOff = asWritten(app.diary().entries.ofPromises([promise])).findLast(isMoving)
  if (step === undefined || (putOff !== undefined && putOff.at.instant > at.instant)) return promise
  return tx.bringForward(id, stepDue(step, at, null, app.settings().week).due)
}
