// Puts rows into a diary, table by table, with nothing around the statements.
'use strict'
const fs = require('node:fs')
const Sqlite = require('better-sqlite3')

const [, , rows, target] = process.argv
const db = new Sqlite(target)
db.pragma('synchronous = EXTRA')
db.transaction(() => {
  for (const [table, found] of JSON.parse(fs.readFileSync(rows, 'utf8'))) {
    const columns = Object.keys(found[0])
    const places = columns.map(() => '?').join(',')
    const put = db.prepare(`INSERT INTO ${table} (${columns.join(',')}) VALUES (${places})`)
    for (const row of found) put.run(columns.map((column) => row[column]))
  }
})()
db.close()
