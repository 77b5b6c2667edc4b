import fs from 'node:fs'
import { readKept } from './kept-file.ts'
import { writeNewFile } from './new-file.ts'
import { codeOf } from './system-error.ts'

/** Locks older than this, in milliseconds, are abandoned: no process holds one for so long. */
const abandonedAfter = 120_000

/**
 * Creates a lock file. Returns a function that removes it, or `null` if another process holds the lock. The lock file
 * of a killed process is replaced.
 *
 * @throws errors of the system if the file cannot be created
 */
export function lock(file: string): (() => void) | null {
  if (!isMade(file) && !(isAbandoned(file) && isMade(file))) return null
  return () => fs.rmSync(file, { force: true })
}

/** Whether the lock file was created. It is complete from the start, so that its process is always known. */
function isMade(file: string): boolean {
  try {
    writeNewFile(file, Buffer.from(`${process.pid}\n`))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Whether the lock is abandoned; if so, its file is removed. */
function isAbandoned(file: string): boolean {
  let stat: fs.Stats
  let holder: string
  try {
    stat = fs.lstatSync(file)
    holder = stat.isFile() ? (readKept(file) ?? '') : ''
  } catch (error) {
    // It was removed meanwhile.
    if (codeOf(error) === 'ENOENT') return true
    throw error
  }
  // The clock may have been set back since.
  const isOld = Math.abs(Date.now() - stat.mtimeMs) > abandonedAfter
  if (!isOld && isRunning(Number(holder))) return false
  return isTaken(file, stat)
}

/**
 * Whether the file was removed while still the one that was seen: of two processes that see the same file, one
 * succeeds.
 */
function isTaken(file: string, seen: fs.Stats): boolean {
  const aside = `${file}.${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw error
  }
  const { ino, mtimeMs } = fs.lstatSync(aside)
  const isSame = ino === seen.ino && mtimeMs === seen.mtimeMs
  // Another process created a new lock meanwhile.
  if (!isSame) fs.renameSync(aside, file)
  else fs.rmSync(aside, { force: true })
  return isSame
}

/** Whether a process with this id is running; signal 0 only tests. */
function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
