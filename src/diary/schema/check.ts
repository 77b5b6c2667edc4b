import type { Database } from 'better-sqlite3'
import { failed } from '../../domain/errors.ts'
import { fewDifferences, type SchemaDifference } from '../../domain/foreign-schema.ts'
import { memoize } from '../../domain/memoize.ts'
import { migrations } from '../migrations/migrations.ts'
import { differencesBetween } from './differences.ts'
import { newestSchema } from './newest-schema.ts'
import { emptyDiary, schemaObjects, schemaText, type SchemaObject } from './schema.ts'

/*
 * A schema runs code: a trigger can keep what is erased, a view can have an endless query in the place of a table, and a
 * generated column or a constraint can call functions. So no row of a diary is read before its schema is compared with
 * the one that fu makes. That of the newest version is at hand as a text, which takes a tenth of a millisecond; those
 * of older versions are made by their migrations.
 */

/** How the schema of a diary differs from the one that fu makes of its version; nothing where it does not. */
export function schemaDifferences(db: Database): SchemaDifference[] {
  if (versionOf(db) === migrations.length && schemaText(db) === newestSchema) return []
  const compare = (): SchemaDifference[] =>
    differencesBetween(schemaObjects(db), expectedObjects(versionOf(db)))
  // Version and schema belong together: another fu may be bringing the diary up to date.
  return db.inTransaction ? compare() : db.transaction(compare)()
}

/** @throws FuError `failed` where the schema of the diary is not the one that fu makes of its version */
export function refuseForeignSchema(db: Database, file: string): void {
  const differences = schemaDifferences(db)
  if (differences.length === 0) return
  throw failed(
    `Another program changed the schema of the diary ${file}: ${fewDifferences(differences)}.`,
    'Nothing was changed. "fu doctor --repair" moves its rows into a new diary, and keeps this file aside.',
  )
}

const expectedObjects = memoize((version: number): readonly SchemaObject[] => {
  const db = emptyDiary(version)
  try {
    return schemaObjects(db)
  } finally {
    db.close()
  }
})

function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}
