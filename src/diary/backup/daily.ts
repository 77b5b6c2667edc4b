import fs from 'node:fs'
import path from 'node:path'
import type { BackupFailure, DueBackup } from '../../domain/backup.ts'
import type { Day } from '../../domain/day.ts'
import { FuError } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { replace, syncFile } from '../../files/durable.ts'
import { readKept } from '../../files/kept-file.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { discard, temporarySuffix, writeTemporaryFile } from '../../files/temporary.ts'
import { realPath } from '../file/real-path.ts'
import { nameBackup, thin } from './backup.ts'
import { hasBackup, namesIn } from './backups.ts'
import { copyFailed, copyInSteps } from './copy.ts'
import { refuseUnsafeFolder } from './folder.ts'
import { createLock, isLocked, withLock } from './lock.ts'
import { backupFolder } from './name.ts'

/** How long to wait for a process that only tests the lock, in milliseconds. */
const patience = 1000

/** How often to start again after the copy was removed: `fu forget` removes unfinished copies. */
const mostTries = 3

/**
 * The day's backup, if it is still to be made: there is none yet, and no process is making it. Called after every
 * write, so it reads as little as possible.
 *
 * @throws FuError `failed` if the backups folder is not writable, `refused` if others may write there
 */
export function dueBackup(file: string, day: Day): DueBackup | null {
  if (hasBackup(file, day, 'daily')) return null
  const diary = realPath(file)
  refuseUnsafeFolder(diary)
  try {
    createLock(lockOf(diary))
    return isLocked(lockOf(diary)) ? null : { failure: lastFailure(diary) }
  } catch (error) {
    throw copyFailed(diary, targetOf(diary), error)
  }
}

/**
 * Makes the day's backup if there is none yet and no other process is making it, and removes backups beyond the limit.
 * Other processes can write meanwhile; if they never stop, the next write makes the backup.
 *
 * @throws FuError `failed` if the diary is damaged or the copy cannot be written, `refused` if others may write in the
 * folder
 */
export async function backUpDaily(file: string, at: Moment): Promise<void> {
  const diary = realPath(file)
  refuseUnsafeFolder(diary)
  // A diary that was moved away meanwhile gets no backups folder at its old place.
  if (!fs.existsSync(diary)) return
  try {
    createLock(lockOf(diary))
    await withLock(lockOf(diary), patience, async () => {
      if (hasBackup(diary, at.day, 'daily')) return
      removeCutOff(diary)
      if (await copyAndName(diary, at)) thin(diary, at)
      fs.rmSync(failureFile(diary), { force: true })
    })
  } catch (error) {
    // It was deleted or moved during the copy: nothing is left to copy, and that is no failure.
    if (!fs.existsSync(diary)) return
    throw copyFailed(diary, targetOf(diary), error)
  }
}

/** Returns whether the backup was made: `false` if the diary is gone, or is written all the time. */
async function copyAndName(diary: string, at: Moment): Promise<boolean> {
  for (let tries = 0; tries < mostTries && fs.existsSync(diary); tries += 1) {
    const { end, path: copy } = await copyInSteps(diary, targetOf(diary))
    if (end === 'changing') return false
    if (end === 'removed') continue
    try {
      nameBackup(copy, diary, at, 'daily')
      return true
    } catch (error) {
      const isRemoved = codeOf(error) === 'ENOENT' && !fs.existsSync(copy)
      discard(copy)
      if (!isRemoved) throw error
    }
  }
  return false
}

/**
 * Stores why the day's backup failed, for the next command that writes to report. Called by the process that nobody
 * watches.
 */
export function keepFailure(file: string, error: unknown): void {
  const diary = realPath(file)
  const { message, hint = null } = error instanceof FuError ? error : { message: reasonOf(error) }
  // If this write fails too, the unfinished file shows that the backup was cut off.
  const temporary = writeTemporaryFile(targetOf(diary), JSON.stringify({ message, hint }))
  syncFile(temporary)
  replace(temporary, failureFile(diary))
}

/** Why the last daily backup failed; `null` if it did not fail. Call it only while no process is making one. */
function lastFailure(diary: string): BackupFailure | null {
  const kept = keptFailure(diary)
  if (kept !== null) return kept
  return cutOffCopies(diary).length === 0
    ? null
    : { message: 'It was cut off before it was finished.', hint: null }
}

/** The same for `fu doctor`, which changes nothing and may run at any time. */
export function failureOf(diary: string): BackupFailure | null {
  try {
    const isUnderWay = isLocked(lockOf(diary))
    return isUnderWay ? null : lastFailure(diary)
  } catch (error) {
    return { message: `The backups folder cannot be used: ${reasonOf(error)}.`, hint: null }
  }
}

function keptFailure(diary: string): BackupFailure | null {
  try {
    const text = readKept(failureFile(diary))
    return text === null ? null : failureIn(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    // It does not keep the backup from being made, which removes it.
    if (error instanceof FuError) return { message: error.message, hint: error.hint }
    throw error
  }
}

function failureIn(value: unknown): BackupFailure | null {
  if (typeof value !== 'object' || value === null || !('message' in value)) return null
  const hint = 'hint' in value && typeof value.hint === 'string' ? value.hint : null
  return typeof value.message === 'string' ? { message: value.message, hint } : null
}

/** Removes unfinished copies. Only the holder of the lock may: then no process is writing them. */
function removeCutOff(diary: string): void {
  for (const name of cutOffCopies(diary)) fs.rmSync(path.join(backupFolder(diary), name), { force: true })
}

/** The names of unfinished copies, and of the files that SQLite keeps beside them. */
function cutOffCopies(diary: string): string[] {
  const begin = `${path.basename(targetOf(diary))}.`
  return namesIn(backupFolder(diary)).filter(
    (name) => name.startsWith(begin) && cutOffEnd.test(name.slice(begin.length)),
  )
}

const cutOffEnd = new RegExp(`^[0-9a-f]{16}\\${temporarySuffix}(?:-journal)?$`)

/** The beginning of the names of unfinished copies. No other copy is written under such a name. */
function targetOf(diary: string): string {
  return path.join(backupFolder(diary), `${path.basename(diary)}.daily`)
}

/** The ends of the names of the files in the backups folder that are not backups. */
const lockEnd = '.daily-lock'
const failureEnd = '.daily-failure'

/** Whether a file of this name in the backups folder belongs to the daily backup. */
export function isOfDailyBackup(diary: string, name: string): boolean {
  return [lockEnd, failureEnd].some((end) => name === `${path.basename(diary)}${end}`)
}

/** The lock file of the process that makes the day's backup; empty. */
function lockOf(diary: string): string {
  return path.join(backupFolder(diary), `${path.basename(diary)}${lockEnd}`)
}

/** The file with the reason why the last backup failed, as JSON. */
function failureFile(diary: string): string {
  return path.join(backupFolder(diary), `${path.basename(diary)}${failureEnd}`)
}
