import { failed, FuError } from '../../domain/errors.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { translateErrors } from '../file/errors.ts'

/** An error of a restore as a sentence about the diary; one that has a sentence, or is a fault of the program, as it is. */
export function restoreError(live: string, error: unknown): unknown {
  if (error instanceof FuError) return error
  const code = codeOf(error)
  if (code.startsWith('SQLITE_')) {
    try {
      return translateErrors(live, () => {
        throw error
      })
    } catch (translated) {
      return translated
    }
  }
  if (code === '') return error
  return failed(`The diary ${live} could not be brought back: ${reasonOf(error)}.`, 'It is as it was.', error)
}
