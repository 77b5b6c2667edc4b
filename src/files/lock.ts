import fs from 'node:fs'
import { writeNewFile } from './new-file.ts'
import { codeOf } from './system-error.ts'

/** A lock that is older than this, in milliseconds, was left behind: nobody holds one for as long. */
const abandonedAfter = 120_000

/**
 * Makes a file that says that this process is at work; gives what removes it, or `null` if another process is at work. A
 * file that a killed process left behind is replaced.
 *
 * @throws errors of the system where no file can be made at that place
 */
export function lock(file: string): (() => void) | null {
  if (!isMade(file) && !(isAbandoned(file) && isMade(file))) return null
  return () => fs.rmSync(file, { force: true })
}

/** Whether the lock is made: complete from the first, so that its process is always known. */
function isMade(file: string): boolean {
  try {
    writeNewFile(file, Buffer.from(`${process.pid}\n`))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Whether a lock was left behind; then it is removed. */
function isAbandoned(file: string): boolean {
  let stat: fs.Stats
  let holder: string
  try {
    stat = fs.lstatSync(file)
    holder = stat.isFile() ? fs.readFileSync(file, 'utf8') : ''
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

/** Whether the file was taken away as it was seen: of two processes that see the same, one takes it. */
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
  // Another process made a new one since.
  if (!isSame) fs.renameSync(aside, file)
  else fs.rmSync(aside, { force: true })
  return isSame
}

/** Whether there is a process of this number; a signal of 0 only asks. */
function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}
