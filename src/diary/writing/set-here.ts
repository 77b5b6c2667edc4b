import type { Database } from 'better-sqlite3'
import { ownDevices } from './device.ts'

/**
 * Whether a setting has the value that it was given in this very file, on this machine. Of a file from elsewhere, nobody
 * knows who chose its settings.
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
