import { failed, FuError } from '../../domain/errors.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { translateErrors } from '../file/errors.ts'

/**
 * Translates an error of a restore into a sentence about the diary; an error that has a sentence, or is a bug, is
 * unchanged.
 */
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
  return failed(`The diary ${live} could not be restored: ${reasonOf(error)}.`, 'It is unchanged.', error)
}
