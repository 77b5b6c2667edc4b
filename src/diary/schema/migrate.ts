import type { Database } from 'better-sqlite3'
import { failed } from '../../domain/errors.ts'
import { applicationId, refuseForeign } from '../file/header.ts'
import { refuseSharedPages } from '../file/damage.ts'
import { beginIdentity, isOfFile } from '../writing/device.ts'
import { fills } from '../migrations/fills.ts'
import { migrations } from '../migrations/migrations.ts'
import { BadValue } from '../values/rules.ts'
import { refuseForeignSchema } from './check.ts'

/**
 * Migrates an older diary, and gives a new file the schema of a diary. `keep` is called before an older one is changed,
 * and makes a copy of it.
 *
 * @throws FuError `failed` if it is not a diary, has a newer version, or another program changed its schema; errors
 * name it `file`
 */
export function migrate(db: Database, file: string, keep: () => void): void {
  const version = versionOf(db)
  if (version !== 0) {
    refuseForeign(file, applicationIdOf(db), version, migrations.length)
    refuseForeignSchema(db, file)
    // A file that this program has written here before is not checked again.
    const isKnown = db.memory || (version === migrations.length && isOfFile(db, db.name))
    if (!isKnown) refuseSharedPages(db)
  }
  if (version === migrations.length) return
  if (version > 0) keep()
  db.transaction(() => runMigrations(db, file)).immediate()
}

function runMigrations(db: Database, file: string): void {
  const version = versionOf(db)
  const tables = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()
  if (version !== 0 || tables?.count !== 0) {
    refuseForeign(file, applicationIdOf(db), version, migrations.length)
  }
  for (const [index, sql] of migrations.slice(version).entries()) {
    db.exec(sql)
    if (version > 0) fill(db, file, version + index + 1)
  }
  if (version === 0) beginIdentity(db)
  db.pragma(`application_id = ${applicationId}`)
  db.pragma(`user_version = ${migrations.length}`)
}

/** Migrates the rows of an older diary to a version. */
function fill(db: Database, file: string, version: number): void {
  try {
    fills.get(version)?.(db)
  } catch (error) {
    if (!(error instanceof BadValue)) throw error
    throw failed(
      `The diary ${file} cannot be updated to version ${version}: it has a value that fu cannot read, ${error.message}.`,
      'Nothing was changed. "fu restore" lists the backups.',
      error,
    )
  }
}

function applicationIdOf(db: Database): number {
  return db.pragma('application_id', { simple: true }) as number
}

function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}
