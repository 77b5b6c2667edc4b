import type { BackupReason, CopyPlace } from '../domain/backup.ts'
import type { Moment } from '../domain/moment.ts'
import { codeOf } from '../files/system-error.ts'
import { backUp, backUpDaily } from './backup/backup.ts'
import { copyPlaces, rememberPlace, removePlace } from './backup/copy-places.ts'
import type { Connection } from './connection.ts'

/** The copies of a diary. */
export type Backups = {
  /**
   * Makes make a verified copy beside the diary, before something that cannot be undone; returns its path, or `null` if
   * nothing was ever written.
   *
   * @throws FuError `failed` if no copy can be made; then the command must not begin
   */
  before(reason: BackupReason, at: Moment): string | null
  /**
   * Makes the day's copy after the first change of a day. Call it when the diary is closed; the clock is read only if
   * something was written.
   *
   * @throws FuError `failed` if no copy can be made
   */
  daily(clock: () => Moment): void
  readonly places: CopyPlaces
}

/** The places outside the backups folder where copies of the diary were made. They are not part of the history. */
export type CopyPlaces = {
  list(): CopyPlace[]
  /** Remembers a place before a copy is made there; returns false if the diary cannot be written. */
  remember(path: string, at: Moment): boolean
  /** Removes a place from the list; returns whether it was there. */
  remove(path: string): boolean
}

export function backupsOf(connection: Connection): Backups {
  const { file, read } = connection
  return {
    before: (reason, at) => (connection.isInMemory() ? null : backUp(file, at, reason).path),
    daily: (clock) => {
      if (connection.isWritten()) backUpDaily(file, clock())
    },
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
