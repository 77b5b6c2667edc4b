import type { Database } from 'better-sqlite3'
import { searchTables, type SearchTable } from './search-tables.ts'

/** The keys of the contacts, computed from the rows. */
export const keysOfRows =
  "SELECT DISTINCT value ->> 0, value ->> 1, c.id FROM contacts c, json_each(c.lookup, '$.keys')"

/** The search tables that do not match the rows, or cannot be opened. */
export function staleIndexes(db: Database): string[] {
  const stale = searchTables.filter((table) => isStale(db, table))
  return [...(keysDiffer(db) ? ['contact_keys'] : []), ...stale.map(({ search }) => search)]
}

function keysDiffer(db: Database): boolean {
  return differ(db, keysOfRows, 'SELECT kind, key, contact_id FROM contact_keys')
}

/** Compares every term and its counts with those of a newly built table. */
function isStale(db: Database, { rows, search: table, columns, values }: SearchTable): boolean {
  const fresh = `fresh_${table}`
  const sql = db
    .prepare<[string], string>('SELECT sql FROM main.sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)
  if (sql === undefined) return true
  db.exec(sql.replace(/^CREATE VIRTUAL TABLE \S+/i, `CREATE VIRTUAL TABLE temp.${fresh}`))
  try {
    db.exec(`INSERT INTO temp.${fresh} (rowid, ${columns}) SELECT id, ${values} FROM ${rows}`)
    db.exec(`CREATE VIRTUAL TABLE temp.${fresh}_terms USING fts5vocab(temp, ${fresh}, col)`)
    db.exec(`CREATE VIRTUAL TABLE temp.${table}_terms USING fts5vocab(main, ${table}, col)`)
    return (
      differ(db, `SELECT * FROM temp.${fresh}_terms`, `SELECT * FROM temp.${table}_terms`) ||
      differ(db, `SELECT id FROM temp.${fresh}_docsize`, `SELECT id FROM main.${table}_docsize`)
    )
  } finally {
    for (const made of [`${fresh}_terms`, `${table}_terms`, fresh])
      db.exec(`DROP TABLE IF EXISTS temp.${made}`)
  }
}

function differ(db: Database, one: string, other: string): boolean {
  const count = (a: string, b: string): number =>
    db.prepare<[], number>(`SELECT count(*) FROM (${a} EXCEPT ${b})`).pluck().get() ?? 0
  return count(one, other) > 0 || count(other, one) > 0
}
