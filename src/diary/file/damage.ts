import type { Database } from 'better-sqlite3'
import { SqliteError } from './sqlite.ts'

/*
 * In a damaged file, or one that was made so, trees of pages can share pages: to read all rows of such a tree takes
 * longer than anybody can wait, and SQLite goes on and on without an error. Its check of the trees looks at each page
 * once, and comes before it looks at any row.
 */

const ofTrees = '*** in database main ***'

/** What SQLite finds wrong with the file, in its words; nothing where it is sound. Rows are read only if the trees are sound. */
export function faultsOf(db: Database): string[] {
  const faults: string[] = []
  try {
    for (const fault of db.prepare<[], string>('PRAGMA integrity_check').pluck().iterate()) {
      if (fault !== 'ok') faults.push(fault)
      if (fault.startsWith(ofTrees)) break
    }
  } catch (error) {
    // A search table that cannot be opened ends the check.
    if (!(error instanceof SqliteError && isOfSearch(error.message))) throw error
    faults.push(error.message)
  }
  return faults
}

/** Whether an error of SQLite is about a search table, which can be rebuilt from the rows. */
export function isOfSearch(fault: string): boolean {
  return /\bfts5\b|inverted index/i.test(fault)
}

/** Whether these faults are of the trees of pages, so that what is in them cannot be relied on. */
export function areOfTrees(faults: readonly string[]): boolean {
  return faults.some((fault) => fault.startsWith(ofTrees))
}

/** So many faults SQLite names. */
const mostFaults = 100

/** Whether trees of pages share pages, so that their rows must not be read to the end. */
export function hasSharedPages(db: Database): boolean {
  db.pragma('ignore_check_constraints = ON')
  try {
    const [fault = ''] = db.prepare<[], string>('PRAGMA quick_check').pluck().iterate()
    if (!fault.startsWith(ofTrees)) return false
    // What would be named after so many others is not known.
    return fault.includes('2nd reference to page') || fault.split('\n').length > mostFaults
  } catch (error) {
    // Then nothing can be read from it at all.
    if (error instanceof SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code)) return false
    throw error
  } finally {
    db.pragma('ignore_check_constraints = OFF')
  }
}

/** @throws SqliteError `SQLITE_CORRUPT` where trees of pages share pages */
export function refuseSharedPages(db: Database): void {
  if (hasSharedPages(db)) throw new SqliteError('trees of pages share pages', 'SQLITE_CORRUPT')
}
