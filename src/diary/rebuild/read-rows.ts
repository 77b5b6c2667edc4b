import type { Database } from 'better-sqlite3'
import { SqliteError } from '../file/sqlite.ts'
import { isOrdinaryTable } from '../schema/differences.ts'
import { schemaObjects } from '../schema/schema.ts'

/** A value of SQLite. */
export type Cell = string | bigint | number | Buffer | null

/** Whether a database has an ordinary table with this name, whose rows are in the file itself. */
export function hasTable(db: Database, table: string): boolean {
  return schemaObjects(db).some((object) => object.name === table && isOrdinaryTable(object))
}

/**
 * Reads rows of an ordinary table of a foreign diary, in storage order.
 *
 * @throws SqliteError `SQLITE_CORRUPT` if there are more rows than fit in the file
 */
export function* readRows(source: Database, table: string, columns: readonly string[]): Generator<Cell[]> {
  // Another program may have filled an index with anything.
  const read = source
    .prepare<[], Cell[]>(`SELECT ${columns.join(', ')} FROM main.${table} NOT INDEXED`)
    .raw()
    .safeIntegers()
  const pages = source.pragma('page_count', { simple: true }) as number
  let room = pages * (source.pragma('page_size', { simple: true }) as number)
  for (const row of read.iterate()) {
    room -= Math.max(
      leastRowSize,
      row.reduce<number>((sum, cell) => sum + sizeOf(cell), 0),
    )
    if (room < 0) throw new SqliteError('it has more rows than fit into the file', 'SQLITE_CORRUPT')
    yield row
  }
}

/** In bytes. A damaged page tree can contain a page many times. */
const leastRowSize = 2

/** A lower bound for the bytes of a text or a blob in the file. */
function sizeOf(cell: Cell): number {
  return typeof cell === 'string' || Buffer.isBuffer(cell) ? cell.length : 0
}
