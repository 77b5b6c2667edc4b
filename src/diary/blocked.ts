import { createHmac, randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { recognisedBy, type Recognisable } from '../domain/recognise.ts'

/**
 * Keeps a person from coming back (R58). What they are known by is kept as hashes under a key of this diary, so that
 * nobody who reads the file learns who they were.
 */
export function block(db: Database, person: Recognisable): void {
  const key = keyOf(db) ?? newKey(db)
  const insert = db.prepare('INSERT OR IGNORE INTO blocked (hash) VALUES (?)')
  for (const known of recognisedBy(person)) insert.run(hash(key, known))
}

/** Whether a person is one of those who are not to come back, by anything they are known by. */
export function isBlocked(db: Database, person: Recognisable): boolean {
  const key = keyOf(db)
  if (key === null) return false
  const found = db.prepare<[string]>('SELECT 1 FROM blocked WHERE hash = ?')
  return recognisedBy(person).some((known) => found.get(hash(key, known)) !== undefined)
}

/** What keeps people out, to carry into a copy of the diary. */
export type Blocking = { readonly key: string | null; readonly hashes: readonly string[] }

/** Everybody whom a diary keeps out. */
export function blockingOf(db: Database): Blocking {
  return {
    key: keyOf(db),
    hashes: db.prepare<[], string>('SELECT hash FROM blocked ORDER BY hash').pluck().all(),
  }
}

/** Keeps out of a copy those whom the diary keeps out; an older copy has no place for that. */
export function carryBlocking(db: Database, { key, hashes }: Blocking): void {
  const holds = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'blocked'`).get() !== undefined
  if (key === null || !holds) return
  db.prepare('UPDATE identity SET block_key = ?').run(key)
  const insert = db.prepare('INSERT OR IGNORE INTO blocked (hash) VALUES (?)')
  for (const one of hashes) insert.run(one)
}

function keyOf(db: Database): string | null {
  return db.prepare<[], string | null>('SELECT block_key FROM identity').pluck().get() ?? null
}

function newKey(db: Database): string {
  const key = randomBytes(32).toString('hex')
  db.prepare('UPDATE identity SET block_key = ?').run(key)
  return key
}

function hash(key: string, known: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(known).digest('hex')
}
