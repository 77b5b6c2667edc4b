import fs from 'node:fs'
import type { Database, Options } from 'better-sqlite3'
import { refused } from '../../domain/errors.ts'
import { copyToPrivateFolder, removeFolderOf } from '../../files/private-copy.ts'
import { foreignHint } from './errors.ts'
import { unreadable } from './header.ts'
import { nativeFault } from './native.ts'
import { isForeignFile, realPath } from './real-path.ts'
import { refuseUnsafeSideFiles, sideFiles } from './side-files.ts'
import { isSchemaEndless } from './schema-pages.ts'
import { nativeOptions, Sqlite, SqliteError } from './sqlite.ts'

/**
 * What a database is opened for: `write` changes it where it lies, and loses nothing in a power cut; `read` takes it as
 * it is, and fails where a write was cut off; `recover` rolls back such a write, and reads; `temporary` fills a file that
 * nobody needs after a power cut.
 */
export type Mode = 'write' | 'read' | 'recover' | 'temporary'

/** How long another fu that is writing is waited for, in milliseconds. */
export const busyTimeout = 10_000

/** What every database is opened with: a file from elsewhere may have a schema that calls functions. */
const always = 'PRAGMA trusted_schema = OFF;'

const writing = `${always} PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`

const pragmas: Readonly<Record<Mode, string>> = {
  // EXTRA also syncs the folder after the rollback journal is gone: the least that loses nothing in a power cut.
  write: `${writing} PRAGMA synchronous = EXTRA`,
  read: always,
  recover: always,
  temporary: `${writing} PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF`,
}

/** Opens a database in memory, which is like a new file. */
export function connectToMemory(): Database {
  return opened(':memory:', {}, pragmas.write)
}

/**
 * Opens a database that is there. One of another user is read in a private copy, where nobody can put a journal beside
 * it in the meantime.
 *
 * @throws FuError `refused` where another user's is to be written, `failed` where there are side files that SQLite must
 * not see or the native part of SQLite cannot be loaded; SQLite's own errors as they are
 */
export function connect(file: string, mode: Mode, timeout = busyTimeout): Database {
  const place = realPath(file)
  if (isForeignFile(place)) {
    if (mode === 'write') throw foreign(file)
    return connectToCopy(place)
  }
  refuseUnsafeSideFiles(place, file)
  const readonly = mode === 'read' || (mode === 'recover' && !isWritable(place))
  return checked(place, { fileMustExist: true, readonly, timeout }, pragmas[mode])
}

/** Runs a step on a database, and closes it. */
export function withDatabase<Value>(
  file: string,
  mode: Mode,
  work: (db: Database) => Value,
  timeout = busyTimeout,
): Value {
  const db = connect(file, mode, timeout)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/**
 * Opens a private copy of a database, with what lies beside it. It can be written, and is gone once it is closed.
 *
 * @throws FuError `failed` as `connect`, and where it cannot be copied
 */
export function connectToCopy(file: string): Database {
  // Before they are copied for what they are, and after it for what is in them, which nobody can change any more.
  refuseUnsafeSideFiles(file, file)
  const copy = copyToPrivateFolder(file, sideFiles)
  try {
    refuseUnsafeSideFiles(copy, file)
    const db = checked(copy, { fileMustExist: true }, writing)
    try {
      // This rolls back what was cut off; from then on, the open file is all that is needed.
      db.prepare('SELECT count(*) FROM sqlite_schema').get()
      db.pragma('journal_mode = MEMORY')
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } finally {
    removeFolderOf(copy)
  }
}

/** @throws FuError `refused` where a diary belongs to another user: what fu wrote beside it would be in that user's way */
export function refuseForeignOwner(file: string): void {
  if (isForeignFile(realPath(file))) throw foreign(file)
}

function foreign(file: string): Error {
  return refused(`The diary ${file} belongs to another user, so fu only reads it.`, foreignHint)
}

/** @throws SqliteError `SQLITE_CORRUPT` where SQLite would read the schema without end */
function checked(file: string, options: Options, statements: string): Database {
  const isEndless = (): boolean => {
    try {
      return isSchemaEndless(file)
    } catch {
      // What is wrong with the file SQLite says.
      return false
    }
  }
  if (!isEndless()) return opened(file, options, statements)
  // A write may have been cut off or be under way: SQLite takes it back or waits for it, and reads no schema for that.
  opened(file, options, 'PRAGMA user_version').close()
  if (isEndless()) throw new SqliteError('the pages of the schema form a loop', 'SQLITE_CORRUPT')
  return opened(file, options, statements)
}

function opened(file: string, options: Options, statements: string): Database {
  try {
    const db = new Sqlite(file, { ...options, ...nativeOptions })
    try {
      db.exec(statements)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw unreadable(file, error)
    throw nativeFault(error) ?? error
  }
}

function isWritable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}
