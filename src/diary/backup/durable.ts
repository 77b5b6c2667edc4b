import fs from 'node:fs'
import path from 'node:path'

/** Makes an empty file that only its owner can read, where there is none, in a folder of the same kind. */
export function beginFile(file: string): void {
  makeFolder(path.dirname(file))
  fs.closeSync(fs.openSync(file, 'wx', 0o600))
}

/**
 * Makes a folder that only its owner can look into, and those it lies in; one that is there stays as it is. Waits until
 * their names are on the disk: a power cut would take a folder away with all that is safe in it.
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
  syncReadable(above)
}

/** A folder that may be written in and not read cannot be waited for. */
function syncReadable(folder: string): void {
  try {
    syncFolder(folder)
  } catch (error) {
    if (codeOf(error) !== 'EACCES') throw error
  }
}

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
    // Windows opens no folder, and keeps their names without being asked.
    if (codeOf(error) === 'EISDIR' || codeOf(error) === 'EPERM') return
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
 * Gives a finished file its name, unless there is one of that name by now: then nothing is changed.
 *
 * @throws an error of code `EEXIST` where the name is taken
 */
export function nameNew(unfinished: string, file: string): void {
  try {
    fs.linkSync(unfinished, file)
  } catch (error) {
    if (!withoutLinks.has(codeOf(error))) throw error
    // A memory stick knows no second name for a file; there the look and the naming are two steps.
    if (fs.existsSync(file)) throw Object.assign(new Error(`${file} is there already`), { code: 'EEXIST' })
    fs.renameSync(unfinished, file)
  }
  fs.rmSync(unfinished, { force: true })
  syncFolder(path.dirname(file))
}

/** The code of a system error, or nothing. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])
