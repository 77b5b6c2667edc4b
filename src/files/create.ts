import fs from 'node:fs'
import path from 'node:path'
import { syncFolder } from './durable.ts'
import { codeOf } from './system-error.ts'

/**
 * Creates a file that only its owner can read, and opens it for writing. The program creates every file here: the file
 * is always new, and a symbolic link in its place is never followed.
 *
 * @throws an error of code `EEXIST` if the name is taken, even by a link
 */
export function createFile(file: string): number {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants
  // O_NOFOLLOW is undefined on Windows, and counts as 0.
  return fs.openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
}

/** Creates an empty file that only its owner can read, and its folder if it is missing. */
export function createEmptyFile(file: string): void {
  makeFolder(path.dirname(file))
  fs.closeSync(createFile(file))
}

/** Creates a file in a new folder with a random name that only its owner can enter; returns the file's path. */
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

/** Makes a folder that only its owner can enter, named with the prefix and a random end. */
export function createPrivateFolder(parent: string, prefix: string): string {
  return fs.mkdtempSync(path.join(parent, prefix))
}

/**
 * Makes a folder that only its owner can enter, and its missing parents; an existing folder is not changed. Waits until
 * the names are on the disk: otherwise a power cut could remove the folder and everything in it.
 */
export function makeFolder(folder: string): void {
  // Node's recursive mkdir loops for ever in a folder like /proc, where no folder can be made.
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
