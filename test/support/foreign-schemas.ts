// Changes that another program, or an attacker, may make to the schema of a diary.
import Sqlite from 'better-sqlite3'

/** A change of a schema, and fu's description of it. */
export type ForeignSchema = { readonly name: string; readonly sql: string; readonly named: string }

/** A query that never ends. */
const endless = 'WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)'

/** A value that needs half a gigabyte to compute. */
const huge = 'length(hex(zeroblob(250000000)))'

/** Replaces a table by a view. */
function viewInPlaceOf(table: string, columns: string): string {
  return `PRAGMA foreign_keys = OFF; DROP TABLE ${table}; CREATE VIEW ${table} AS ${endless} SELECT ${columns} FROM n`
}

/** Changes the text in the schema itself. */
function rewritten(table: string, from: string, to: string): string {
  return `PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = '${table}';
    PRAGMA writable_schema = RESET`
}

/** Views that each read the previous one twice: reading the last one reads 2^40 rows. */
const doubling = Array.from(
  { length: 40 },
  (_, index) => `CREATE VIEW v${index + 1} AS SELECT * FROM v${index} UNION ALL SELECT * FROM v${index}`,
)

export const foreignSchemas: readonly ForeignSchema[] = [
  {
    name: 'a trigger that keeps who is forgotten',
    sql: `CREATE TABLE kept (phones TEXT);
      CREATE TRIGGER keep AFTER DELETE ON contacts BEGIN INSERT INTO kept VALUES (old.phones); END`,
    named: 'extra table "kept", extra trigger "keep"',
  },
  {
    name: 'a trigger that rewrites numbers as they are typed',
    sql: `CREATE TRIGGER rewrite AFTER INSERT ON contacts BEGIN
      UPDATE contacts SET phones = replace(phones, '0412', '0499') WHERE id = new.id; END`,
    named: 'extra trigger "rewrite"',
  },
  {
    name: 'a trigger that brings back what undo takes away',
    sql: `CREATE TRIGGER again BEFORE DELETE ON promises BEGIN SELECT RAISE (IGNORE); END`,
    named: 'extra trigger "again"',
  },
  {
    name: 'a trigger that is gone, so that the search keeps who is forgotten',
    sql: 'DROP TRIGGER contacts_deleted',
    named: 'missing trigger "contacts_deleted"',
  },
  {
    name: 'a trigger of fu that does something else',
    sql: `DROP TRIGGER entries_deleted;
      CREATE TRIGGER entries_deleted AFTER DELETE ON entries BEGIN SELECT 1; END`,
    named: 'changed trigger "entries_deleted"',
  },
  {
    name: 'an endless view in the place of the plans',
    sql: viewInPlaceOf('plans', `id, 'u' AS uid, 'no-answer' AS name, '[]' AS steps, 0 AS set_at`),
    named: 'extra view "plans", missing table "plans"',
  },
  {
    name: 'an endless view in the place of the settings',
    sql: viewInPlaceOf('settings', `'s' || id AS uid, 'x' AS value`),
    named: 'extra view "settings", missing table "settings"',
  },
  {
    name: 'an endless view in the place of the identity',
    sql: viewInPlaceOf('identity', 'id AS device, id AS origin, id AS block_key, id AS fingerprint'),
    named: 'extra view "identity", missing table "identity"',
  },
  {
    name: 'an endless view that nothing reads',
    sql: `CREATE VIEW more AS ${endless} SELECT id FROM n`,
    named: 'extra view "more"',
  },
  {
    name: 'views that double',
    sql: `CREATE VIEW v0 AS SELECT 1; ${doubling.join('; ')}`,
    named: 'extra view "v0", extra view "v1"',
  },
  {
    name: 'a generated column that takes half a gigabyte',
    sql: `ALTER TABLE contacts ADD COLUMN more INTEGER GENERATED ALWAYS AS (${huge}) VIRTUAL`,
    named: 'changed table "contacts"',
  },
  {
    name: 'a column that became a generated one',
    sql: `DROP TABLE settings; CREATE TABLE settings (uid TEXT PRIMARY KEY, value AS (${huge}))`,
    named: 'changed table "settings"',
  },
  {
    name: 'a default that takes half a gigabyte',
    sql: rewritten('contacts', 'note           TEXT', `note           TEXT DEFAULT (${huge})`),
    named: 'changed table "contacts"',
  },
  {
    name: 'a table that takes values of any type',
    sql: rewritten('promises', ') STRICT', ')'),
    named: 'changed table "promises"',
  },
  {
    name: 'an index on an expression',
    sql: 'CREATE INDEX more ON contacts (upper(name))',
    named: 'extra index "more"',
  },
  {
    name: 'a virtual table',
    sql: 'CREATE VIRTUAL TABLE more USING fts5 (text)',
    named: 'extra virtual table "more"',
  },
  {
    name: 'a virtual table in the place of the plans',
    sql: 'DROP TABLE plans; CREATE VIRTUAL TABLE plans USING fts5 (uid, name, steps, set_at)',
    named: 'extra virtual table "plans"',
  },
  {
    name: 'a name that a screen obeys',
    sql: `CREATE VIEW "\u001b[2J" AS SELECT 1`,
    named: String.raw`extra view "\u001b[2J"`,
  },
  {
    name: 'statistics with columns of their own',
    sql: `ANALYZE; ${rewritten('sqlite_stat1', 'stat)', 'stat,more)')}`,
    named: 'extra table "sqlite_stat1"',
  },
]

/** Runs SQL on a file like a program that may change the schema itself. */
export function changeFile(file: string, sql: string): void {
  const db = new Sqlite(file)
  try {
    db.unsafeMode(true)
    db.exec(sql)
  } finally {
    db.close()
  }
}
