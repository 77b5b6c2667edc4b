import { once } from '../domain/memoize.ts'
import fs from 'node:fs'
import type { Stream } from './display.ts'

/** Called when an output stream can no longer be written. */
export type Broken = (error: NodeJS.ErrnoException) => void

/** An output stream of the process. */
export type Output = Stream & {
  /** Whether it is a Node stream, which may still be writing. */
  readonly isStreaming: boolean
}

/** In milliseconds: the wait before a full pipe is written again. */
const pause = 5

/**
 * An output stream of the process. A pipe or a file is written synchronously by its descriptor: creating a Node stream
 * takes as long as opening the diary. So a pipe that nobody reads any more ends the program at the very next write.
 */
export function outputOn(descriptor: 1 | 2, stream: () => NodeJS.WriteStream, broken: Broken): Output {
  let isStreaming = false
  const screen = once(() => {
    isStreaming = mayBeScreen(descriptor)
    return isStreaming ? stream().on('error', broken) : null
  })
  return {
    get isStreaming() {
      return isStreaming
    },
    get isTTY() {
      return screen()?.isTTY ?? false
    },
    get columns() {
      return screen()?.columns ?? null
    },
    write: (text) => {
      const shown = screen()
      if (shown === null) writeAll(descriptor, text, broken)
      else shown.write(text)
    },
  }
}

/** Whether a descriptor is a device, as a screen is: a quick check before a slower one. */
export function mayBeScreen(descriptor: 0 | 1 | 2): boolean {
  try {
    return fs.fstatSync(descriptor).isCharacterDevice()
  } catch {
    return true
  }
}

/** Usually one write takes all of the text. The rest is encoded, and written again as long as the pipe is full. */
function writeAll(descriptor: number, text: string, broken: Broken): void {
  try {
    let written = writeSome(() => fs.writeSync(descriptor, text))
    if (written === Buffer.byteLength(text)) return
    const bytes = Buffer.from(text)
    while (written < bytes.length) {
      const rest = bytes.subarray(written)
      const more = writeSome(() => fs.writeSync(descriptor, rest))
      if (more === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
      written += more
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    broken(error)
  }
}

/** The number of bytes written; 0 if the pipe was full. */
function writeSome(write: () => number): number {
  try {
    return write()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0
    throw error
  }
}
