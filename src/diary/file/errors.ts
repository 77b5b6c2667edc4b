import { failed, type FuError } from '../../domain/errors.ts'
import { isOfSearch } from './damage.ts'
import { isForeignFile, realPath } from './real-path.ts'
import { SqliteError } from './sqlite.ts'

/** The hint for a damaged diary. */
export const restoreHint =
  '"fu restore" lists its backups; "fu doctor --repair" restores the newest sound one.'

/** The hint for writing another user's diary. */
export const foreignHint =
  'Nothing was written. Run fu as that user, or copy the diary with "fu backup <file>" and use the copy.'

/** Runs a step on the diary, and translates SQLite's errors into sentences about the file. */
export function translateErrors<Value>(file: string, step: () => Value): Value {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error
    throw sentence(file, error.code, error)
  }
}

function sentence(file: string, code: string, cause: Error): FuError {
  const nothingLost = 'Nothing was written.'
  const [message, hint] = ((): [string, string] => {
    if (code.startsWith('SQLITE_BUSY')) {
      return [
        'Another fu has been writing to the diary for 10 seconds.',
        `${nothingLost} Try again when it is done.`,
      ]
    }
    if (code === 'SQLITE_FULL') return ['The disk is full.', `${nothingLost} Make room and try again.`]
    if (code === 'SQLITE_READONLY_DIRECTORY') {
      return [`The folder of the diary ${file} is not writable.`, nothingLost]
    }
    if (code === 'SQLITE_READONLY' && isForeignFile(realPath(file))) {
      return [`The diary ${file} belongs to another user, so fu only reads it.`, foreignHint]
    }
    if (code === 'SQLITE_READONLY' || code.startsWith('SQLITE_READONLY_')) {
      return [`The diary ${file} cannot be written: it is read-only.`, nothingLost]
    }
    if (code === 'SQLITE_NOTADB')
      return [`${file} is not a fu diary.`, 'Name the diary with --diary <path> or FU_DIARY.']
    if (code === 'SQLITE_CORRUPT_VTAB' || isOfSearch(cause.message)) {
      return [
        `The search index of the diary ${file} is damaged.`,
        `${nothingLost} The diary itself is not affected: "fu doctor --repair" rebuilds the index.`,
      ]
    }
    if (code.startsWith('SQLITE_CORRUPT')) {
      return [`The diary ${file} is damaged.`, restoreHint]
    }
    if (code.startsWith('SQLITE_IOERR')) {
      return [
        `The disk failed while the diary ${file} was in use.`,
        'Check the last changes with "fu history" before you go on.',
      ]
    }
    if (code.startsWith('SQLITE_CANTOPEN')) {
      return [`The diary ${file} cannot be opened.`, 'Name another place with --diary <path> or FU_DIARY.']
    }
    throw cause
  })()
  return failed(message, hint, cause)
}
