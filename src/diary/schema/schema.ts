import type { Database } from 'better-sqlite3'
import { connectToMemory } from '../file/connect.ts'
import { applicationId } from '../file/header.ts'
import { migrations } from '../migrations/migrations.ts'

/** One object of a schema, as `sqlite_schema` lists it. The index of a constraint has no `sql`. */
export type SchemaObject = {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
}

/** The tables that `ANALYZE` of any program leaves in a file: statistics for the query planner. */
const statistics = [
  'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
]

const objects = `SELECT type, name, tbl_name, sql FROM main.sqlite_schema
  WHERE coalesce(sql, '') NOT IN ('${statistics.join("', '")}') ORDER BY type, name`

/** The schema of a database as one text; the same for the same objects in any order of creation. */
export function schemaText(db: Database): string {
  const text = `SELECT group_concat(concat_ws(' ', type, name, tbl_name, sql), char(10)) FROM (${objects})`
  return db.prepare<[], string | null>(text).pluck().get() ?? ''
}

/** The objects of a database, by type and name. */
export function schemaObjects(db: Database): SchemaObject[] {
  return db.prepare<[], SchemaObject>(objects).all()
}

/** An empty diary of a version in memory. */
export function emptyDiary(version: number): Database {
  const db = connectToMemory()
  for (const sql of migrations.slice(0, version)) db.exec(sql)
  db.pragma(`application_id = ${applicationId}`)
  db.pragma(`user_version = ${version}`)
  return db
}
