import type { Database } from 'better-sqlite3'
import type { CellValue, RowImage, RowKind } from '../../domain/change.ts'
import { highestNumber } from '../../domain/import-limits.ts'
import { rowNumber } from '../queries/row-number.ts'
import { columns as rulesOf } from '../values/columns.ts'
import { rowNumber as rowNumberOf, type Rule } from '../values/rules.ts'
import { cachedColumn, cachedStatement } from '../queries/statements.ts'

/*
 * An image is a row as the history keeps it: its columns, but it names other rows by uid (`contact_uid`), where the
 * table has numbers (`contact_id`). Its own number is in it too, so that a row that comes back has the one that people
 * know it by; nothing else refers to it.
 */

/** The kinds of rows that others name. */
type NamedKind = 'contacts' | 'promises' | 'plan_runs'

/** The columns of each kind that name other rows, without their endings, and of which kind these rows are. */
const references: Readonly<Record<RowKind, Readonly<Record<string, NamedKind>>>> = {
  contacts: { from: 'contacts' },
  promises: { contact: 'contacts', about: 'contacts', run: 'plan_runs' },
  entries: { contact: 'contacts', promise: 'promises' },
  plan_runs: { contact: 'contacts' },
  plans: {},
  settings: {},
}

/** What makes an image of a row of a kind in SQL, as the columns of a `SELECT` from its table or of `RETURNING`. */
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
 * The columns that an image gives its row here; or the uid of a row it names and this diary does not have.
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

/** The number that an image had, if no other row has it now. */
export function freeNumber(db: Database, kind: RowKind, image: RowImage): { readonly id?: CellValue } {
  const id = image['id'] ?? null
  // Behind a higher one no more could follow.
  if (id === null || rowNumberOf(id) > highestNumber) return {}
  const isTaken =
    cachedStatement<[CellValue], unknown>(db, `SELECT 1 FROM ${kind} WHERE id = ?`).get(id) !== undefined
  return isTaken ? {} : { id }
}

/** What an image calls each column, and its value in SQL. */
function fieldsOf(db: Database, kind: RowKind): { readonly name: string; readonly value: string }[] {
  return columnsOf(db, kind).map((column) => {
    const reference = referenceOf(kind, column)
    if (reference === null) return { name: column, value: `${kind}.${column}` }
    const { kind: named, field } = reference
    return { name: field, value: `(SELECT r.uid FROM ${named} r WHERE r.id = ${kind}.${column})` }
  })
}

/** What a column names, and what the image calls it; `null` if it holds a value of its own. */
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
