import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import { readLine } from '../../parse/text.ts'
import { contactsMeant, splitWho, type Said } from './find-contact.ts'

/** How a command asks for a missing argument. */
export type Lacking = {
  /** The question for the text: "What did they want?" */
  readonly question: string
  /** The name of the text in a sentence: "A promise". */
  readonly what: string
  /** An example command line. */
  readonly example: string
  /** Whether a new person may be named. */
  readonly mayBeNew?: boolean
}

/**
 * A `<who>` and the words after it. On a terminal, missing ones are asked for.
 *
 * @throws FuError `usage` if one is missing and nobody can be asked
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
 * Asks for a missing text.
 *
 * @throws FuError `usage` if nobody can be asked
 */
export async function askText(app: App, { question, what, example }: Lacking): Promise<string> {
  const { prompts } = app.terminal
  if (prompts === null) throw usage(`${what} cannot be empty.`, `Write it as in ${example}.`)
  return prompts.ask({ message: question, initial: '', check: (typed) => readLine(typed, what) })
}

/**
 * Asks for a missing `<who>`.
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
