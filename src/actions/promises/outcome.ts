import type { App } from '../../app.ts'
import type { ContactName } from '../../domain/contact.ts'
import type { Due } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import type { ClosingOutcome, OpenPromise } from '../../domain/promise.ts'
import { readLine } from '../../parse/text.ts'
import { askNextStep, type NextStep } from '../ask/next-step.ts'
import { openPromisesWith } from '../open-promises.ts'
import { readWhen } from '../read-when.ts'

/**
 * The reason for declining or postponing; asked if it is required and missing (R48).
 *
 * @throws FuError `usage` if a reason is given for another outcome, or is needed and nobody can be asked
 */
export async function askReason(
  app: App,
  promises: readonly OpenPromise[],
  reason: string | null,
  outcome: ClosingOutcome,
): Promise<string | null> {
  if (reason !== null && (outcome === 'reached' || outcome === 'sold')) {
    throw usage(
      '--why needs --outcome declined or postponed.',
      'Write what happened as the note: fu done 4 "she signs Tuesday".',
    )
  }
  if (reason !== null || outcome !== 'declined') return reason
  if (app.terminal.prompts === null) throw usage('Declined needs a reason.', 'Add --why "no budget".')
  return app.terminal.prompts.ask({
    message: `Why did ${[...new Set(promises.map(({ contact }) => contact.name))].join(', ')} decline?`,
    initial: '',
    check: (typed) => readLine(typed, 'A reason'),
  })
}

/** A chosen next step; without a text, it is the same promise again. */
export type NextChoice = Omit<NextStep, 'what'> & { readonly what: string | null }

type Ending = {
  readonly outcome: ClosingOutcome
  readonly next: NextChoice | null
  /** Whether what is next with the contact is asked, because there is no other next step. */
  readonly isAsked: boolean
}

/**
 * The next step: the given one; for a postponed promise, the same on its new day (R49); else the answer to a question
 * (R46).
 */
export async function chooseNext(
  app: App,
  promise: OpenPromise,
  { outcome, next, isAsked }: Ending,
): Promise<NextStep | null> {
  if (next !== null) return { ...next, what: next.what ?? promise.what }
  if (outcome === 'postponed') return { what: promise.what, due: await askUntil(app, promise), hot: false }
  return isAsked ? askNextStep(app, promise.contact.name) : null
}

async function askUntil(app: App, promise: OpenPromise): Promise<Due> {
  if (app.terminal.prompts === null) throw usage('Postponed needs a day.', 'Add --until "1 mar".')
  return app.terminal.prompts.ask({
    message: `Until when is "${promise.what}" postponed?`,
    initial: '1mo',
    check: (typed) => readWhen(app, typed, 'ahead'),
  })
}

/** Whether a contact has no open promises except these. */
export function isLastWith(app: App, promises: readonly OpenPromise[], contact: ContactName): boolean {
  const these = new Set(promises.map(({ id }) => id))
  return openPromisesWith(app, contact).every(({ id }) => these.has(id))
}
