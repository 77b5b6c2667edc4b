import type { Database } from 'better-sqlite3'
import { failed, type FuError } from '../../domain/errors.ts'
import { SqliteError } from '../file/sqlite.ts'
import { columns } from './columns.ts'
import { storedEntryData } from './entry-data.ts'
import { BadValue, shown, type Rule } from './rules.ts'

/** A table of a diary whose columns have rules. */
export type CheckedTable = keyof typeof columns

export const checkedTables = Object.keys(columns) as readonly CheckedTable[]

/** A column with a value that it cannot hold, and the fault: `"soon" is not a day written 2026-11-27`. */
export type ColumnFault = { readonly column: string; readonly why: string }

/** The same with its table and the name of the row: `promises 12`. */
export type ValueFault = ColumnFault & {
  readonly table: CheckedTable | typeof counters
  readonly row: string
}

/** SQLite's table with the last row number of each table. */
const counters = 'sqlite_sequence'

/** Every value of a diary of the newest version that its column cannot hold, table by table. */
export function* valueFaults(db: Database): Generator<ValueFault> {
  for (const table of checkedTables) {
    const names = Object.keys(columns[table])
    const read = db.prepare<[], unknown[]>(`SELECT ${names.join(', ')} FROM ${table}`).raw()
    for (const row of read.iterate()) {
      for (const { column, why } of rowFaults(table, names, row)) {
        yield { table, row: rowName(table, row), column, why }
      }
    }
  }
  yield* counterFaults(db)
}

/** The highest valid counter: a million rows can still follow. */
export const highestCounter = Number.MAX_SAFE_INTEGER - 1_000_000

/** The tables whose counter leaves no readable number for another row. */
function* counterFaults(db: Database): Generator<ValueFault> {
  const high = db
    .prepare<[number], [unknown, string]>(
      `SELECT name, CAST(seq AS TEXT) FROM ${counters} WHERE typeof(seq) <> 'integer' OR seq > ?`,
    )
    .raw()
  for (const [name, number] of high.all(highestCounter)) {
    const why = `${shown(number)} leaves no number for another row`
    yield { table: counters, row: rowName(counters, [name]), column: 'seq', why }
  }
}

/** The values of a row that its columns cannot hold; `names` are the columns of the values. */
export function rowFaults(
  table: CheckedTable,
  names: readonly string[],
  row: readonly unknown[],
): ColumnFault[] {
  const rules: Readonly<Record<string, Rule<unknown>>> = columns[table]
  const faults = names.flatMap((column, place) => {
    const why = faultOf(() => rules[column]?.(row[place]))
    return why === null ? [] : [{ column, why }]
  })
  if (table !== 'entries' || faults.length > 0) return faults
  const data = faultOf(() => storedEntryData(row[names.indexOf('act')], row[names.indexOf('data')]))
  return data === null ? [] : [{ column: 'data', why: data }]
}

/** `promises 12, due_day: "soon" is not a day written 2026-11-27` */
export function faultText({ row, column, why }: ValueFault): string {
  return `${row}, ${column}: ${why}`
}

/** The error for an unreadable value in a diary; it names the first one. */
function badValueError(db: Database, error: Error): FuError {
  const [fault] = valueFaults(db)
  const what = fault === undefined ? error.message : faultText(fault)
  return failed(
    `The diary has a value that fu cannot read: ${what}.`,
    '"fu doctor" lists such values; "fu doctor --repair" leaves them out, and keeps the file.',
    error,
  )
}

function faultOf(read: () => unknown): string | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof BadValue) return error.message
    throw error
  }
}

/** The name of a row, from its first columns: its number, its uid, or its path. */
export function rowName(table: string, [first, second]: readonly unknown[]): string {
  if (table === 'identity') return table
  const name = typeof first === 'number' ? String(first) : shown(first)
  return table === 'journal_changes' ? `${table} ${name}.${shown(second)}` : `${table} ${name}`
}

/**
 * Explains the error of a step on a diary: an error that names the value if one caused it, otherwise the error itself.
 */
export function explained(db: Database, error: unknown): unknown {
  if (error instanceof BadValue) return badValueError(db, error)
  // SQLite also reports this if a table has run out of row numbers.
  if (error instanceof SqliteError && error.code === 'SQLITE_FULL') {
    const [used] = counterFaults(db)
    return used === undefined ? error : badValueError(db, error)
  }
  // SQLite itself parses the JSON of some columns, and checks the constraints of changed rows.
  const isOfValue = error instanceof SqliteError && /^SQLITE_(?:ERROR|CONSTRAINT|MISMATCH)/.test(error.code)
  if (!isOfValue) return error
  const [fault] = valueFaults(db)
  return fault === undefined ? error : badValueError(db, error)
}
