import type { BackupReason, CopyPlace, DueBackup } from '../domain/backup.ts'
import type { Moment } from '../domain/moment.ts'
import { codeOf } from '../files/system-error.ts'
import { backUp } from './backup/backup.ts'
import { backUpDaily, dueBackup } from './backup/daily.ts'
import { copyPlaces, rememberPlace, removePlace } from './backup/copy-places.ts'
import type { Connection } from './connection.ts'

/** The copies of a diary. */
export type Backups = {
  /**
   * Makes a verified copy beside the diary before a step that cannot be undone; returns its path, or `null` if nothing
   * was ever written.
   *
   * @throws FuError `failed` if no copy can be made; then the command must not begin
   */
  before(reason: BackupReason, at: Moment): string | null
  /**
   * The day's backup, if the command wrote something and the backup is still to be made. Call it when the diary is
   * closed; the clock is read only if something was written.
   *
   * @throws FuError `failed` if nothing can be written in the backups folder
   */
  due(clock: () => Moment): DueBackup | null
  /**
   * Makes the day's backup in this process, after the diary is closed.
   *
   * @throws FuError `failed` if no copy can be made
   */
  daily(at: Moment): Promise<void>
  readonly places: CopyPlaces
}

/** The places outside the backups folder where copies of the diary were made. They are not part of the history. */
export type CopyPlaces = {
  list(): CopyPlace[]
  /** Records a place before a copy is made there; returns false if the diary cannot be written. */
  remember(path: string, at: Moment): boolean
  /** Removes a place from the list; returns whether it was there. */
  remove(path: string): boolean
}

export function backupsOf(connection: Connection): Backups {
  const { file, read } = connection
  return {
    before: (reason, at) => (connection.isInMemory() ? null : backUp(file, at, reason).path),
    due: (clock) => (connection.isWritten() ? dueBackup(file, clock().day) : null),
    daily: (at) => backUpDaily(file, at),
    places: {
      list: () => read(copyPlaces),
      remember: (path, at) =>
        read((db) => {
          try {
            rememberPlace(db, path, at)
            return true
          } catch (error) {
            if (/^SQLITE_(?:READONLY|FULL|IOERR|CANTOPEN)/.test(codeOf(error))) return false
            throw error
          }
        }),
      remove: (path) => read((db) => removePlace(db, path)),
    },
  }
}
