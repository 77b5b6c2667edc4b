import type { Database, Statement } from 'better-sqlite3'
import type { RowImage } from '../../domain/change.ts'
import { isOneOf } from '../../domain/entry.ts'
import type { LeftOutColumn, LeftOutValue } from '../../domain/foreign-schema.ts'
import { SqliteError } from '../file/sqlite.ts'
import { schemaObjects } from '../schema/schema.ts'
import type { LastImage } from './last-images.ts'
import { hasTable, readRows, type Cell } from './read-rows.ts'
import {
  checkedTables,
  highestCounter,
  rowFaults,
  rowName,
  type CheckedTable,
  type ColumnFault,
} from '../values/faults.ts'

/** Tables that the triggers fill from other tables. */
const derivedTables = new Set(['contact_keys', 'sqlite_sequence'])

/** The tables of a diary with data. The shadow tables of the search tables are of another type. */
export function tablesOf(db: Database): string[] {
  return db
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
    .pluck()
    .all()
    .filter((name) => !derivedTables.has(name) && name !== 'sqlite_schema')
    .toSorted()
}

/**
 * Copies the rows of a table, and returns what it left out: rows that the table refuses, and with `lastImage` values
 * that their columns cannot hold. Such a value is replaced by the last one in the history.
 */
export function copyTable(
  source: Database,
  target: Database,
  table: string,
  lastImage: LastImage | null,
): LeftOutValue[] {
  const columns = commonColumns(source, target, table)
  if (columns.length === 0) return []
  const insert = target.prepare<Cell[]>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const leftOut: LeftOutValue[] = []
  const copy = (row: readonly Cell[], { cells, values }: Readable): void => {
    const why = cells === null ? reasonsOf(values) : refusalOf(insert, cells)
    if (why === null) leftOut.push(...values)
    else leftOut.push({ table, row: nameOf(table, row), column: null, why, text: rowText(columns, row) })
  }
  const unreadable: Cell[][] = []
  try {
    for (const row of readRows(source, table, columns)) {
      if (lastImage !== null && faultsOf(table, columns, row).length > 0) unreadable.push(row)
      else copy(row, { cells: row, values: [] })
    }
  } catch (error) {
    if (!(error instanceof SqliteError) || !error.code.startsWith('SQLITE_CORRUPT')) throw error
    leftOut.push({
      table,
      row: table,
      column: null,
      why: error.message,
      text: 'everything after the last readable row',
    })
  }
  // The history is read after the table, because nothing else can be read from a database meanwhile.
  for (const row of unreadable) {
    const image = lastImage?.(table, row[columns.indexOf('uid')]) ?? null
    copy(row, readable(table, columns, row, image))
  }
  return leftOut
}

/** The replacements for unreadable values in columns that must not be NULL. */
const fallbacks: Readonly<Record<string, Cell>> = {
  phones: '[]',
  emails: '[]',
  addresses: '[]',
  tags: '[]',
  lookup: '{}',
  hot: 0,
  from_call_log: 0,
  from_mail: 0,
  added_offset: 0,
  made_offset: 0,
  at_offset: 0,
}

/** A row without the values that its columns cannot hold, and these values; no row if one of them is required. */
type Readable = { readonly cells: Cell[] | null; readonly values: readonly LeftOutValue[] }

function readable(
  table: string,
  columns: readonly string[],
  row: readonly Cell[],
  image: RowImage | null,
): Readable {
  const faults = faultsOf(table, columns, row)
  const bad = new Set(faults.map(({ column }) => column))
  const cells = columns.map((column, place): Cell | undefined =>
    bad.has(column) ? standInOf(table, column, image) : row[place],
  )
  const values = faults.map(({ column, why }): LeftOutValue => {
    return {
      table,
      row: nameOf(table, row),
      column,
      why,
      text: JSON.stringify(plain(row[columns.indexOf(column)] ?? null)),
    }
  })
  return { cells: cells.every((cell) => cell !== undefined) ? cells : null, values }
}

function faultsOf(table: string, columns: readonly string[], row: readonly Cell[]): ColumnFault[] {
  return isChecked(table) ? rowFaults(table, columns, row.map(asNumber)) : []
}

/** A valid replacement for a value that the column cannot hold. */
function standInOf(table: string, column: string, image: RowImage | null): Cell | undefined {
  const canHold = (value: unknown): boolean =>
    isChecked(table) && rowFaults(table, [column], [value]).length === 0
  const known = image?.[column]
  if (known !== undefined && canHold(known)) return known
  return canHold(null) ? null : fallbacks[column]
}

function nameOf(table: string, row: readonly Cell[]): string {
  return rowName(table, row.map(plain))
}

function isChecked(table: string): table is CheckedTable {
  return isOneOf(checkedTables, table)
}

function reasonsOf(values: readonly LeftOutValue[]): string {
  return values.map(({ column, why }) => `${column}: ${why}`).join('; ')
}

/** The columns of a table that both databases have; none if the source has no ordinary table with this name. */
function commonColumns(source: Database, target: Database, table: string): string[] {
  if (!hasTable(source, table)) return []
  const there = new Set(columnsOf(source, table).flatMap(({ name, hidden }) => (hidden === 0 ? [name] : [])))
  return columnsOf(target, table).flatMap(({ name }) => (there.has(name) ? [name] : []))
}

/** The columns of a table that the target lacks, and those that became generated columns. */
export function unknownColumns(source: Database, target: Database, table: string): LeftOutColumn[] {
  if (!hasTable(source, table)) return []
  const common = new Set(commonColumns(source, target, table))
  return columnsOf(source, table).flatMap(({ name }) => (common.has(name) ? [] : [{ table, column: name }]))
}

/** Hidden columns are generated. */
function columnsOf(db: Database, table: string): { readonly name: string; readonly hidden: number }[] {
  return db
    .prepare<[string], { name: string; hidden: number }>('SELECT name, hidden FROM pragma_table_xinfo(?)')
    .all(table)
}

/** Why the database refuses a row; `null` if it was inserted. */
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

/** A number in the form that the rest of the program reads; one that is too large is unchanged. */
function asNumber(cell: Cell): Cell {
  return typeof cell === 'bigint' && Number.isSafeInteger(Number(cell)) ? Number(cell) : cell
}

function plain(cell: Cell): string | number | null {
  const number = asNumber(cell)
  if (typeof number === 'bigint') return String(number)
  return Buffer.isBuffer(number) ? `x'${number.toString('hex')}'` : number
}

/** Keeps the counters, so that numbers of deleted rows are not reused. */
export function copyNumbers(source: Database, target: Database): void {
  if (!schemaObjects(source).some(({ sql }) => sql === 'CREATE TABLE sqlite_sequence(name,seq)')) return
  const raise = target.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?')
  const begin = target.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)')
  const numbered = new Set(
    schemaObjects(target).flatMap(({ name, sql }) => (/\bAUTOINCREMENT\b/.test(sql ?? '') ? [name] : [])),
  )
  for (const [name, number] of readRows(source, 'sqlite_sequence', ['name', 'seq'])) {
    if (typeof name !== 'string' || !numbered.has(name)) continue
    if (typeof number !== 'bigint' || number < 0n || number > BigInt(highestCounter)) continue
    if (raise.run(number, name).changes === 0) begin.run(name, number)
  }
}
