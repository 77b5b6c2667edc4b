import { EventEmitter } from 'node:events'
import { FuError } from '../domain/errors.ts'

/** The source of keys: a terminal's input, which delivers each key at once in raw mode. */
export type KeyInput = NodeJS.EventEmitter & {
  readonly isRaw?: boolean
  setRawMode(raw: boolean): unknown
  resume(): unknown
  pause(): unknown
}

/** The keys typed at a terminal, in order. Keys typed ahead are kept for the next reader. */
export type TypedKeys = {
  readonly input: KeyInput
  /** The next key: its character or its escape sequence. Ctrl-C throws a `FuError` of kind `interrupted`. */
  readonly next: () => Promise<string>
  /** The input for a question in words, which reads up to the answer and no further. */
  readonly forQuestion: () => NodeJS.ReadableStream
}

const ctrlC = '\u0003'

/** One key of the input: an escape sequence or a grapheme cluster. */
const oneKey = /^(?:\p{Cc}\[[0-?]*[ -/]*[@-~]|\p{Cc}O.|.)/su

/** The text before the next control key, or that key: a question gets no more at once, because a key may end it. */
const onePiece = /^(?:\P{Cc}+|\p{Cc}\[[0-?]*[ -/]*[@-~]|\p{Cc}O.|.)/su

/** The events of a terminal that closes. */
const gone = ['end', 'close', 'error']

/** The keys typed at a terminal, which is read only while a reader waits for a key. */
export function typedOn(input: KeyInput): TypedKeys {
  const decoder = new TextDecoder()
  let ahead = ''

  const take = (what: RegExp): string => {
    const [taken = ''] = what.exec(ahead) ?? []
    ahead = ahead.slice(taken.length)
    return taken
  }

  /**
   * Waits for more input; returns a function that ends the wait. Ctrl-C takes precedence over everything typed ahead.
   */
  const listen = (onMore: () => void, onGone: () => void): (() => void) => {
    const onData = (data: Uint8Array | string): void => {
      ahead += typeof data === 'string' ? data : decoder.decode(data, { stream: true })
      if (ahead.includes(ctrlC)) ahead = ctrlC
      if (ahead !== '') onMore()
    }
    input.on('data', onData)
    for (const event of gone) input.on(event, onGone)
    input.resume()
    return () => {
      input.removeListener('data', onData)
      for (const event of gone) input.removeListener(event, onGone)
      input.pause()
    }
  }

  return {
    input,
    next: async () => {
      if (ahead === '') {
        await new Promise<void>((resolve, reject) => {
          const settle = (end: () => void) => (): void => {
            stop()
            end()
          }
          const stop = listen(
            settle(resolve),
            settle(() => reject(stopped())),
          )
        })
      }
      const key = take(oneKey)
      if (key === ctrlC) throw stopped()
      return key
    },
    // Readline needs only this part of a stream.
    forQuestion: () =>
      questionInput({ input, listen, take: () => take(onePiece) }) as unknown as NodeJS.ReadableStream,
  }
}

type Source = {
  readonly input: KeyInput
  readonly listen: (onMore: () => void, onGone: () => void) => () => void
  readonly take: () => string
}

/** A stream for one question, which emits one piece at a time, so that an answered question reads no further. */
function questionInput({ input, listen, take }: Source): KeyInput {
  const question = new EventEmitter()
  let next: NodeJS.Immediate | null = null
  let stop: (() => void) | null = null
  const handOn = (): void => {
    next = null
    const piece = take()
    if (piece === '') stop = listen(more, () => question.emit('data', ctrlC))
    else {
      next = setImmediate(handOn)
      question.emit('data', piece)
    }
  }
  const more = (): void => {
    stop?.()
    stop = null
    next ??= setImmediate(handOn)
  }
  return Object.assign(question, {
    setRawMode: (raw: boolean) => input.setRawMode(raw),
    resume: () => {
      // The question only listens once it is on the screen.
      if (stop === null) next ??= setImmediate(handOn)
    },
    pause: () => {
      stop?.()
      stop = null
      if (next !== null) clearImmediate(next)
      next = null
    },
  })
}

/** The error of Ctrl-C. */
export function stopped(): FuError {
  return new FuError('interrupted', 'Stopped; nothing was written.')
}
