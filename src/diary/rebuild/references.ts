import type { Database } from 'better-sqlite3'
import type { LeftOutValue } from '../../domain/foreign-schema.ts'
import { rowName } from '../values/faults.ts'

type Violation = { readonly table: string; readonly parent: string }

type ForeignKey = { readonly table: string; readonly from: string; readonly to: string | null }

/**
 * Removes references to missing rows, and rows that need them; returns what was removed. A removed row may itself have
 * been referenced.
 */
export function repairReferences(db: Database): LeftOutValue[] {
  const leftOut: LeftOutValue[] = []
  for (let broken = violations(db); broken.length > 0; broken = violations(db)) {
    // Sorted, because SQLite's order of tables is arbitrary.
    const tables = new Set(broken.map(({ table }) => table).toSorted())
    for (const table of tables) leftOut.push(...repairTable(db, table))
  }
  return leftOut
}

function violations(db: Database): Violation[] {
  return db.pragma('foreign_key_check') as Violation[]
}

function repairTable(db: Database, table: string): LeftOutValue[] {
  const keys = db.pragma(`foreign_key_list(${table})`) as ForeignKey[]
  return keys.flatMap(({ table: parent, from, to }) => {
    const isBroken = `${from} IS NOT NULL AND ${from} NOT IN (SELECT ${to ?? 'id'} FROM ${parent})`
    const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${isBroken}`).all()
    if (isOptional(db, table, from)) {
      // The step number is meaningless without the plan.
      const cleared = from === 'run_id' ? 'run_id = NULL, step_index = NULL' : `${from} = NULL`
      db.exec(`UPDATE ${table} SET ${cleared} WHERE ${isBroken}`)
    } else db.exec(`DELETE FROM ${table} WHERE ${isBroken}`)
    return rows.map((row) => ({
      table,
      row: rowName(table, Object.values(row)),
      column: isOptional(db, table, from) ? from : null,
      why: `it refers to a missing row of ${parent}`,
      text: JSON.stringify(isOptional(db, table, from) ? row[from] : row),
    }))
  })
}

function isOptional(db: Database, table: string, column: string): boolean {
  const required = 'SELECT 1 FROM pragma_table_info(?) WHERE name = ? AND ("notnull" OR pk)'
  return db.prepare(required).get(table, column) === undefined
}
