import type { Database } from 'better-sqlite3'
import { updateLookups } from '../writing/lookups.ts'

/** Has each contact with a birthday or an anniversary found by its day. */
export function fillYearlyKeys(db: Database): void {
  updateLookups(db, 'c.birthday IS NOT NULL OR c.anniversaries IS NOT NULL', {})
}
