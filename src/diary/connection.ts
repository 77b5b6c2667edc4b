import type { Database } from 'better-sqlite3'
import { translateErrors } from './file/errors.ts'
import { sideFileCheck } from './file/side-files.ts'
import { SqliteError } from './file/sqlite.ts'
import { staleIndexes } from './stale-indexes.ts'
import { explained } from './values/faults.ts'

/** Runs a query on an open database; SQLite's errors become sentences about the diary. */
export type Read = <Value>(query: (db: Database) => Value) => Value

/** The database of an open diary, which is in memory until something is written. */
export type Connection = {
  /** The file of the diary, even if it does not exist yet. */
  readonly file: string
  readonly isInMemory: () => boolean
  /** Whether this process wrote to the file. */
  readonly isWritten: () => boolean
  readonly read: Read
  /**
   * The same for several queries that must see one state: a promise that moves between two of them would be in neither.
   * A transaction guarantees that anyway.
   */
  readonly snapshot: Read
  /** Runs a change on the database; the change manages its own transaction. */
  readonly change: Read
  /** Creates the file for a diary in memory; later queries use the file. */
  readonly makeFile: () => void
  readonly close: () => void
}

/** If damaged search tables refuse a row, reports that instead of an error of the row. */
function ofStaleIndexes(db: Database, error: unknown): unknown {
  const isOfRow = error instanceof SqliteError && /^SQLITE_(?:ERROR|CONSTRAINT)/.test(error.code)
  // Within a transaction they may not be up to date yet.
  if (!isOfRow || db.inTransaction || db.readonly) return error
  const stale = staleIndexes(db)
  return stale.length === 0
    ? error
    : new SqliteError(`${stale.join(', ')}: ${error.message}`, 'SQLITE_CORRUPT_VTAB')
}

/** A connection on an open database; `begin` makes and opens the file of a blank diary. */
export function connectionOn(opened: Database, file: string, begin: () => Database): Connection {
  let db = opened
  let isWritten = false
  let checkSideFiles = sideFileCheck(db.name, file)
  const read: Read = (query) =>
    translateErrors(file, () => {
      if (!db.memory && !db.inTransaction) checkSideFiles()
      try {
        return query(db)
      } catch (error) {
        throw ofStaleIndexes(db, explained(db, error))
      }
    })
  return {
    file,
    isInMemory: () => db.memory,
    isWritten: () => isWritten,
    read,
    snapshot: (query) =>
      read(() => {
        if (db.inTransaction) return query(db)
        db.exec('BEGIN')
        try {
          return query(db)
        } finally {
          if (db.inTransaction) db.exec('COMMIT')
        }
      }),
    change: (work) =>
      read(() => {
        const value = work(db)
        isWritten ||= !db.memory
        return value
      }),
    makeFile: () => {
      if (!db.memory) return
      db = translateErrors(file, begin)
      checkSideFiles = sideFileCheck(db.name, file)
    },
    close: () => {
      db.close()
    },
  }
}
