import type { Database } from 'better-sqlite3'
import type { LeftOut, LeftOutValue } from '../../domain/foreign-schema.ts'
import { migrations } from '../migrations/migrations.ts'
import { updateLookups } from '../writing/lookups.ts'
import { schemaDifferences } from '../schema/check.ts'
import { newestSchema } from '../schema/newest-schema.ts'
import { emptyDiary, schemaText } from '../schema/schema.ts'
import { searchLater } from '../writing/late-search.ts'
import { newUid } from '../writing/uid.ts'
import { copyNumbers, copyTable, tablesOf, unknownColumns } from './copy-rows.ts'
import { lastImagesOf } from './last-images.ts'
import { recordRepair } from './record-repair.ts'
import { repairReferences } from './references.ts'

/** A new diary in memory with the rows of another, and everything that was left out. */
export type Rebuilt = { readonly db: Database; readonly leftOut: LeftOut }

/**
 * Copies the rows of a diary into a new diary of the same version in memory: the known columns of the known tables,
 * with the values that fu can read. No code of a foreign schema runs: only ordinary tables are read, without indexes
 * and generated columns. The search index is rebuilt. If a table is damaged, its rows before the damage are copied.
 * Values left out of a diary of the newest version are recorded in its history.
 */
export function rebuild(source: Database): Rebuilt {
  const objects = schemaDifferences(source)
  const version = versionOf(source)
  const db = emptyDiary(version)
  try {
    // A row may refer to a later one.
    db.pragma('foreign_keys = OFF')
    const values = db.transaction(() => copyRows(source, db, version))()
    db.pragma('foreign_keys = ON')
    const columns = tablesOf(db).flatMap((table) => unknownColumns(source, db, table))
    return { db, leftOut: { objects, columns, values } }
  } catch (error) {
    db.close()
    throw error
  }
}

/** The version of the schema if it is the newest one, even if the file's version number differs. */
function versionOf(source: Database): number {
  if (schemaText(source) === newestSchema) return migrations.length
  return source.pragma('user_version', { simple: true }) as number
}

function copyRows(source: Database, db: Database, version: number): LeftOutValue[] {
  const isNewest = version === migrations.length
  const lastImage = isNewest ? lastImagesOf(source) : null
  const fillSearch = searchLater(db)
  const values = tablesOf(db).flatMap((table) => copyTable(source, db, table, lastImage))
  for (const _ of fillSearch());
  copyNumbers(source, db)
  if (db.prepare('SELECT 1 FROM identity').get() === undefined) {
    db.prepare('INSERT INTO identity (device) VALUES (?)').run(newUid(db))
  }
  values.push(...repairReferences(db))
  if (isNewest) {
    updateLookups(db, 'TRUE', {})
    if (values.length > 0) recordRepair(db, values.length)
  }
  return values
}
