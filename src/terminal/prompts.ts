import { FuError } from '../domain/errors.ts'

/** A question that takes words; `check` reads the answer as the command would, and throws what is wrong with it. */
export type Question<Value> = {
  readonly message: string
  /** What an empty answer means. */
  readonly initial: string
  readonly check: (typed: string) => Value
}

export type Choice<Value> = { readonly name: string; readonly value: Value }

/** Questions to somebody at a terminal. Ctrl-C at any of them is a `FuError` of kind `interrupted`. */
export type Prompts = {
  ask<Value>(question: Question<Value>): Promise<Value>
  choose<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value>
}

/** Prompts on stdin and stderr, so that stdout carries only what was asked for. */
export function promptsOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  visible: (text: string) => string,
): Prompts {
  // Inquirer takes 80 ms to load, so it is loaded when something is asked.
  const prompt = async (): Promise<ReturnType<typeof import('inquirer').createPromptModule>> => {
    const { createPromptModule } = await import('inquirer')
    return createPromptModule({ input, output })
  }
  return {
    ask: ({ message, initial, check }) =>
      answered(async () => {
        const ask = await prompt()
        const { answer } = await ask([
          {
            type: 'input',
            name: 'answer',
            message: visible(message),
            default: initial,
            validate: (typed: string) => problemOf(() => check(typed)) ?? true,
          },
        ])
        return check(String(answer))
      }),
    choose: (message, choices) =>
      answered(async () => {
        const ask = await prompt()
        const { index } = await ask([
          {
            type: 'select',
            name: 'index',
            message: visible(message),
            choices: choices.map((choice, position) => ({ name: visible(choice.name), value: position })),
          },
        ])
        const chosen = choices[Number(index)]
        if (chosen === undefined) throw new Error(`no choice ${String(index)}`)
        return chosen.value
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
      throw new FuError('interrupted', 'Stopped; nothing was written.')
    }
    throw error
  }
}
