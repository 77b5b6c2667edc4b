import type { TypedKeys } from './typed.ts'

/**
 * Waits for the next key: gives its character, or the name of one that has none (`enter`, `left`, `right`,
 * `ctrl-d`). Ctrl-C is a `FuError` of kind `interrupted`.
 */
export type Press = () => Promise<string>

/** Single keys, as they are pressed. */
export type Keys = {
  /** Takes keys one by one while the work lasts, which may ask in words as well; none is shown on the screen. */
  during<Value>(work: (press: Press) => Promise<Value>): Promise<Value>
}

/**
 * Keys on a terminal. It stays raw from one key to the next, so that a key pressed in between neither shows nor
 * stops the program halfway, and is left as it was found whatever happens.
 */
export function keysOn({ input, next }: TypedKeys): Keys {
  const press: Press = async () => {
    // A question in words leaves it as lines are typed.
    input.setRawMode(true)
    const key = await next()
    return named[key] ?? key
  }
  return {
    during: async (work) => {
      const wasRaw = input.isRaw ?? false
      input.setRawMode(true)
      try {
        return await work(press)
      } finally {
        input.setRawMode(wasRaw)
      }
    },
  }
}

const named: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\u0004': 'ctrl-d',
  '\u001b': 'escape',
  '\u001b[C': 'right',
  '\u001bOC': 'right',
  '\u001b[D': 'left',
  '\u001bOD': 'left',
}
