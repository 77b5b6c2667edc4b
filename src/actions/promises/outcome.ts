import type { App } from '../../app.ts'
import type { Due } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import type { ClosingOutcome, OpenPromise } from '../../domain/promise.ts'
import { readLine } from '../people/options.ts'
import { askNextStep, type NextStep } from './next-step.ts'
import { readWhen } from '../read-when.ts'

/** Why it was declined or put off: asked where it is needed and was not said (R48). */
export async function askReason(
  app: App,
  promise: OpenPromise,
  why: string | undefined,
  outcome: ClosingOutcome,
): Promise<string | null> {
  if (why !== undefined) {
    if (outcome === 'reached' || outcome === 'sold') {
      throw usage(
        '--why goes with --outcome declined or postponed.',
        'What happened is the note: fu done 4 "she signs Tuesday".',
      )
    }
    return readLine(why, 'A reason')
  }
  if (outcome !== 'declined') return null
  if (app.terminal.prompts === null) throw usage('Declined needs a reason.', 'Add --why "no budget".')
  return app.terminal.prompts.ask({
    message: `Why did ${promise.contact.name} decline?`,
    initial: '',
    check: (typed) => readLine(typed, 'A reason'),
  })
}

type Wish = {
  readonly outcome: ClosingOutcome
  readonly next: string | undefined
  readonly given: NextStep | null
  readonly until: Due | null
  /** Whether nothing else would be next with the contact. */
  readonly isLast: boolean
}

/** The next step: what was said; for something postponed, the same again on its day (R49); else what is answered (R46). */
export async function chooseNext(app: App, promise: OpenPromise, wish: Wish): Promise<NextStep | null> {
  const { outcome, next, given, until, isLast } = wish
  if (outcome === 'postponed' && given === null) {
    const due = until ?? (await askUntil(app, promise))
    return { what: next ?? promise.what, due, hot: false }
  }
  if (given !== null || !isLast) return given
  return askNextStep(app, promise.contact.name)
}

async function askUntil(app: App, promise: OpenPromise): Promise<Due> {
  if (app.terminal.prompts === null) throw usage('Postponed needs a day.', 'Add --until "1 mar".')
  return app.terminal.prompts.ask({
    message: `Until when is "${promise.what}" postponed?`,
    initial: '1mo',
    check: (typed) => readWhen(app, typed, 'ahead'),
  })
}

/** Whether no other promise with the contact is open. */
export function isLastWith(app: App, { id, contact }: OpenPromise): boolean {
  return app
    .diary()
    .promises({ contacts: [contact.id], status: 'open' })
    .every((other) => other.id === id || other.contact.id !== contact.id)
}
