import type { Database } from 'better-sqlite3'
import { searchTables, type SearchTable } from '../search-tables.ts'

/** The keys that match the rows of a file with contacts; the others are not needed before the end. */
const matchedBy = `('name', 'email', 'e164', 'uid')`

/** Adds only the keys of a new contact while the search tables wait. */
const keysAlone = `CREATE TRIGGER contacts_inserted AFTER INSERT ON contacts BEGIN
  INSERT OR IGNORE INTO contact_keys
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.lookup, '$.keys') WHERE value ->> 0 IN ${matchedBy};
END`

/** The same for a changed contact, which is noted. A trigger in the file cannot write to a temporary table. */
const updatedKeysAlone = `CREATE TEMP TABLE searched_later (id INTEGER PRIMARY KEY);
CREATE TEMP TRIGGER contacts_updated_later AFTER UPDATE ON main.contacts WHEN new.lookup <> old.lookup BEGIN
  DELETE FROM contact_keys
    WHERE (kind, key, contact_id) IN (SELECT value ->> 0, value ->> 1, old.id FROM json_each(old.lookup, '$.keys'));
  INSERT OR IGNORE INTO contact_keys
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.lookup, '$.keys');
  INSERT OR IGNORE INTO searched_later VALUES (new.id);
END`

/**
 * Suspends the search tables for the rest of a transaction that adds or changes many rows, and returns a function that
 * fills them at its end: otherwise the database writes them to disk after every row, which takes longer than everything
 * else. Their triggers are restored by it, or when the transaction is rolled back. It fills them in pieces.
 */
export function searchLater(db: Database): () => Iterable<void> {
  const names = [...searchTables.map(({ rows }) => `${rows}_inserted`), 'contacts_updated']
  const triggers = db
    .prepare<unknown[], string>(
      `SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(names))
  const known = searchTables.map(
    ({ rows }) => db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${rows}`).pluck().get() ?? 0,
  )
  for (const name of names) db.exec(`DROP TRIGGER ${name}`)
  db.exec(keysAlone)
  db.exec(updatedKeysAlone)
  return function* () {
    for (const name of names) db.exec(`DROP TRIGGER IF EXISTS ${name}`)
    for (const [index, table] of searchTables.entries()) {
      const first = table.rows === 'contacts' ? removeChanged(db, table, known[index] ?? 0) : known[index]
      yield* filled(db, table, first ?? 0)
      if (table.rows === 'contacts') yield* otherKeys(db, known[index] ?? 0)
    }
    db.exec('DROP TRIGGER temp.contacts_updated_later; DROP TABLE temp.searched_later')
    for (const trigger of triggers) db.exec(trigger)
  }
}

/** If at least a fourth of the rows has changed, the whole table is rebuilt, because removing rows is slow. */
const fewChanged = 0.25

/**
 * Updates the existing rows of a search table that have changed, up to a last one. Returns the number after which the
 * table must be filled: 0 if it was emptied.
 */
function removeChanged(db: Database, { rows, search, columns, values }: SearchTable, known: number): number {
  const count = (sql: string): number =>
    db.prepare<[number], number>(`SELECT count(*) FROM ${sql}`).pluck().get(known) ?? 0
  const changed = count('searched_later WHERE id <= ?')
  if (changed > fewChanged * count(`${rows} WHERE id <= ?`)) {
    db.exec(`INSERT INTO ${search} (${search}) VALUES ('delete-all')`)
    return 0
  }
  const those = 'IN (SELECT id FROM searched_later WHERE id <= ?)'
  db.prepare(`DELETE FROM ${search} WHERE rowid ${those}`).run(known)
  db.prepare(
    `INSERT INTO ${search} (rowid, ${columns}) SELECT id, ${values} FROM ${rows} WHERE id ${those} ORDER BY id`,
  ).run(known)
  return known
}

/** The rows per piece: several pieces cost no more than one, and each takes less than a second. */
const piece = 5000

function* filled(
  db: Database,
  { rows, search, columns, values }: SearchTable,
  known: number,
): Generator<void> {
  // A row that was added and then changed is already in the table.
  db.prepare(`DELETE FROM ${search} WHERE rowid > ?`).run(known)
  // The numbers of an imported diary may have gaps of any length.
  const fill = db.prepare(
    `INSERT INTO ${search} (rowid, ${columns})
       SELECT id, ${values} FROM ${rows} WHERE id > ? AND id <= ? ORDER BY id`,
  )
  for (const { from, until } of piecesOf(db, rows, known)) {
    fill.run(from, until)
    yield
  }
}

/** Adds the other search keys of new contacts, sorted: in any other order, each is written far from the last. */
function* otherKeys(db: Database, known: number): Generator<void> {
  const fill = db.prepare(
    `INSERT OR IGNORE INTO contact_keys
       SELECT value ->> 0, value ->> 1, c.id FROM contacts c, json_each(c.lookup, '$.keys')
       WHERE c.id > ? AND c.id <= ? AND value ->> 0 NOT IN ${matchedBy} ORDER BY 1, 2, 3`,
  )
  for (const { from, until } of piecesOf(db, 'contacts', known)) {
    fill.run(from, until)
    yield
  }
}

/** The rows after one number and up to another, which is included, in pieces. */
function* piecesOf(
  db: Database,
  rows: string,
  known: number,
): Generator<{ readonly from: number; readonly until: number }> {
  const lastOfPiece = db
    .prepare<[number], number | null>(
      `SELECT max(id) FROM (SELECT id FROM ${rows} WHERE id > ? ORDER BY id LIMIT ${piece})`,
    )
    .pluck()
  for (let from = known; ;) {
    const until = lastOfPiece.get(from) ?? null
    if (until === null) return
    yield { from, until }
    from = until
  }
}
