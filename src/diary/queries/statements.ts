import type { Database, Statement } from 'better-sqlite3'

/** A prepared statement whose rows have one form: that form is part of how it is asked for, and cannot be changed. */
type CachedStatement<Params extends unknown[], Row> = Omit<
  Statement<Params, Row>,
  'pluck' | 'raw' | 'expand' | 'safeIntegers'
>

type RowForm = 'object' | 'first column' | 'tuple'

const statements = new WeakMap<Database, Map<string, Statement>>()

/**
 * A statement of a connection, prepared the first time it is asked for: preparing it takes as long as running it. Its
 * rows are objects. Do not iterate over it, since the same statement may be run again before the end.
 */
export function cachedStatement<Params extends unknown[], Row>(
  db: Database,
  sql: string,
): CachedStatement<Params, Row> {
  return cached<Params, Row>(db, sql, 'object')
}

/** The same for the values of the first column alone. */
export function cachedColumn<Params extends unknown[], Value>(
  db: Database,
  sql: string,
): CachedStatement<Params, Value> {
  return cached<Params, Value>(db, sql, 'first column')
}

/** The same for rows as arrays of their values. */
export function cachedTuples<Params extends unknown[], Row>(
  db: Database,
  sql: string,
): CachedStatement<Params, Row> {
  return cached<Params, Row>(db, sql, 'tuple')
}

function cached<Params extends unknown[], Row>(
  db: Database,
  sql: string,
  form: RowForm,
): Statement<Params, Row> {
  const known = statements.get(db) ?? new Map<string, Statement>()
  statements.set(db, known)
  const key = `${form}: ${sql}`
  const statement = known.get(key) ?? prepared(db, sql, form)
  known.set(key, statement)
  return statement as Statement<Params, Row>
}

function prepared(db: Database, sql: string, form: RowForm): Statement {
  const statement = db.prepare(sql)
  if (form === 'object') return statement
  return form === 'tuple' ? statement.raw() : statement.pluck()
}
