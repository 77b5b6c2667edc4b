import fs from 'node:fs'
import type { Database } from 'better-sqlite3'
import { refused } from '../../domain/errors.ts'
import { createEmptyFile } from '../../files/create.ts'
import { isKept } from '../../files/kept-file.ts'
import { codeOf } from '../../files/system-error.ts'
import { connect } from '../file/connect.ts'

/**
 * Creates an empty lock file and its folder; an existing file is kept.
 *
 * @throws FuError `refused` if something else is in its place
 */
export function createLock(file: string): void {
  try {
    createEmptyFile(file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    inodeOf(file)
  }
}

/**
 * Runs work that one process at a time may do. Returns whether it ran: `false` if another process held the lock for
 * longer than `patience`, in milliseconds. The system releases the lock of a process that ends, however it ends.
 */
export async function withLock(file: string, patience: number, work: () => Promise<void>): Promise<boolean> {
  const created = inodeOf(file)
  const db = connect(file, 'recover', patience)
  try {
    // The previous holder may have removed the file: then this lock keeps nobody out.
    if (!lock(db) || inodeOf(file) !== created) return false
    try {
      await work()
    } finally {
      remove(file)
    }
    return true
  } finally {
    db.close()
  }
}

/** Whether a process holds a lock. */
export function isLocked(file: string): boolean {
  if (inodeOf(file) === null) return false
  const db = connect(file, 'recover', 0)
  try {
    return !lock(db)
  } finally {
    db.close()
  }
}

/**
 * The inode of a lock; `null` if it is missing.
 *
 * @throws FuError `refused` if it is anything but an empty file: SQLite would roll back or convert a database behind a link
 */
function inodeOf(file: string): bigint | null {
  if (!isKept(file)) return null
  const stat = fs.lstatSync(file, { bigint: true, throwIfNoEntry: false })
  if (stat === undefined) return null
  if (stat.size > 0n)
    throw refused(`${file} is not empty, so it is not used.`, 'Move it away; fu makes a new one.')
  return stat.ino
}

function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true })
  } catch {
    // Windows cannot remove an open file. It is empty, and is used again.
  }
}

/** Node has no file locks. Those of SQLite work on every system, and on an empty file too. */
function lock(db: Database): boolean {
  try {
    // SQLite starts a database in an empty file; without a journal, none of that reaches the disk.
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY') return false
    throw error
  }
}
