import { FuError } from '../domain/errors.ts'
import { stopped, type TypedKeys } from './typed.ts'

/** A question with a text answer; `check` parses the answer as the command would, and throws if it is wrong. */
export type Question<Value> = {
  readonly message: string
  /** The value of an empty answer. */
  readonly initial: string
  readonly check: (typed: string) => Value
}

export type Choice<Value> = { readonly name: string; readonly value: Value }

/** Questions to a user at a terminal. Ctrl-C throws a `FuError` of kind `interrupted`. */
export type Prompts = {
  ask<Value>(question: Question<Value>): Promise<Value>
  choose<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value>
}

/**
 * Prompts that read from the terminal and write to stderr, so that stdout holds only the result. Text typed before a
 * question answers it.
 */
export function promptsOn(
  keys: TypedKeys,
  output: NodeJS.WritableStream,
  visible: (text: string) => string,
): Prompts {
  const context = (): { input: NodeJS.ReadableStream; output: NodeJS.WritableStream } => ({
    input: keys.forQuestion(),
    output,
  })
  // The prompt packages take 80 ms to load, so they are loaded at the first question.
  return {
    ask: ({ message, initial, check }) =>
      answered(async () => {
        const { default: askForText } = await import('@inquirer/input')
        const validate = (typed: string): string | true => problemOf(() => check(typed)) ?? true
        return check(await askForText({ message: visible(message), default: initial, validate }, context()))
      }),
    choose: (message, choices) =>
      answered(async () => {
        const { default: select } = await import('@inquirer/select')
        const shown = choices.map(({ name, value }) => ({ name: visible(name), value }))
        return select({ message: visible(message), choices: shown }, context())
      }),
  }
}

function problemOf(check: () => unknown): string | null {
  try {
    check()
    return null
  } catch (error) {
    if (!(error instanceof FuError)) throw error
    return error.hint === null ? error.message : `${error.message} ${error.hint}`
  }
}

async function answered<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') {
      throw stopped()
    }
    throw error
  }
}
