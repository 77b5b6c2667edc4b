import fs from 'node:fs'
import type { Database } from 'better-sqlite3'
import { createEmptyFile } from '../../files/create.ts'
import { codeOf } from '../../files/system-error.ts'
import { connect } from '../file/connect.ts'

/** Creates the file of a lock, which is empty, and its folder. One that is there stays. */
export function createLock(file: string): void {
  try {
    createEmptyFile(file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/**
 * Runs work that one process at a time may do; gives whether it was done: not where another process is at it for longer
 * than `patience`, in milliseconds. The system takes the lock away from a process that ends, however it ends.
 */
export async function withLock(file: string, patience: number, work: () => Promise<void>): Promise<boolean> {
  const created = inodeOf(file)
  const db = connect(file, 'recover', patience)
  try {
    // Who had the lock before may have removed its file: then it is that of nobody.
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

function inodeOf(file: string): bigint | null {
  return fs.statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null
}

function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true })
  } catch {
    // Windows removes no open file. It is empty, and used again.
  }
}

/** Node has no locks of its own; SQLite's hold on every system, and on an empty file too. */
function lock(db: Database): boolean {
  try {
    // SQLite begins a database in an empty file; without a journal nothing of that reaches the disk.
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (codeOf(error) === 'SQLITE_BUSY') return false
    throw error
  }
}
