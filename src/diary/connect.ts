import type { Database, Options } from 'better-sqlite3'
import { nativeFault } from './native.ts'
import { nativeOptions, Sqlite } from './sqlite.ts'

/**
 * Opens a database.
 *
 * @throws FuError `failed` where the native part of SQLite cannot be loaded; SQLite's own errors as they are
 */
export function connectTo(file: string, options: Options = {}): Database {
  try {
    return new Sqlite(file, { ...options, ...nativeOptions })
  } catch (error) {
    throw nativeFault(error) ?? error
  }
}
