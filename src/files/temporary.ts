import fs from 'node:fs'
import path from 'node:path'
import { copyPrivately } from './copy.ts'
import { createFile, makeFolder } from './create.ts'

/** A temporary file that is open to be written. */
export type TemporaryFile = { readonly path: string; readonly descriptor: number }

/** How the name of a temporary file ends. */
export const temporarySuffix = '.unfinished'

/** Creates a temporary file of a random name beside the file that it is to become, and its folder if there is none. */
export function openTemporaryFile(target: string): TemporaryFile {
  const file = temporaryPath(target)
  return { path: file, descriptor: createFile(file) }
}

/** The same with a text in it; gives its path. What was begun stays where it cannot be written to its end. */
export function writeTemporaryFile(target: string, text: string): string {
  const { path: file, descriptor } = openTemporaryFile(target)
  try {
    fs.writeFileSync(descriptor, text)
  } finally {
    fs.closeSync(descriptor)
  }
  return file
}

/** The same for a writer that opens files by their path, as SQLite does; the file is removed if the writer fails. */
export function withTemporaryFile<Value>(target: string, write: (temporary: string) => Value): Value {
  const { path: file, descriptor } = openTemporaryFile(target)
  fs.closeSync(descriptor)
  return orDiscard(file, () => write(file))
}

/** The same with the bytes of another file in it. */
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
 * Removes a temporary file, and a journal of SQLite beside it, as far as that can be done: the error that came before
 * is the one to report.
 */
export function discard(temporary: string): void {
  for (const file of [temporary, `${temporary}-journal`]) {
    try {
      fs.rmSync(file, { force: true })
    } catch {
      // Its name says that it was never finished.
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

/** A path beside a target, with 64 random bits in it, so that nobody can put something there first. */
function temporaryPath(target: string): string {
  makeFolder(path.dirname(target))
  // Loaded when a name is needed: it takes three milliseconds, and most commands need none.
  const random = process.getBuiltinModule('node:crypto').randomBytes(8).toString('hex')
  return `${target}.${random}${temporarySuffix}`
}
