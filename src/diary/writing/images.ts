import type { Database } from 'better-sqlite3'
import type { CellValue, RowImage, RowKind } from '../../domain/change.ts'
import { highestNumber } from '../../domain/import-limits.ts'
import { rowNumber } from '../queries/row-number.ts'
import { columns as rulesOf } from '../values/columns.ts'
import { rowNumber as rowNumberOf, type Rule } from '../values/rules.ts'
import { cachedColumn, cachedStatement } from '../queries/statements.ts'

/*
 * An image is a row as the history stores it: its columns, but with references by uid (`contact_uid`) instead of by
 * number (`contact_id`). It also contains the row's own number, so that a restored row has the number that people know;
 * nothing else refers to it.
 */

/** The kinds of rows to which others refer. */
type NamedKind = 'contacts' | 'promises' | 'plan_runs'

/** The reference columns of each kind, without their suffixes, and the kinds of rows to which they refer. */
const references: Readonly<Record<RowKind, Readonly<Record<string, NamedKind>>>> = {
  contacts: { from: 'contacts' },
  promises: { contact: 'contacts', about: 'contacts', run: 'plan_runs' },
  entries: { contact: 'contacts', promise: 'promises' },
  plan_runs: { contact: 'contacts' },
  plans: {},
  settings: {},
}

/** The SQL columns that make an image of a row, for a `SELECT` from its table or for `RETURNING`. */
export function imageColumns(db: Database, kind: RowKind): string {
  const known = columnLists.get(db) ?? new Map<RowKind, string>()
  columnLists.set(db, known)
  const list =
    known.get(kind) ??
    fieldsOf(db, kind)
      .map(({ name, value }) => `${value} AS ${name}`)
      .join(', ')
  known.set(kind, list)
  return list
}

const columnLists = new WeakMap<Database, Map<RowKind, string>>()

/** The same as one JSON object. */
export function imageJson(db: Database, kind: RowKind): string {
  return `json_object(${fieldsOf(db, kind)
    .map(({ name, value }) => `'${name}', ${value}`)
    .join(', ')})`
}

/**
 * The columns for an image's row in this diary; or the uid of a row that the image refers to and this diary lacks.
 *
 * @throws BadValue if the image holds a value that the column cannot hold
 */
export function rowFrom(
  db: Database,
  kind: RowKind,
  image: RowImage,
): { readonly columns: Record<string, CellValue> } | { readonly missing: string } {
  const columns: Record<string, CellValue> = {}
  for (const column of columnsOf(db, kind)) {
    const reference = referenceOf(kind, column)
    if (reference === null) {
      if (column !== 'id' && column in image) columns[column] = checked(kind, column, image[column] ?? null)
      continue
    }
    const uid = image[reference.field] ?? null
    const id = uid === null ? null : rowNumber(db, reference.kind, uid)
    if (id === null && uid !== null) return { missing: String(uid) }
    columns[column] = id
  }
  return { columns }
}

function checked(kind: RowKind, column: string, value: CellValue): CellValue {
  const rules: Readonly<Record<string, Rule<unknown>>> = rulesOf[kind]
  rules[column]?.(value)
  return value
}

/** The row number in an image, if no other row has it now. */
export function freeNumber(db: Database, kind: RowKind, image: RowImage): { readonly id?: CellValue } {
  const id = image['id'] ?? null
  // After a higher number, no more could follow.
  if (id === null || rowNumberOf(id) > highestNumber) return {}
  const isTaken =
    cachedStatement<[CellValue], unknown>(db, `SELECT 1 FROM ${kind} WHERE id = ?`).get(id) !== undefined
  return isTaken ? {} : { id }
}

/** The name of each column in an image, and its value in SQL. */
function fieldsOf(db: Database, kind: RowKind): { readonly name: string; readonly value: string }[] {
  return columnsOf(db, kind).map((column) => {
    const reference = referenceOf(kind, column)
    if (reference === null) return { name: column, value: `${kind}.${column}` }
    const { kind: named, field } = reference
    return { name: field, value: `(SELECT r.uid FROM ${named} r WHERE r.id = ${kind}.${column})` }
  })
}

/** The kind to which a column refers, and its name in the image; `null` for an ordinary column. */
function referenceOf(
  kind: RowKind,
  column: string,
): { readonly kind: NamedKind; readonly field: string } | null {
  if (!column.endsWith('_id')) return null
  const name = column.slice(0, -'_id'.length)
  const named = references[kind][name]
  return named === undefined ? null : { kind: named, field: `${name}_uid` }
}

function columnsOf(db: Database, kind: RowKind): string[] {
  return cachedColumn<[string], string>(db, 'SELECT name FROM pragma_table_info(?)').all(kind)
}
