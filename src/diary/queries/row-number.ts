import type { Database } from 'better-sqlite3'
import type { CellValue, RowKind } from '../../domain/change.ts'
import { cachedStatement } from './statements.ts'

/** The number of a row by its uid; `null` if this diary does not have it. */
export function rowNumber(db: Database, kind: Exclude<RowKind, 'settings'>, uid: CellValue): number | null {
  const byUid = `SELECT id FROM ${kind} WHERE uid = ?`
  return cachedStatement<[CellValue], { id: number }>(db, byUid).get(uid)?.id ?? null
}
