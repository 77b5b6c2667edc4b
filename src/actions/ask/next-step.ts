import type { App } from '../../app.ts'
import type { Due } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import { readLine } from '../../parse/text.ts'
import { readWhen } from '../read-when.ts'

/** An agreed next step and its day. */
export type NextStep = { readonly what: string; readonly due: Due; readonly hot: boolean }

/** The options that name a next step: its text under the option's own name. */
type NextWords = {
  readonly option: '--next' | '--promise'
  readonly what: string | undefined
  readonly due: string | undefined
  readonly hot: boolean
}

/**
 * The next step in the options, or `null`; a missing day is asked on a terminal.
 *
 * @throws FuError `usage` if there is a step without a day, or a day without a step
 */
export async function readNextStep(
  app: App,
  { option, what, due, hot }: NextWords,
): Promise<NextStep | null> {
  if (what === undefined) {
    if (due !== undefined)
      throw usage(
        `--due "${due}" is given without a promise.`,
        `Add ${option}, as in ${option} "send the papers".`,
      )
    return null
  }
  const text = readLine(what, 'A promise')
  if (due !== undefined) return { what: text, due: readWhen(app, due, 'ahead'), hot }
  if (app.terminal.prompts === null) {
    throw usage(`"${text}" needs a day.`, 'Add --due, as in --due fri.')
  }
  return { what: text, due: await askDue(app, text), hot }
}

/** Asks for the next step with somebody; `null` for an empty answer. Requires a terminal. */
export async function askNextStep(app: App, name: string): Promise<NextStep | null> {
  if (app.terminal.prompts === null) return null
  const what = await app.terminal.prompts.ask({
    message: `What is next with ${name}? (empty: nothing)`,
    initial: '',
    check: (typed) => (typed.trim() === '' ? null : readLine(typed, 'A promise')),
  })
  return what === null ? null : { what, due: await askDue(app, what), hot: false }
}

/** Asks when a promise is due. Requires a terminal. */
export async function askDue(app: App, what: string): Promise<Due> {
  if (app.terminal.prompts === null) throw new Error('nobody can be asked')
  return app.terminal.prompts.ask({
    message: `When? (${what})`,
    initial: 'tomorrow',
    check: (typed) => readWhen(app, typed, 'ahead'),
  })
}
