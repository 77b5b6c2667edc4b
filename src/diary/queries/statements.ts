import type { Database, Statement } from 'better-sqlite3'

const statements = new WeakMap<Database, Map<string, Statement>>()

/**
 * A statement of a connection, made at the first time it is asked for: one command asks the same of several people, and
 * to read SQL takes as long as to run it. Whoever asks for the same gets the same statement, and so takes its rows in the
 * same form; who goes through them one by one takes a statement of their own.
 */
export function cachedStatement<Params extends unknown[], Row>(
  db: Database,
  sql: string,
): Statement<Params, Row> {
  const known = statements.get(db) ?? new Map<string, Statement>()
  statements.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement as Statement<Params, Row>
}
