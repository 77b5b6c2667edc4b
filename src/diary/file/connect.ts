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
 * The purpose of opening a database. `write` changes it in place, and loses nothing in a power cut. `read` does not
 * change it, and fails after an interrupted write. `recover` rolls back such a write, then reads. `temporary` fills a
 * file that is worthless after a power cut.
 */
export type Mode = 'write' | 'read' | 'recover' | 'temporary'

/** In milliseconds: how long to wait for another fu that is writing. */
export const busyTimeout = 10_000

/** The settings for every database: the schema of a file from elsewhere may call functions. */
const always = 'PRAGMA trusted_schema = OFF;'

const writing = `${always} PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`

const pragmas: Readonly<Record<Mode, string>> = {
  // EXTRA also syncs the folder after deleting the rollback journal: the weakest setting that loses nothing in a power
  // cut.
  write: `${writing} PRAGMA synchronous = EXTRA`,
  read: always,
  recover: always,
  temporary: `${writing} PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF`,
}

/** Opens a database in memory, as if it were a new file. */
export function connectToMemory(): Database {
  return opened(':memory:', {}, pragmas.write)
}

/**
 * Opens an existing database. Another user's database is read in a private copy, where nobody can put a journal beside
 * it in the meantime.
 *
 * @throws FuError `refused` for writing another user's database, `failed` if there are side files that SQLite must not
 * see or the native part of SQLite cannot be loaded; SQLite's own errors
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

/** Runs a step on a database, then closes it. */
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
 * Opens a private copy of a database and its side files. It can be written, and is removed when closed.
 *
 * @throws FuError `failed` as `connect`, and if it cannot be copied
 */
export function connectToCopy(file: string): Database {
  // Checked before the copy for the kinds of files, and after it for the content, which nobody can change any more.
  refuseUnsafeSideFiles(file, file)
  const copy = copyToPrivateFolder(file, sideFiles)
  try {
    refuseUnsafeSideFiles(copy, file)
    const db = checked(copy, { fileMustExist: true }, writing)
    try {
      // This rolls back an interrupted write; after that, only the open file is needed.
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

/** @throws FuError `refused` if a diary belongs to another user: files that fu wrote beside it would block that user */
export function refuseForeignOwner(file: string): void {
  if (isForeignFile(realPath(file))) throw foreign(file)
}

function foreign(file: string): Error {
  return refused(`The diary ${file} belongs to another user, so fu only reads it.`, foreignHint)
}

/** @throws SqliteError `SQLITE_CORRUPT` if SQLite would read the schema without end */
function checked(file: string, options: Options, statements: string): Database {
  const isEndless = (): boolean => {
    try {
      return isSchemaEndless(file)
    } catch {
      // SQLite will report the problem.
      return false
    }
  }
  if (!isEndless()) return opened(file, options, statements)
  // A write may be interrupted or in progress: SQLite rolls it back or waits for it, without reading the schema.
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
