import { FuError } from '../../src/domain/errors.ts'

/** The value, or the refusal of wrong words; any other error is thrown again. */
export function valueOrRefusal<Value>(read: () => Value): Value | FuError {
  try {
    return read()
  } catch (error) {
    if (error instanceof FuError && error.kind === 'usage') return error
    throw error
  }
}

/** The message and the hint for wrong words; fails if they are accepted. */
export function refusalOf(read: () => unknown): { message: string; hint: string | null } {
  const refusal = valueOrRefusal(read)
  if (refusal instanceof FuError) return { message: refusal.message, hint: refusal.hint }
  throw new Error('it was accepted')
}

/** The error of any kind that some work throws; fails if it throws none. */
export function errorOf(work: () => unknown): FuError {
  try {
    work()
  } catch (error) {
    if (error instanceof FuError) return error
    throw error
  }
  throw new Error('it was accepted')
}
