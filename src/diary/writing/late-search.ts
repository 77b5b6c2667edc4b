import type { Database } from 'better-sqlite3'
import { searchTables, type SearchTable } from '../search-tables.ts'

/** What a new contact is found by while the search tables wait. */
const keysAlone = `CREATE TRIGGER contacts_inserted AFTER INSERT ON contacts BEGIN
  INSERT OR IGNORE INTO contact_keys
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.lookup, '$.keys');
END`

/**
 * Leaves the search tables alone for the rest of a transaction that adds many rows, and gives what fills them at its
 * end: the database writes them to disk after every row otherwise, which takes longer than all else. The triggers that
 * keep them come back with it, or when the transaction is taken back. It fills them piece by piece.
 */
export function searchLater(db: Database): () => Iterable<void> {
  const names = searchTables.map(({ rows }) => `${rows}_inserted`)
  const triggers = db
    .prepare<unknown[], string>(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name IN (?, ?, ?)`)
    .pluck()
    .all(...names)
  const known = searchTables.map(
    ({ rows }) => db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${rows}`).pluck().get() ?? 0,
  )
  for (const name of names) db.exec(`DROP TRIGGER ${name}`)
  db.exec(keysAlone)
  return function* () {
    for (const name of names) db.exec(`DROP TRIGGER IF EXISTS ${name}`)
    for (const [index, table] of searchTables.entries()) yield* filled(db, table, known[index] ?? 0)
    for (const trigger of triggers) db.exec(trigger)
  }
}

/** So many rows are filled in at once: few pieces more than one cost nothing, and each takes less than a second. */
const piece = 5000

function* filled(
  db: Database,
  { rows, search, columns, values }: SearchTable,
  known: number,
): Generator<void> {
  // A row that was changed since it was added stands there already.
  db.prepare(`DELETE FROM ${search} WHERE rowid > ?`).run(known)
  // The numbers of an imported diary may have gaps of any length.
  const lastOfPiece = db
    .prepare<[number], number | null>(
      `SELECT max(id) FROM (SELECT id FROM ${rows} WHERE id > ? ORDER BY id LIMIT ${piece})`,
    )
    .pluck()
  const fill = db.prepare(
    `INSERT INTO ${search} (rowid, ${columns})
       SELECT id, ${values} FROM ${rows} WHERE id > ? AND id <= ? ORDER BY id`,
  )
  for (let from = known; ;) {
    const until = lastOfPiece.get(from) ?? null
    if (until === null) return
    fill.run(from, until)
    from = until
    yield
  }
}
