import type { App } from '../../app.ts'
import type { Channel } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import type { ClosingOutcome, OpenPromise } from '../../domain/promise.ts'
import { promiseLabel } from '../../views/confirmations/writes.ts'
import { writeNote } from '../ask/note.ts'
import type { WriteResult } from '../print-result.ts'
import { refuseBeforeMade } from './change-promises.ts'
import { goesOn, keepPromise } from './keep.ts'
import { askReason, chooseNext, isLastWith, type NextChoice } from './outcome.ts'
import { refuseSoughtNumber } from './wrong-number.ts'

/** What is said about how a promise ended; `null` is what was not said. */
export type Closing = {
  readonly at: Moment
  /** `null` means that the contact was reached. */
  readonly outcome: ClosingOutcome | null
  readonly reason: string | null
  readonly note: string | null
  /** Whether the note is written in the editor, where it begins with `note`. */
  readonly edit: boolean
  readonly by: Channel | null
  readonly next: NextChoice | null
  /** Whether nothing is next, on purpose. */
  readonly isMeantLast: boolean
}

/**
 * Closes a promise and asks for what is missing: the reason, the next step, the note (R46, R48, R49).
 *
 * @throws FuError `usage` if something is missing and nobody can be asked; `refused` if the number of the contact is
 *   wrong and has to be found first (R35)
 */
export async function closePromise(app: App, promise: OpenPromise, closing: Closing): Promise<WriteResult> {
  const { at, note: typed, edit, by, next, isMeantLast } = closing
  const outcome = closing.outcome ?? 'reached'
  if (!edit) refuseSilence(promise, closing)
  if (closing.outcome === null) refuseSoughtNumber(app, promise)
  refuseBeforeMade(app, promise, at, 'kept')
  const reason = await askReason(app, promise, closing.reason, outcome)
  const isLast = !isMeantLast && isLastWith(app, promise) && !goesOn(app, promise, outcome)
  const step = await chooseNext(app, promise, { outcome, next, isLast })
  // Last of all, so that no long note is lost to a mistake in another word.
  const note = edit ? await writeNote(app, typed ?? '', 'A note') : typed
  const askedForSale = null
  return keepPromise(app, promise, { at, outcome, reason, note, by, step, isLast, isMeantLast, askedForSale })
}

/** A complaint is not closed without saying how (R26). */
function refuseSilence(promise: OpenPromise, { note, outcome }: Closing): void {
  if (promise.kind !== 'complaint' || note !== null || outcome !== null) return
  throw usage(
    `${promiseLabel(promise)} is a complaint, and needs an outcome.`,
    `Say how it ended: fu done ${promise.id} "a new one is on its way".`,
  )
}
