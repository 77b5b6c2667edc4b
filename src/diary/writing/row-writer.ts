import type { Database } from 'better-sqlite3'
import type { CellValue, Change, RowImage, RowKind } from '../../domain/change.ts'
import { cachedStatement } from '../queries/statements.ts'

/** What a row is made of: its columns but for the id, which the database gives. */
export type Columns = Record<string, CellValue> & { uid: string }

/** Writes rows, and hands on the images of each change in the order made, for the journal. */
export type RowWriter = {
  insert(kind: RowKind, columns: Columns): number
  update(kind: RowKind, uid: string, columns: Record<string, CellValue>): void
  remove(kind: RowKind, uid: string): void
  /** The row as it stands, or `null`. */
  image(kind: RowKind, uid: string): RowImage | null
}

/**
 * A ledger for one transaction, which hands each change to `keep`. Table and column names come from this program,
 * values are always bound.
 */
export function openRowWriter(db: Database, keep: (change: Change) => void): RowWriter {
  const image = (kind: RowKind, uid: string): RowImage | null =>
    cachedStatement<[string], RowImage>(db, `SELECT * FROM ${kind} WHERE uid = ?`).get(uid) ?? null

  const imageThere = (kind: RowKind, uid: string): RowImage => {
    const found = image(kind, uid)
    if (found === null) throw new Error(`no row ${uid} in ${kind}`)
    return found
  }

  return {
    image,
    insert(kind, columns) {
      const names = Object.keys(columns)
      const places = names.map(() => '?').join(', ')
      const insert = `INSERT INTO ${kind} (${names.join(', ')}) VALUES (${places}) RETURNING *`
      const after = cachedStatement<unknown[], RowImage>(db, insert).get(
        ...names.map((name) => columns[name]),
      )
      if (after === undefined) throw new Error(`no row ${columns.uid} in ${kind}`)
      keep({ kind, uid: columns.uid, before: null, after })
      return Number(after['id'] ?? 0)
    },
    update(kind, uid, columns) {
      const before = imageThere(kind, uid)
      const names = Object.keys(columns).filter((name) => columns[name] !== before[name])
      if (names.length === 0) return
      const update = `UPDATE ${kind} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE uid = ?`
      cachedStatement(db, update).run(...names.map((name) => columns[name]), uid)
      keep({ kind, uid, before, after: imageThere(kind, uid) })
    },
    remove(kind, uid) {
      const before = imageThere(kind, uid)
      cachedStatement(db, `DELETE FROM ${kind} WHERE uid = ?`).run(uid)
      keep({ kind, uid, before, after: null })
    },
  }
}
