import type { Database } from 'better-sqlite3'
import { columns } from '../values/columns.ts'
import { cachedColumn, cachedTuples } from './statements.ts'

const { promises: value } = columns

type UidRow = readonly [id: unknown, uid: unknown]

/** The uids of the given promises that are open, and whose contact may be contacted (R58), by number. */
export function uidsToRemind(db: Database, ids: readonly number[]): Map<number, string> {
  const rows = cachedTuples<[string], UidRow>(
    db,
    `SELECT p.id, p.uid FROM promises p JOIN contacts c ON c.id = p.contact_id
     WHERE p.id IN (SELECT value FROM json_each(?)) AND p.status = 'open' AND c.do_not_contact IS NOT '"all"'`,
  ).all(JSON.stringify(ids))
  return new Map(rows.map(([id, uid]) => [value.id(id), value.uid(uid)]))
}

/** The given uids that belong to open promises. */
export function openAmong(db: Database, uids: readonly string[]): Set<string> {
  const found = cachedColumn<[string], unknown>(
    db,
    `SELECT uid FROM promises WHERE uid IN (SELECT value FROM json_each(?)) AND status = 'open'`,
  ).all(JSON.stringify(uids))
  return new Set(found.map((uid) => value.uid(uid)))
}
