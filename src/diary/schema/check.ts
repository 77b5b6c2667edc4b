import type { Database } from 'better-sqlite3'
import { failed } from '../../domain/errors.ts'
import { fewDifferences, type SchemaDifference } from '../../domain/foreign-schema.ts'
import { memoize } from '../../domain/memoize.ts'
import { migrations } from '../migrations/migrations.ts'
import { differencesBetween } from './differences.ts'
import { newestSchema } from './newest-schema.ts'
import { emptyDiary, schemaObjects, schemaText, type SchemaObject } from './schema.ts'

/*
 * A schema runs code: a trigger can keep erased data, a view can put an endless query in the place of a table, and a
 * generated column or a constraint can call functions. So the schema of a diary is compared with the one that fu makes
 * before any row is read. The newest schema is available as text, so the comparison takes a tenth of a millisecond; the
 * schemas of older versions are made by their migrations.
 */

/** The differences between the schema of a diary and the one that fu makes for its version; empty if there are none. */
export function schemaDifferences(db: Database): SchemaDifference[] {
  if (versionOf(db) === migrations.length && schemaText(db) === newestSchema) return []
  const compare = (): SchemaDifference[] =>
    differencesBetween(schemaObjects(db), expectedObjects(versionOf(db)))
  // Version and schema must be read together, because another fu may be migrating the diary.
  return db.inTransaction ? compare() : db.transaction(compare)()
}

/** @throws FuError `failed` if the schema of the diary is not the one that fu makes for its version */
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
