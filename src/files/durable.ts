import fs from 'node:fs'
import path from 'node:path'
import { codeOf } from './system-error.ts'

/** Waits until what was written in a file is on the disk. */
export function syncFile(file: string): void {
  const descriptor = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Waits until a folder's names are on the disk, where the system can do that at all. */
export function syncFolder(folder: string): void {
  let descriptor: number
  try {
    descriptor = fs.openSync(folder, 'r')
  } catch (error) {
    // Windows opens no folder, and keeps their names without being asked. A folder that may be written in and not read
    // cannot be waited for.
    if (['EISDIR', 'EPERM', 'EACCES'].includes(codeOf(error))) return
    throw error
  }
  try {
    fs.fsyncSync(descriptor)
  } catch (error) {
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'EPERM') throw error
  } finally {
    fs.closeSync(descriptor)
  }
}

/**
 * Gives a finished temporary file its name, unless there is something of that name by now: then nothing is changed.
 *
 * @throws an error of code `EEXIST` where the name is taken
 */
export function nameNew(temporary: string, file: string): void {
  try {
    fs.linkSync(temporary, file)
  } catch (error) {
    if (!withoutLinks.has(codeOf(error))) throw error
    // A memory stick knows no second name for a file; there the look and the naming are two steps.
    if (isTaken(file)) throw Object.assign(new Error(`${file} is there already`), { code: 'EEXIST' })
    fs.renameSync(temporary, file)
  }
  fs.rmSync(temporary, { force: true })
  syncFolder(path.dirname(file))
}

/** Puts a finished temporary file in the place of another file, or of none, and waits until that is on the disk. */
export function replace(temporary: string, file: string): void {
  fs.renameSync(temporary, file)
  syncFolder(path.dirname(file))
}

/** Whether there is anything of that name, a link that leads nowhere too. */
function isTaken(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined
}

const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])
