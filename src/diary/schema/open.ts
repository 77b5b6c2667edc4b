import type { Database } from 'better-sqlite3'
import { nothingLeftOut } from '../../domain/foreign-schema.ts'
import { connect, withDatabase, type Mode } from '../file/connect.ts'
import { translateErrors } from '../file/errors.ts'
import { refuseForeign } from '../file/header.ts'
import { codeOf } from '../../files/system-error.ts'
import { migrations } from '../migrations/migrations.ts'
import { refuseForeignSchema, schemaDifferences } from './check.ts'
import { rebuild, type Rebuilt } from './rebuild.ts'

/**
 * Runs a step on a diary of any version that fu made, and closes it.
 *
 * @throws FuError `failed` where it is not a diary, or another program changed its schema; SQLite's own errors
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

/**
 * Reads a diary where it lies, whatever its version. If another program changed its schema, `work` gets a copy with the
 * rows of it, and `leftOut` says what else is in the file.
 */
export function withHarmless<Value>(file: string, work: (diary: Rebuilt) => Value): Value {
  return translateErrors(file, () => {
    const diary = openHarmless(file)
    try {
      return work(diary)
    } finally {
      diary.db.close()
    }
  })
}

/** Opens a diary for `withHarmless`. */
export function openHarmless(file: string): Rebuilt {
  const db = connect(file, 'recover')
  try {
    return harmless(db)
  } catch (error) {
    // Where the schema cannot be read, nothing else can.
    if (/^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(codeOf(error))) return { db, leftOut: nothingLeftOut }
    db.close()
    throw error
  }
}

/** The database itself; if another program changed its schema, a copy with the rows of it, and it is closed. */
export function harmless(db: Database): Rebuilt {
  if (schemaDifferences(db).length === 0) return { db, leftOut: nothingLeftOut }
  const rebuilt = rebuild(db)
  db.close()
  return rebuilt
}
