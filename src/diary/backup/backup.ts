import fs from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { BackupReason, CopyPlace, DiaryCounts } from '../../domain/backup.ts'
import { failed, FuError, refused } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { nameNew, replace } from '../../files/durable.ts'
import { resolveLinks } from '../../files/links.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { discard, temporarySuffix } from '../../files/temporary.ts'
import { refuseUnsafeFolder } from './folder.ts'
import { backupFolder, backupName } from './name.ts'
import { backupsOf } from './backups.ts'
import { originOf } from '../writing/device.ts'
import { withDiary } from '../schema/open.ts'
import { makeOneFile } from '../file/one-file.ts'
import { refuseSharedPages } from '../file/damage.ts'
import { copyDiary } from './copy.ts'
import { tooMany } from './retention.ts'
import { realPath } from '../file/real-path.ts'

/** A finished backup: its path, and its counts. */
export type MadeBackup = { readonly path: string; readonly counts: DiaryCounts }

/** The list of places where copies were made. */
type Places = {
  readonly list: () => readonly CopyPlace[]
  readonly remember: (path: string, at: Moment) => boolean
  readonly remove: (path: string) => boolean
}

/**
 * Makes a verified copy in the backups folder beside the diary, in a file of its own.
 *
 * @throws FuError `failed` if the diary is damaged or the copy cannot be written, `refused` if others may write in the
 * folder
 */
export function backUp(file: string, at: Moment, reason: BackupReason): MadeBackup {
  return copyInto(file, at, reason)
}

/**
 * Makes a verified copy at the user's path: a new file, a file in a folder, or a replacement for an older copy of the
 * same diary that contains nothing beyond the diary. Such a copy is never removed by retention. Its place is recorded,
 * so that `fu forget` can erase from it; `isRemembered` is false if the diary cannot be written.
 *
 * @throws FuError `refused` if something else is at that path, or another user's link leads there; `failed` as `backUp`
 */
export function backUpTo(
  file: string,
  named: string,
  { at, places }: { readonly at: Moment; readonly places: Places },
): MadeBackup & { readonly isRemembered: boolean } {
  const diary = realPath(file)
  const target = targetOf(named, backupName(diary, { ...at, count: 1 }, 'by-hand'))
  if (target === diary) {
    throw refused(`${named} is the diary itself.`, 'Name another file, or none to put it beside the diary.')
  }
  const isThere = fs.existsSync(target)
  if (isThere) refuseOther(diary, target)
  const wasKnown = places.list().some((place) => place.path === target)
  // Recorded first, so that the place also leads to an interrupted copy.
  const isRemembered = places.remember(target, at)
  try {
    const { path: temporary, counts } = copyDiary(diary, target)
    finishing(temporary, () => {
      if (isThere) replace(temporary, target)
      else nameNew(temporary, target)
    })
    return { path: target, counts, isRemembered }
  } catch (error) {
    if (isRemembered && !isThere && !wasKnown) removeQuietly(places, target)
    throw error
  }
}

/** Ignores errors: the error of the copy is the one to report, and `fu forget` names a leftover place later. */
function removeQuietly(places: Places, target: string): void {
  try {
    places.remove(target)
  } catch {
    // The next "fu forget" finds no file there and names the place.
  }
}

/** The path of the copy for the file or folder that the user named. */
function targetOf(named: string, name: string): string {
  try {
    return resolveLinks(isFolder(named) ? path.join(named, name) : named)
  } catch (error) {
    if (error instanceof FuError) throw error
    throw failed(
      `No copy of the diary could be made at ${named}: ${reasonOf(error)}.`,
      'Name another place, as in fu backup /media/stick/diary.db.',
      error,
    )
  }
}

function isFolder(named: string): boolean {
  try {
    return fs.statSync(named).isDirectory()
  } catch {
    // A problem with the path is reported when the copy is made.
    return false
  }
}

/** Removes surplus backups and incomplete copies. */
export function thin(file: string, at: Moment): void {
  const backups = backupsOf(file).filter(({ reason }) => reason !== 'damaged')
  for (const { path: old } of tooMany(backups, at.day)) fs.rmSync(old, { force: true })
  const folder = backupFolder(realPath(file))
  for (const name of fs.readdirSync(folder)) {
    const left = path.join(folder, name)
    if (name.endsWith(temporarySuffix) && isOlderThanADay(left, at)) fs.rmSync(left, { force: true })
  }
}

function copyInto(file: string, at: Moment, reason: BackupReason): MadeBackup {
  const diary = realPath(file)
  refuseUnsafeFolder(diary)
  const folder = backupFolder(diary)
  const { path: temporary, counts } = copyDiary(diary, path.join(folder, path.basename(diary)))
  return finishing(temporary, () => ({ path: nameBackup(temporary, diary, at, reason), counts }))
}

/** Renames a finished copy to the next backup of its minute; returns its path. */
export function nameBackup(temporary: string, diary: string, at: Moment, reason: BackupReason): string {
  for (let taken = 0; ; taken += 1) {
    const target = freePath(diary, at, reason, taken)
    try {
      nameNew(temporary, target)
      return target
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/**
 * The path for a new backup of this minute, skipping names that are taken by anything, even a folder or a broken link.
 */
export function freePath(file: string, at: Moment, reason: BackupReason, taken = 0): string {
  const diary = realPath(file)
  const ofTheMinute = backupsOf(diary).filter(({ day, time }) => day === at.day && time === at.time)
  const count = 1 + taken + Math.max(0, ...ofTheMinute.map((backup) => backup.count))
  return path.join(backupFolder(diary), backupName(diary, { ...at, count }, reason))
}

/** @throws FuError `refused` if the file at a path is not an older copy of this diary */
function refuseOther(diary: string, target: string): void {
  if (!isOlderCopy(diary, target)) {
    throw refused(
      `The file ${target} exists and is not an older copy of this diary.`,
      'Nothing was changed. Name another file.',
    )
  }
  try {
    makeOneFile(target)
  } catch (error) {
    throw refused(
      `The copy ${target} cannot be replaced: ${reasonOf(error)}.`,
      'Nothing was changed. Close the program that has it open, or name another file.',
    )
  }
}

function isOlderCopy(diary: string, target: string): boolean {
  if (fs.existsSync(`${target}-journal`) || fs.statSync(target).size === 0) return false
  try {
    const historyOf = (db: Database): string[] =>
      db.prepare<[], string>('SELECT uid FROM journal').pluck().all()
    const older = withDiary(target, 'read', (db) => {
      refuseSharedPages(db)
      return { origin: originOf(db), history: historyOf(db) }
    })
    return withDiary(diary, 'recover', (db) => {
      const known = new Set(historyOf(db))
      return older.origin === originOf(db) && older.history.every((uid) => known.has(uid))
    })
  } catch (error) {
    if (error instanceof FuError || codeOf(error).startsWith('SQLITE_')) return false
    throw error
  }
}

function finishing<Value>(temporary: string, name: () => Value): Value {
  try {
    return name()
  } catch (error) {
    discard(temporary)
    if (error instanceof FuError) throw error
    throw failed(`The copy of the diary could not be renamed: ${reasonOf(error)}.`, null, error)
  }
}

function isOlderThanADay(file: string, { instant }: Moment): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && stat.mtimeMs / 1000 < instant - 24 * 60 * 60
}
