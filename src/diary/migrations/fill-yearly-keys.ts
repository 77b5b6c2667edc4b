import type { Database } from 'better-sqlite3'
import { updateLookups } from '../writing/lookups.ts'

/** Adds the search keys for birthdays and anniversaries. */
export function fillYearlyKeys(db: Database): void {
  updateLookups(db, 'c.birthday IS NOT NULL OR c.anniversaries IS NOT NULL', {})
}
