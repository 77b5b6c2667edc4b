import type { Database } from 'better-sqlite3'
import { sameImage, type CellValue, type Change, type RowImage, type RowKind } from '../../domain/change.ts'
import { BadValue } from '../values/rules.ts'
import { cachedStatement } from '../queries/statements.ts'
import { freeNumber, imageColumns, rowFrom } from './images.ts'
import { updateLookups } from './lookups.ts'

/** The columns of a row except the id, which the database assigns. */
export type Columns = Record<string, CellValue> & { uid: string }

/** Writes rows, and passes on the images of each change in order, for the history. */
export type RowWriter = {
  insert(kind: RowKind, columns: Columns): number
  update(kind: RowKind, uid: string, columns: Record<string, CellValue>): void
  /** Returns the number that the row had. */
  remove(kind: RowKind, uid: string): number
  /**
   * Restores the row from an image. `missing` is the uid of a row that the image refers to and this diary lacks; then
   * nothing is written.
   *
   * @throws BadValue if the image holds a value that its column cannot hold, or is one of another row
   */
  restore(kind: RowKind, uid: string, image: RowImage): { readonly missing: string | null }
  /** The current image of the row, or `null`. */
  image(kind: RowKind, uid: string): RowImage | null
}

/**
 * A writer for one transaction, which passes each change to `keep`. Table and column names come from this program and
 * the schema; values are always bound.
 */
export function openRowWriter(db: Database, keep: (change: Change) => void): RowWriter {
  const image = (kind: RowKind, uid: string): RowImage | null =>
    cachedStatement<[string], RowImage>(
      db,
      `SELECT ${imageColumns(db, kind)} FROM ${kind} WHERE uid = ?`,
    ).get(uid) ?? null

  const imageThere = (kind: RowKind, uid: string): RowImage => {
    const found = image(kind, uid)
    if (found === null) throw new Error(`no row ${uid} in ${kind}`)
    return found
  }

  // Thousands of rows in a row have the same columns, and their SQL is long.
  let last: { readonly kind: RowKind; readonly names: string; readonly sql: string } | null = null
  const insertion = (kind: RowKind, columns: readonly string[]) => {
    const names = columns.join(', ')
    if (last?.kind !== kind || last.names !== names) {
      const places = columns.map(() => '?').join(', ')
      const returned = imageColumns(db, kind)
      last = { kind, names, sql: `INSERT INTO ${kind} (${names}) VALUES (${places}) RETURNING ${returned}` }
    }
    return cachedStatement<unknown[], RowImage>(db, last.sql)
  }

  const insert = (kind: RowKind, columns: Columns): number => {
    const names = Object.keys(columns)
    const after = insertion(kind, names).get(...names.map((name) => columns[name]))
    if (after === undefined) throw new Error(`no row ${columns.uid} in ${kind}`)
    keep({ kind, uid: columns.uid, before: null, after })
    return Number(after['id'] ?? 0)
  }

  const update = (kind: RowKind, uid: string, columns: Record<string, CellValue>): void => {
    const before = imageThere(kind, uid)
    // References are compared by uid, after the row is written.
    const names = Object.keys(columns).filter((name) => !(name in before) || columns[name] !== before[name])
    if (names.length === 0) return
    const sql = `UPDATE ${kind} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE uid = ?`
    cachedStatement(db, sql).run(...names.map((name) => columns[name]), uid)
    const after = imageThere(kind, uid)
    if (!sameImage(before, after)) keep({ kind, uid, before, after })
  }

  return {
    image,
    insert,
    update,
    remove: (kind, uid) => {
      const before = imageThere(kind, uid)
      cachedStatement(db, `DELETE FROM ${kind} WHERE uid = ?`).run(uid)
      keep({ kind, uid, before, after: null })
      return Number(before['id'] ?? 0)
    },
    restore: (kind, uid, wanted) => {
      if ((wanted['uid'] ?? uid) !== uid) throw new BadValue(wanted['uid'], `the uid ${uid}`)
      const row = rowFrom(db, kind, wanted)
      if ('missing' in row) return row
      if (image(kind, uid) !== null) update(kind, uid, row.columns)
      else insert(kind, { ...freeNumber(db, kind, wanted), ...row.columns, uid })
      // An older version, which had no yearly keys, may have written the image.
      const hasDays = (wanted['birthday'] ?? wanted['anniversaries'] ?? null) !== null
      if (kind === 'contacts' && hasDays) updateLookups(db, 'c.uid = :uid', { uid })
      return { missing: null }
    },
  }
}
