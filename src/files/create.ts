import fs from 'node:fs'
import path from 'node:path'
import { syncFolder } from './durable.ts'
import { codeOf } from './system-error.ts'

/**
 * Creates a file that only its owner can read, and opens it to be written. Every file of the program is created here:
 * it is always new, and never at the end of a symbolic link that somebody put in its place.
 *
 * @throws an error of code `EEXIST` where there is anything of that name, a link too
 */
export function createFile(file: string): number {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants
  // Windows has no O_NOFOLLOW: it is undefined there, and counts as 0.
  return fs.openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
}

/** Creates an empty file that only its owner can read, and its folder if there is none. */
export function createEmptyFile(file: string): void {
  makeFolder(path.dirname(file))
  fs.closeSync(createFile(file))
}

/** Creates a file in a new folder of a random name that only its owner can enter; gives its path. */
export function createPrivateFile(parent: string, name: string, content: string): string {
  const file = path.join(createPrivateFolder(parent, 'fu-'), name)
  const descriptor = createFile(file)
  try {
    fs.writeFileSync(descriptor, content)
  } finally {
    fs.closeSync(descriptor)
  }
  return file
}

/** Makes a folder that only its owner can enter; its name begins as given and ends at random. */
export function createPrivateFolder(parent: string, prefix: string): string {
  return fs.mkdtempSync(path.join(parent, prefix))
}

/**
 * Makes a folder that only its owner can enter, and the folders it lies in; one that is there stays as it is. Waits
 * until their names are on the disk: a power cut would take a folder away with all that is safe in it.
 */
export function makeFolder(folder: string): void {
  // Node's own way tries for ever in a folder like /proc, where none can be made.
  if (fs.statSync(folder, { throwIfNoEntry: false }) !== undefined) return
  const above = path.dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    fs.mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  syncFolder(above)
}
