import { FuError } from '../../src/domain/errors.ts'

/** What was read or, where it was refused as wrong words, the refusal; anything else is thrown on. */
export function outcome<Value>(read: () => Value): Value | FuError {
  try {
    return read()
  } catch (error) {
    if (error instanceof FuError && error.kind === 'usage') return error
    throw error
  }
}

/** The error that some work is refused with, of whatever kind; fails where it is done. */
export function errorOf(work: () => unknown): FuError {
  try {
    work()
  } catch (error) {
    if (error instanceof FuError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
