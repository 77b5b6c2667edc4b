import fs from 'node:fs'
import path from 'node:path'
import type { BackupFailure, DueBackup } from '../../domain/backup.ts'
import type { Day } from '../../domain/day.ts'
import { FuError } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { replace, syncFile } from '../../files/durable.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { discard, temporarySuffix, writeTemporaryFile } from '../../files/temporary.ts'
import { realPath } from '../file/real-path.ts'
import { nameBackup, thin } from './backup.ts'
import { hasBackup, namesIn } from './backups.ts'
import { copyFailed, copyInSteps } from './copy.ts'
import { refuseUnsafeFolder } from './folder.ts'
import { createLock, isLocked, withLock } from './lock.ts'
import { backupFolder } from './name.ts'

/** How long another process that looks whether the backup is being made is waited for, in milliseconds. */
const patience = 1000

/** How often the copy is begun again because it was taken away: `fu forget` removes copies that are not finished. */
const mostTries = 3

/**
 * The day's backup where it is still to be made: not where there is one of the day, or a process is making it. Asked
 * after every write: it looks at no more than it has to.
 *
 * @throws FuError `failed` where nothing can be written in the backups folder, `refused` where others may write there
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
 * Makes the day's backup, where there is none of the day yet and no other process is making it, and takes away those
 * that are too many. Writers go on meanwhile; where they never stop, the next write makes it.
 *
 * @throws FuError `failed` where the diary is damaged or the copy cannot be written, `refused` where others may write
 * in the folder
 */
export async function backUpDaily(file: string, at: Moment): Promise<void> {
  const diary = realPath(file)
  refuseUnsafeFolder(diary)
  // A diary that was moved away meanwhile gets no folder of backups where it was.
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
    throw copyFailed(diary, targetOf(diary), error)
  }
}

/** Gives whether there is a backup: not where the diary is gone, or is written all the time. */
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
 * Keeps why the day's backup could not be made, for the next command that writes to say. Called by the process that
 * nobody watches.
 */
export function keepFailure(file: string, error: unknown): void {
  const diary = realPath(file)
  const { message, hint = null } = error instanceof FuError ? error : { message: reasonOf(error) }
  // Where not even this can be written, its beginning says that the backup was cut off.
  const temporary = writeTemporaryFile(targetOf(diary), JSON.stringify({ message, hint }))
  syncFile(temporary)
  replace(temporary, failureFile(diary))
}

/** Why the last backup of a day was not made; `null` where it was. Ask only while no process is making one. */
function lastFailure(diary: string): BackupFailure | null {
  const kept = keptFailure(diary)
  if (kept !== null) return kept
  return cutOffCopies(diary).length === 0
    ? null
    : { message: 'It was cut off before it was finished.', hint: null }
}

/** The same for `fu doctor`, which changes nothing and asks at any time. */
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
    const { message, hint } = JSON.parse(fs.readFileSync(failureFile(diary), 'utf8')) as {
      readonly [Field in keyof BackupFailure]?: unknown
    }
    return { message: String(message), hint: typeof hint === 'string' ? hint : null }
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Removes what is left of copies that were cut off. Only who has the lock may: then no process is writing in them. */
function removeCutOff(diary: string): void {
  for (const name of cutOffCopies(diary)) fs.rmSync(path.join(backupFolder(diary), name), { force: true })
}

/** The names of the copies that were begun and not finished, with what SQLite keeps beside them. */
function cutOffCopies(diary: string): string[] {
  const begin = `${path.basename(targetOf(diary))}.`
  return namesIn(backupFolder(diary)).filter(
    (name) => name.startsWith(begin) && cutOffEnd.test(name.slice(begin.length)),
  )
}

const cutOffEnd = new RegExp(`^[0-9a-f]{16}\\${temporarySuffix}(?:-journal)?$`)

/** What the names of copies that are not finished begin with. No other copy is written under such a name. */
function targetOf(diary: string): string {
  return path.join(backupFolder(diary), `${path.basename(diary)}.daily`)
}

/** What lies in the backups folder besides backups, behind the name of the diary. */
const lockEnd = '.daily-lock'
const failureEnd = '.daily-failure'

/** Whether a name in the backups folder is that of a file that the backup of a day needs. */
export function isOfDailyBackup(diary: string, name: string): boolean {
  return [lockEnd, failureEnd].some((end) => name === `${path.basename(diary)}${end}`)
}

/** Held by the process that makes the day's backup; empty. */
function lockOf(diary: string): string {
  return path.join(backupFolder(diary), `${path.basename(diary)}${lockEnd}`)
}

/** Why the last one failed, as JSON. */
function failureFile(diary: string): string {
  return path.join(backupFolder(diary), `${path.basename(diary)}${failureEnd}`)
}
