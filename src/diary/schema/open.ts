import type { Database } from 'better-sqlite3'
import { withDatabase, type Mode } from '../file/connect.ts'
import { refuseForeign } from '../file/header.ts'
import { migrations } from '../migrations/migrations.ts'
import { refuseForeignSchema } from './check.ts'

/**
 * Runs a step on a diary of any version that fu made, and closes it.
 *
 * @throws FuError `failed` if it is not a diary, or another program changed its schema; SQLite's own errors
 */
export function withDiary<Value>(file: string, mode: Mode, work: (db: Database) => Value): Value {
  return withDatabase(file, mode, (db) => {
    refuseForeign(
      file,
      db.pragma('application_id', { simple: true }) as number,
      db.pragma('user_version', { simple: true }) as number,
      migrations.length,
    )
    refuseForeignSchema(db, file)
    return work(db)
  })
}
