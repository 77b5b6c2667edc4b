import fs from 'node:fs'
import path from 'node:path'
import { copyPrivately } from './copy.ts'
import { createFile, makeFolder } from './create.ts'

/** A temporary file, open for writing. */
export type TemporaryFile = { readonly path: string; readonly descriptor: number }

/** The suffix of temporary file names. */
export const temporarySuffix = '.unfinished'

/** Creates a temporary file with a random name beside its target, and the folder if it is missing. */
export function openTemporaryFile(target: string): TemporaryFile {
  const file = temporaryPath(target)
  return { path: file, descriptor: createFile(file) }
}

/** The same with a text in it; returns its path. If the text cannot be written, the unfinished file stays. */
export function writeTemporaryFile(target: string, text: string): string {
  const { path: file, descriptor } = openTemporaryFile(target)
  try {
    fs.writeFileSync(descriptor, text)
  } finally {
    fs.closeSync(descriptor)
  }
  return file
}

/** The same for a writer that opens files by path, as SQLite does; the file is removed if the writer fails. */
export function withTemporaryFile<Value>(target: string, write: (temporary: string) => Value): Value {
  const { path: file, descriptor } = openTemporaryFile(target)
  fs.closeSync(descriptor)
  return orDiscard(file, () => write(file))
}

/** The same with a copy of another file. */
export function withTemporaryCopy<Value>(
  from: string,
  target: string,
  change: (temporary: string) => Value,
): Value {
  const file = temporaryPath(target)
  return orDiscard(file, () => {
    copyPrivately(from, file)
    return change(file)
  })
}

/**
 * Removes a temporary file and its SQLite journal, if possible. Errors are ignored, because an earlier error is the one
 * to report.
 */
export function discard(temporary: string): void {
  for (const file of [temporary, `${temporary}-journal`]) {
    try {
      fs.rmSync(file, { force: true })
    } catch {
      // Its suffix marks it as unfinished.
    }
  }
}

function orDiscard<Value>(temporary: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    discard(temporary)
    throw error
  }
}

/** A path beside the target with 64 random bits, so that nobody can create it first. */
function temporaryPath(target: string): string {
  makeFolder(path.dirname(target))
  // Loaded here: it takes three milliseconds, and most commands do not need it.
  const random = process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex')
  return `${target}.${random}${temporarySuffix}`
}
