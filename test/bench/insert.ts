// Inserts rows into the tables of a diary with bare statements, in one transaction.
import fs from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { TableRows } from './import.ts'

const [, , rows = '', target = ''] = process.argv
const tables = JSON.parse(fs.readFileSync(rows, 'utf8')) as TableRows[]
const db = new Sqlite(target)
db.pragma('synchronous = EXTRA')
db.transaction(() => {
  for (const [table, found] of tables) {
    const columns = Object.keys(found[0] ?? {})
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(',')}) VALUES (${columns.map(() => '?').join(',')})`,
    )
    for (const row of found) insert.run(columns.map((column) => row[column]))
  }
})()
db.close()
