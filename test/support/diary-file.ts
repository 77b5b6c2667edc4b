// Helpers to inspect and change diaries in files.
import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { dump } from './diaries.ts'
import { aProgram, type Program, type Situation } from './program.ts'

/** The program on the diary of a file. */
export function programOn(file: string, situation: Situation = {}): Program {
  return aProgram({ home: path.dirname(file), env: { FU_DIARY: file }, ...situation })
}

/** Everything in the diary of a file except its history. */
export function dumpFile(file: string): Record<string, unknown[]> {
  return reading(file, dump)
}

/** Everything in the diary of a file, with every change of its history, and its version. */
export function dumpFileWithHistory(file: string): unknown {
  return reading(file, (db) => [
    dump(db),
    db.prepare('SELECT * FROM journal_changes').all(),
    db.pragma('user_version'),
  ])
}

function reading<Value>(file: string, read: (db: Database) => Value): Value {
  const db = new Sqlite(file, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** The permissions of a file or folder, in octal: `600`. */
export function permissionsOf(file: string): string {
  return (fs.statSync(file).mode & 0o7777).toString(8)
}

/** Writes bytes over those of a file, from an offset. */
export function overwrite(file: string, offset: number, bytes: Uint8Array): void {
  const descriptor = fs.openSync(file, 'r+')
  fs.writeSync(descriptor, bytes, 0, bytes.length, offset)
  fs.closeSync(descriptor)
}

/** Damages every page of a file except the first. */
export function damage(file: string): void {
  overwrite(file, 4096, Buffer.alloc(fs.statSync(file).size - 4096, 0xa5))
}
