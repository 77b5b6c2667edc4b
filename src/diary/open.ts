import type { Database } from 'better-sqlite3'
import { failed, FuError } from '../domain/errors.ts'
import { connectTo } from './connect.ts'
import {
  applicationId,
  broughtBack,
  inspectFile,
  makeFile,
  refuseForeign,
  unreadable,
} from './backup/file.ts'
import { beginIdentity } from './device.ts'
import { fills } from './migrations/fills.ts'
import { migrations } from './migrations/migrations.ts'
import { SqliteError } from './sqlite.ts'

/** How long a command waits for another that is writing, in milliseconds. */
const busyTimeout = 10_000

/**
 * Opens the diary file, bringing an older one up to date first. A missing or empty one is made where `create` is
 * set; otherwise an empty diary that lies nowhere stands in for it. `keep` makes a copy of an older one first.
 *
 * @throws FuError `failed` where the file is no diary, is damaged, is newer than this program or cannot be opened
 */
export function openDatabase(file: string, create: boolean, keep: () => void): Database {
  const found = inspectFile(file, migrations.length)
  if (found !== 'diary' && !create) return openBlank()
  if (found === 'absent') makeFile(file)
  return translateErrors(file, () => {
    const db = connect(file)
    try {
      prepare(db, file, keep)
    } catch (error) {
      db.close()
      throw error
    }
    return db
  })
}

/** An empty diary in memory. */
export function openBlank(): Database {
  const db = connectTo(':memory:')
  prepare(db, ':memory:', () => undefined)
  return db
}

/** Runs a step on the diary, giving SQLite's own errors as sentences about the file. */
export function translateErrors<Value>(file: string, step: () => Value): Value {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error
    throw sentence(file, error.code, error)
  }
}

function connect(file: string): Database {
  try {
    return connectTo(file, { fileMustExist: true, timeout: busyTimeout })
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw unreadable(file, error)
    throw error
  }
}

/** Makes a connection fit to write through, and brings an older diary up to date, after a copy of it is kept. */
export function prepare(db: Database, file: string, keep: () => void): void {
  // EXTRA also syncs the folder after the rollback journal is gone: the least that loses nothing in a power cut.
  db.exec(`
    PRAGMA trusted_schema = OFF;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA synchronous = EXTRA`)
  const version = versionOf(db)
  if (version > 0) refuseForeign(file, applicationIdOf(db), version, migrations.length)
  if (version === migrations.length) return
  if (version > 0) keep()
  db.transaction(() => migrate(db, file)).immediate()
}

function migrate(db: Database, file: string): void {
  const version = versionOf(db)
  const tables = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()
  if (version > 0 || tables?.count !== 0) {
    refuseForeign(file, applicationIdOf(db), version, migrations.length)
  }
  for (const [index, sql] of migrations.slice(version).entries()) {
    db.exec(sql)
    if (version > 0) fills.get(version + index + 1)?.(db)
  }
  if (version === 0) beginIdentity(db)
  db.pragma(`application_id = ${applicationId}`)
  db.pragma(`user_version = ${migrations.length}`)
}

function applicationIdOf(db: Database): number {
  return db.pragma('application_id', { simple: true }) as number
}

function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

function sentence(file: string, code: string, cause: Error): FuError {
  const nothingLost = 'Nothing was written.'
  const [message, hint] = ((): [string, string] => {
    if (code.startsWith('SQLITE_BUSY')) {
      return [
        'Another fu has been writing to the diary for 10 seconds.',
        `${nothingLost} Try again when it is done.`,
      ]
    }
    if (code === 'SQLITE_FULL') return ['The disk is full.', `${nothingLost} Make room and try again.`]
    if (code === 'SQLITE_READONLY_DIRECTORY') {
      return [`The folder of the diary ${file} is not writable.`, nothingLost]
    }
    if (code === 'SQLITE_READONLY' || code.startsWith('SQLITE_READONLY_')) {
      return [`The diary ${file} cannot be written: it is read-only.`, nothingLost]
    }
    if (code === 'SQLITE_NOTADB')
      return [`${file} is not a fu diary.`, 'Name the diary with --diary <path> or FU_DIARY.']
    if (code.startsWith('SQLITE_CORRUPT')) {
      return [`The diary ${file} is damaged.`, broughtBack]
    }
    if (code.startsWith('SQLITE_IOERR')) {
      return [
        `The disk failed while the diary ${file} was in use.`,
        'Look at what is written with "fu history" before you go on.',
      ]
    }
    if (code.startsWith('SQLITE_CANTOPEN')) {
      return [`The diary ${file} cannot be opened.`, 'Name another place with --diary <path> or FU_DIARY.']
    }
    throw cause
  })()
  return failed(message, hint, cause)
}
