import fs from 'node:fs'
import path from 'node:path'
import { codeOf } from './system-error.ts'

/** Waits until the content of a file is on the disk. */
export function syncFile(file: string): void {
  const descriptor = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Waits until the names in a folder are on the disk, if the system supports that. */
export function syncFolder(folder: string): void {
  let descriptor: number
  try {
    descriptor = fs.openSync(folder, 'r')
  } catch (error) {
    // Windows cannot open a folder, and writes names to the disk without a sync. A folder that is writable but not
    // readable cannot be synced.
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
 * Renames a finished temporary file; if the name is taken by now, changes nothing.
 *
 * @throws an error of code `EEXIST` if the name is taken
 */
export function nameNew(temporary: string, file: string): void {
  try {
    fs.linkSync(temporary, file)
  } catch (error) {
    if (!withoutLinks.has(codeOf(error))) throw error
    // Without hard links, as on a memory stick, checking and renaming are two steps.
    if (isTaken(file)) throw Object.assign(new Error(`${file} already exists`), { code: 'EEXIST' })
    fs.renameSync(temporary, file)
  }
  fs.rmSync(temporary, { force: true })
  syncFolder(path.dirname(file))
}

/** Renames a finished temporary file over another file, or over none, and waits until that is on the disk. */
export function replace(temporary: string, file: string): void {
  fs.renameSync(temporary, file)
  syncFolder(path.dirname(file))
}

/** Whether the name is taken, even by a broken link. */
function isTaken(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined
}

const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])
