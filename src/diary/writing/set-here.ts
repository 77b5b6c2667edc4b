import type { Database } from 'better-sqlite3'
import { ownDevices } from './device.ts'

/**
 * Whether the current value of a setting was set in this file, on this machine. Nobody knows who chose the settings of
 * a file from elsewhere.
 */
export function isSetHere(db: Database, key: string): boolean {
  if (db.memory) return true
  const last = db
    .prepare<[string], string>(
      `SELECT j.device FROM journal_changes c JOIN journal j ON j.id = c.journal_id
       WHERE c.kind = 'settings' AND c.row_uid = ? ORDER BY c.journal_id DESC, c.seq DESC LIMIT 1`,
    )
    .pluck()
    .get(key)
  return last !== undefined && ownDevices(db, db.name).includes(last)
}
