import type { Database, Statement } from 'better-sqlite3'

/** A prepared statement with a fixed row format. */
type CachedStatement<Params extends unknown[], Row> = Omit<
  Statement<Params, Row>,
  'pluck' | 'raw' | 'expand' | 'safeIntegers'
>

type RowForm = 'object' | 'first column' | 'tuple'

/** By form, then by SQL: joining the two into one key takes longer than two look-ups. */
const statements = new WeakMap<Database, Map<RowForm, Map<string, Statement>>>()

/**
 * A statement of a connection, prepared on first use, because preparing takes as long as running. Its rows are objects.
 * Do not iterate over it, because it may be run again before the end.
 */
export function cachedStatement<Params extends unknown[], Row>(
  db: Database,
  sql: string,
): CachedStatement<Params, Row> {
  return cached<Params, Row>(db, sql, 'object')
}

/** The same, returning only the values of the first column. */
export function cachedColumn<Params extends unknown[], Value>(
  db: Database,
  sql: string,
): CachedStatement<Params, Value> {
  return cached<Params, Value>(db, sql, 'first column')
}

/** The same, returning rows as arrays. */
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
  const known = ofForm(db, form)
  const found = known.get(sql)
  if (found !== undefined) return found as Statement<Params, Row>
  const statement = prepared(db, sql, form)
  known.set(sql, statement)
  return statement as Statement<Params, Row>
}

function ofForm(db: Database, form: RowForm): Map<string, Statement> {
  const forms = statements.get(db) ?? new Map<RowForm, Map<string, Statement>>()
  statements.set(db, forms)
  const known = forms.get(form) ?? new Map<string, Statement>()
  forms.set(form, known)
  return known
}

function prepared(db: Database, sql: string, form: RowForm): Statement {
  const statement = db.prepare(sql)
  if (form === 'object') return statement
  return form === 'tuple' ? statement.raw() : statement.pluck()
}
