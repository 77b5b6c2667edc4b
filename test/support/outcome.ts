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
