import type { Backup } from '../../domain/backup.ts'
import { FuError } from '../../domain/errors.ts'
import { codeOf } from '../../files/system-error.ts'
import { withDiary } from '../schema/open.ts'
import { look, readHeader } from '../file/header.ts'
import { realPath } from '../file/real-path.ts'
import { backupsOf } from './backups.ts'
import { faultsOf } from '../file/damage.ts'
import { backupFolderFault } from './folder.ts'

/**
 * The newest backup that `fu restore` accepts; `null` if there is none. Reads whole files, so it is only for lost
 * diaries.
 */
export function newestRestorable(file: string, newestVersion: number): Backup | null {
  if (backupFolderFault(realPath(file)) !== null) return null
  const backups = backupsOf(file).filter(({ reason }) => reason !== 'damaged')
  return backups.find(({ path }) => isReadable(path, newestVersion) && isWhole(path)) ?? null
}

function isReadable(file: string, newestVersion: number): boolean {
  const seen = look(file)
  return seen !== null && seen.size > 0 && readHeader(seen, newestVersion) === 'diary'
}

/** Whether SQLite finds no damage in a copy. */
export function isWhole(file: string): boolean {
  try {
    return withDiary(file, 'read', (db) => faultsOf(db).length === 0)
  } catch (error) {
    if (error instanceof FuError || codeOf(error).startsWith('SQLITE_')) return false
    throw error
  }
}
