import { FuError } from '../domain/errors.ts'

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

/** What keys are read from: a terminal's input, which gives each key at once while it is raw. */
export type KeyInput = NodeJS.EventEmitter & {
  readonly isRaw?: boolean
  setRawMode(raw: boolean): unknown
  resume(): unknown
  pause(): unknown
}

/**
 * Keys on a terminal. It stays raw from one key to the next, so that a key pressed in between neither shows nor
 * stops the program halfway, and is left as it was found whatever happens.
 */
export function keysOn(input: KeyInput): Keys {
  const press: Press = async () => {
    // A question in words leaves it as lines are typed.
    input.setRawMode(true)
    try {
      return keyOf(await nextData(input))
    } finally {
      input.pause()
    }
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

const ctrlC = '\u0003'

/** One key among what came: an escape sequence, or what is seen as one character. */
const oneKey = /^(?:\p{Cc}\[[0-?]*[ -/]*[@-~]|\p{Cc}O.|.)/su

/** The first key of what came. Others that came with it were pressed before their line was seen, and do not count. */
function keyOf(data: string): string {
  const [key = ''] = oneKey.exec(data) ?? []
  if (key === ctrlC) throw stopped()
  return named[key] ?? key
}

function nextData(input: KeyInput): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => (): void => {
      input.removeListener('data', onData)
      for (const event of gone) input.removeListener(event, onGone)
      end()
    }
    const onData = (data: Uint8Array | string): void =>
      settle(() => resolve(typeof data === 'string' ? data : new TextDecoder().decode(data)))()
    const onGone = settle(() => reject(stopped()))
    input.on('data', onData)
    for (const event of gone) input.on(event, onGone)
    input.resume()
  })
}

/** What a terminal says when it is closed. */
const gone = ['end', 'close', 'error']

function stopped(): FuError {
  return new FuError('interrupted', 'Stopped; nothing was written.')
}
