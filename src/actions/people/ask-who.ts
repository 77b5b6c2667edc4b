import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import { readLine } from '../../parse/text.ts'
import { contactsMeant, splitWho, type Said } from './find-contact.ts'

/** How a command asks for what it lacks. */
export type Lacking = {
  /** The question for the text: "What did they want?" */
  readonly question: string
  /** What the text is, for a sentence about it: "A promise". */
  readonly what: string
  /** A whole command line. */
  readonly example: string
  /** Whether somebody who is not in the diary may be named. */
  readonly mayBeNew?: boolean
}

/**
 * A `<who>` and the words behind it. On a terminal, each that lacks is asked for.
 *
 * @throws FuError `usage` if one lacks and nobody can be asked
 */
export async function askWhoAndWhat(
  app: App,
  first: string | undefined,
  words: readonly string[],
  lacking: Lacking,
): Promise<Said> {
  const said = splitWho(app, first ?? (await askWho(app, lacking)), words)
  if (said.rest.length > 0) return said
  return { who: said.who, rest: [await askText(app, lacking)] }
}

/**
 * Asks for a text that lacks.
 *
 * @throws FuError `usage` if nobody can be asked
 */
export async function askText(app: App, { question, what, example }: Lacking): Promise<string> {
  const { prompts } = app.terminal
  if (prompts === null) throw usage(`${what} cannot be empty.`, `Write it as in ${example}.`)
  return prompts.ask({ message: question, initial: '', check: (typed) => readLine(typed, what) })
}

/**
 * Asks for a `<who>` that lacks.
 *
 * @throws FuError `usage` if nobody can be asked
 */
export async function askWho(
  app: App,
  { example, mayBeNew = false }: Pick<Lacking, 'example' | 'mayBeNew'>,
): Promise<string> {
  const { prompts } = app.terminal
  if (prompts === null) throw usage('Name a contact.', `Write it as in ${example}.`)
  return prompts.ask({
    message: 'Who?',
    initial: '',
    check: (typed) => {
      const who = readLine(typed, 'A name')
      if (!mayBeNew) contactsMeant(app, who)
      return who
    },
  })
}
