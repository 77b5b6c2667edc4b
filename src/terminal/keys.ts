import type { TypedKeys } from './typed.ts'

/**
 * Waits for the next key and returns its character, or the name of a key without one (`enter`, `left`, `right`,
 * `ctrl-d`). Ctrl-C throws a `FuError` of kind `interrupted`.
 */
export type Press = () => Promise<string>

/** Single key presses. */
export type Keys = {
  /** Reads keys without echo while `work` runs; `work` may also ask questions in words. */
  during<Value>(work: (press: Press) => Promise<Value>): Promise<Value>
}

/**
 * Keys on a terminal. The terminal stays raw between keys, so that a key pressed in between is not echoed and cannot
 * stop the program halfway. Its mode is always restored.
 */
export function keysOn({ input, next }: TypedKeys): Keys {
  const press: Press = async () => {
    // A question in words switches raw mode off.
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
