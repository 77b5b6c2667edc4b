import type { Database } from 'better-sqlite3'
import { SqliteError } from './sqlite.ts'

/*
 * In a damaged or crafted file, page trees can share pages. Reading all rows of such a tree takes longer than anybody
 * can wait, and SQLite reports no error. Its check of the trees visits each page once, before it reads any row.
 */

const ofTrees = '*** in database main ***'

/**
 * The damage that SQLite finds, in its own words; empty for a sound file. Rows are only read if the page trees are
 * sound.
 */
export function faultsOf(db: Database): string[] {
  const faults: string[] = []
  try {
    for (const fault of db.prepare<[], string>('PRAGMA integrity_check').pluck().iterate()) {
      if (fault !== 'ok') faults.push(fault)
      if (fault.startsWith(ofTrees)) break
    }
  } catch (error) {
    // A search table that cannot be opened aborts the check.
    if (!(error instanceof SqliteError && isOfSearch(error.message))) throw error
    faults.push(error.message)
  }
  return faults
}

/** Whether an error of SQLite is about a search table, which can be rebuilt from the rows. */
export function isOfSearch(fault: string): boolean {
  return /\bfts5\b|inverted index/i.test(fault)
}

/** Whether these faults affect page trees, so that their content is unreliable. */
export function areOfTrees(faults: readonly string[]): boolean {
  return faults.some((fault) => fault.startsWith(ofTrees))
}

/** The most faults that SQLite lists. */
const mostFaults = 100

/** Whether page trees share pages, so that their rows must not be read to the end. */
export function hasSharedPages(db: Database): boolean {
  db.pragma('ignore_check_constraints = ON')
  try {
    const [fault = ''] = db.prepare<[], string>('PRAGMA quick_check').pluck().iterate()
    if (!fault.startsWith(ofTrees)) return false
    // After this many, further faults are not listed.
    return fault.includes('2nd reference to page') || fault.split('\n').length > mostFaults
  } catch (error) {
    // In that case, nothing at all can be read from it.
    if (error instanceof SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code)) return false
    throw error
  } finally {
    db.pragma('ignore_check_constraints = OFF')
  }
}

/** @throws SqliteError `SQLITE_CORRUPT` if page trees share pages */
export function refuseSharedPages(db: Database): void {
  if (hasSharedPages(db)) throw new SqliteError('trees of pages share pages', 'SQLITE_CORRUPT')
}
