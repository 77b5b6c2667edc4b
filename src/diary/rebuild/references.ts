import type { Database } from 'better-sqlite3'
import type { LeftOutValue } from '../../domain/foreign-schema.ts'
import { rowName } from '../values/faults.ts'

type Violation = { readonly table: string; readonly parent: string }

type ForeignKey = { readonly table: string; readonly from: string; readonly to: string | null }

/**
 * Takes away references to rows that are not there, and rows that are nothing without them; says which. What was taken
 * away may have been referred to itself.
 */
export function repairReferences(db: Database): LeftOutValue[] {
  const leftOut: LeftOutValue[] = []
  for (let broken = violations(db); broken.length > 0; broken = violations(db)) {
    // SQLite checks the tables in no order of ours.
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
      // The place in a plan is nothing without the plan.
      const cleared = from === 'run_id' ? 'run_id = NULL, step_index = NULL' : `${from} = NULL`
      db.exec(`UPDATE ${table} SET ${cleared} WHERE ${isBroken}`)
    } else db.exec(`DELETE FROM ${table} WHERE ${isBroken}`)
    return rows.map((row) => ({
      table,
      row: rowName(table, Object.values(row)),
      column: isOptional(db, table, from) ? from : null,
      why: `it refers to a row of ${parent} that is not there`,
      text: JSON.stringify(isOptional(db, table, from) ? row[from] : row),
    }))
  })
}

function isOptional(db: Database, table: string, column: string): boolean {
  const required = 'SELECT 1 FROM pragma_table_info(?) WHERE name = ? AND ("notnull" OR pk)'
  return db.prepare(required).get(table, column) === undefined
}
