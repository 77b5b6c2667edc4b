import fs from 'node:fs'
import path from 'node:path'
import type { Backup, BackupReason } from '../../domain/backup.ts'
import { compareText, type Day } from '../../domain/day.ts'
import { realPath } from '../file/real-path.ts'
import { isLinked } from './folder.ts'
import { backupFolder, readBackupName } from './name.ts'

/** The backups beside a diary, newest first; empty without a backups folder. */
export function backupsOf(file: string): Backup[] {
  const diary = realPath(file)
  const folder = backupFolder(diary)
  return namesOf(diary)
    .flatMap((name) => {
      const known = readBackupName(diary, name)
      const found = path.join(folder, name)
      const size = known === null ? null : sizeOf(found)
      return known === null || size === null ? [] : [{ ...known, path: found, name, size }]
    })
    .sort(newestFirst)
}

/** Whether a backup was made on a day for a reason. Called after every write, so it reads as little as possible. */
export function hasBackup(file: string, day: Day, reason: BackupReason): boolean {
  const diary = realPath(file)
  const folder = backupFolder(diary)
  return namesOf(diary).some((name) => {
    const known = readBackupName(diary, name)
    return known?.day === day && known.reason === reason && sizeOf(path.join(folder, name)) !== null
  })
}

function newestFirst(a: Backup, b: Backup): number {
  return compareText(b.day, a.day) || compareText(b.time, a.time) || b.count - a.count
}

/** The names in the backups folder; none where a link is in its place. */
function namesOf(diary: string): string[] {
  return isLinked(diary) ? [] : namesIn(backupFolder(diary))
}

/** The names in a folder; none where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}

function sizeOf(file: string): number | null {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true ? stat.size : null
}
