import type { Database } from 'better-sqlite3'
import { searchTables, type SearchTable } from '../search-tables.ts'
import { keysOfRows } from '../stale-indexes.ts'

/** Rebuilds the search index from the rows in one transaction, even if it is damaged. */
export function rebuildIndexes(db: Database): void {
  const rebuild = db.transaction(() => {
    db.exec(`DELETE FROM contact_keys; INSERT INTO contact_keys ${keysOfRows}`)
    for (const { rows, search, columns, values } of searchTables) {
      db.exec(`INSERT INTO ${search} (rowid, ${columns}) SELECT id, ${values} FROM ${rows}`)
    }
  })
  // Needed to write the shadow tables of a search table.
  db.unsafeMode(true)
  try {
    db.transaction(() => searchTables.forEach((table) => empty(db, table))).immediate()
  } finally {
    db.unsafeMode(false)
  }
  rebuild.immediate()
}

/** Gives a search table the shadow tables of a new one: a damaged one cannot even be opened. */
function empty(db: Database, { search }: SearchTable): void {
  const fresh = `fresh_${search}`
  const sql = db
    .prepare<[string], string>('SELECT sql FROM main.sqlite_schema WHERE name = ?')
    .pluck()
    .get(search)
  if (sql === undefined) return
  db.exec(sql.replace(/^CREATE VIRTUAL TABLE \S+/i, `CREATE VIRTUAL TABLE temp.${fresh}`))
  try {
    db.exec(`INSERT INTO temp.${fresh} (${fresh}, rank) VALUES ('secure-delete', 1)`)
    for (const part of ['data', 'idx', 'docsize', 'config']) {
      db.exec(`DELETE FROM main.${search}_${part};
               INSERT INTO main.${search}_${part} SELECT * FROM temp.${fresh}_${part}`)
    }
  } finally {
    db.exec(`DROP TABLE temp.${fresh}`)
  }
}
