import type { Database, Statement } from 'better-sqlite3'
import type { LeftOut, LeftOutValue } from '../../domain/foreign-schema.ts'
import { SqliteError } from '../file/sqlite.ts'
import { searchLater } from '../writing/late-search.ts'
import { newUid } from '../writing/uid.ts'
import { schemaDifferences } from './check.ts'
import { isOrdinaryTable } from './differences.ts'
import { emptyDiary, schemaObjects } from './schema.ts'

/** A new diary in memory with the rows of another, and what of that one is not in it. */
export type Rebuilt = { readonly db: Database; readonly leftOut: LeftOut }

/**
 * Copies the rows of a diary with a foreign schema into a new diary of the same version in memory: the known columns of
 * the known tables. No code of the foreign schema runs: only ordinary tables are read, without indexes, and no generated
 * columns. What is searched by is made anew from the rows. Where a table is damaged, its rows up to there are copied.
 */
export function rebuild(source: Database): Rebuilt {
  const objects = schemaDifferences(source)
  const db = emptyDiary(source.pragma('user_version', { simple: true }) as number)
  try {
    const values: LeftOutValue[] = []
    // What a row refers to may come after it; what refers to nothing in the end is left to "fu doctor".
    db.pragma('foreign_keys = OFF')
    db.transaction(() => {
      const fillSearch = searchLater(db)
      for (const table of tablesOf(db)) values.push(...copyTable(source, db, table))
      for (const _ of fillSearch());
      copyNumbers(source, db)
      if (db.prepare('SELECT 1 FROM identity').get() === undefined) {
        db.prepare('INSERT INTO identity (device) VALUES (?)').run(newUid(db))
      }
    })()
    return { db, leftOut: { objects, values } }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Made from the rows of others by the triggers of the schema. */
const derivedTables = new Set(['contact_keys', 'sqlite_sequence'])

/** The tables of a diary that hold what was written. Shadow tables of the search are of another type. */
function tablesOf(db: Database): string[] {
  return db
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
    .pluck()
    .all()
    .filter((name) => !derivedTables.has(name) && name !== 'sqlite_schema')
    .toSorted()
}

type Cell = string | bigint | number | Buffer | null

function copyTable(source: Database, target: Database, table: string): LeftOutValue[] {
  const columns = commonColumns(source, target, table)
  if (columns.length === 0) return []
  const insert = target.prepare<Cell[]>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const leftOut: LeftOutValue[] = []
  const leaveOut = (why: string, text: string): void => void leftOut.push({ table, column: null, why, text })
  try {
    for (const row of rowsOf(source, table, columns)) {
      const why = refusalOf(insert, row)
      if (why !== null) leaveOut(why, rowText(columns, row))
    }
  } catch (error) {
    if (!(error instanceof SqliteError) || !error.code.startsWith('SQLITE_CORRUPT')) throw error
    leaveOut(error.message, 'what comes after the last row that can be read')
  }
  return leftOut
}

/** The columns of a table that both databases have, none where one of them has no ordinary table of that name. */
function commonColumns(source: Database, target: Database, table: string): string[] {
  if (!schemaObjects(source).some((object) => object.name === table && isOrdinaryTable(object))) return []
  // A column is generated where it is hidden.
  const columns = (db: Database): string[] =>
    db.prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck().all(table)
  const there = new Set(columns(source))
  return columns(target).filter((name) => there.has(name))
}

/** @throws SqliteError `SQLITE_CORRUPT` where there are more rows than the file has room for */
function* rowsOf(source: Database, table: string, columns: readonly string[]): Generator<Cell[]> {
  // An index may have been filled with anything.
  const read = source
    .prepare<[], Cell[]>(`SELECT ${columns.join(', ')} FROM main.${table} NOT INDEXED`)
    .raw()
    .safeIntegers()
  const pages = source.pragma('page_count', { simple: true }) as number
  let room = pages * (source.pragma('page_size', { simple: true }) as number)
  for (const row of read.iterate()) {
    room -= leastRowSize
    if (room < 0) throw new SqliteError('it has more rows than fit into the file', 'SQLITE_CORRUPT')
    yield row
  }
}

/** In bytes. A damaged tree of pages can have a page many times. */
const leastRowSize = 2

/** Why the database refuses a row; `null` where it took it. */
function refusalOf(insert: Statement<Cell[]>, row: Cell[]): string | null {
  try {
    insert.run(...row)
    return null
  } catch (error) {
    if (!(error instanceof SqliteError) || !/^SQLITE_(?:CONSTRAINT|MISMATCH|RANGE|TOOBIG)/.test(error.code))
      throw error
    return error.message
  }
}

function rowText(columns: readonly string[], row: readonly Cell[]): string {
  return JSON.stringify(
    Object.fromEntries(columns.map((column, index) => [column, plain(row[index] ?? null)])),
  )
}

function plain(cell: Cell): string | number | null {
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) ? Number(cell) : String(cell)
  return Buffer.isBuffer(cell) ? `x'${cell.toString('hex')}'` : cell
}

/** The numbers of rows that are gone are not given again. */
function copyNumbers(source: Database, target: Database): void {
  if (!schemaObjects(source).some(({ sql }) => sql === 'CREATE TABLE sqlite_sequence(name,seq)')) return
  const raise = target.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?')
  const begin = target.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)')
  const numbered = new Set(
    schemaObjects(target).flatMap(({ name, sql }) => (/\bAUTOINCREMENT\b/.test(sql ?? '') ? [name] : [])),
  )
  for (const [name, number] of rowsOf(source, 'sqlite_sequence', ['name', 'seq'])) {
    if (typeof name !== 'string' || !numbered.has(name)) continue
    if (typeof number !== 'bigint' || number < 0n || number > BigInt(Number.MAX_SAFE_INTEGER)) continue
    if (raise.run(number, name).changes === 0) begin.run(name, number)
  }
}
