import type { App } from '../../app.ts'
import type { Channel } from '../../domain/channel.ts'
import { usage } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import type { ClosingOutcome, OpenPromise } from '../../domain/promise.ts'
import { readLine } from '../../parse/text.ts'
import { promiseLabel } from '../../views/confirmations/writes.ts'
import { writeNote } from '../ask/note.ts'
import type { WriteResult } from '../print-result.ts'
import { refuseBeforeMade } from './change-promises.ts'
import type { OpenPromises } from './find-promise.ts'
import { goesOn, keepPromises, type Keeping } from './keep.ts'
import { isNextAsked } from './no-next-step.ts'
import { askReason, chooseNext, isLastWith, type NextChoice } from './outcome.ts'
import { refuseSoughtNumber } from './wrong-number.ts'

/** How a promise ended; `null` for unknown values. */
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
  /** Whether there is deliberately no next step. */
  readonly isMeantLast: boolean
}

/**
 * Closes promises in one change and asks for missing values: the reason, the next step, the note (R46, R48, R49). Each
 * contact gets the next step once.
 *
 * @throws FuError `usage` if something is missing and nobody can be asked; `refused` if the number of the contact is
 *   wrong and must be found first (R35)
 */
export async function closePromises(
  app: App,
  promises: OpenPromises,
  closing: Closing,
): Promise<WriteResult> {
  const { at, note: typed, edit, by, next, isMeantLast } = closing
  const outcome = closing.outcome ?? 'reached'
  for (const promise of promises) {
    if (!edit && app.terminal.prompts === null) refuseSilence(promise, closing)
    if (closing.outcome === null) refuseSoughtNumber(app, promise)
    refuseBeforeMade(app, promise, at, 'kept')
  }
  const said = typed === null && !edit ? await askNote(app, promises, closing) : typed
  const reason = await askReason(app, promises, closing.reason, outcome)
  const steps: Pick<Keeping, 'promise' | 'step' | 'isLast'>[] = []
  const isAsked = isNextAsked(promises.map(({ contact }) => contact))
  for (const [index, promise] of promises.entries()) {
    const isLastOfTheirs = promises.slice(index + 1).every(({ contact }) => contact.id !== promise.contact.id)
    const isLast =
      !isMeantLast &&
      isLastOfTheirs &&
      isLastWith(app, promises, promise.contact) &&
      !goesOn(app, promise, outcome)
    const isChosen = isLastOfTheirs || outcome === 'postponed'
    const step = isChosen
      ? await chooseNext(app, promise, { outcome, next, isAsked: isLast && isAsked })
      : null
    steps.push({ promise, step, isLast })
  }
  // Last, so that no long note is lost to a mistake in another word.
  const note = edit ? await writeNote(app, said ?? '', 'A note') : said
  const askedForSale = null
  return keepPromises(
    app,
    steps.map((step) => ({ ...step, at, outcome, reason, note, by, isMeantLast, askedForSale })),
  )
}

/**
 * Asks how promises ended if there is no note; an empty answer means no note. The reason of a declined or postponed
 * promise says how it ended, unless it is a complaint.
 */
async function askNote(
  app: App,
  promises: OpenPromises,
  { outcome, reason }: Closing,
): Promise<string | null> {
  const { prompts } = app.terminal
  const mustSay = outcome === null && promises.some(({ kind }) => kind === 'complaint')
  const saysWhy = reason !== null || outcome === 'declined' || outcome === 'postponed'
  if (prompts === null || saysWhy) return null
  const whats = promises.length > 1 ? 'they' : 'it'
  return prompts.ask({
    message: mustSay ? 'How did the complaint end?' : `How did ${whats} end? (empty: no note)`,
    initial: '',
    check: (typed) => (typed.trim() === '' && !mustSay ? null : readLine(typed, 'A note')),
  })
}

/** A complaint is not closed without an outcome (R26). */
function refuseSilence(promise: OpenPromise, { note, outcome }: Closing): void {
  if (promise.kind !== 'complaint' || note !== null || outcome !== null) return
  throw usage(
    `${promiseLabel(promise)} is a complaint, and needs an outcome.`,
    `Say how it ended: fu done ${promise.id} "a new one is on its way".`,
  )
}
