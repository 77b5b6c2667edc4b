import { createHmac, randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { matchKeys, type Matchable } from '../../domain/match-keys.ts'

/**
 * Keeps a person from coming back (R58). What they are known by is kept as hashes under a key of this diary, so that
 * nobody who reads the file learns who they were.
 */
export function block(db: Database, person: Matchable): void {
  const key = keyOf(db) ?? newKey(db)
  const insert = db.prepare('INSERT OR IGNORE INTO blocked (hash) VALUES (?)')
  for (const known of matchKeys(person)) insert.run(hash(key, known))
}

/** What keeps people out, to carry into a copy of the diary. */
export type SuppressionList = {
  readonly key: string | null
  /** Under the key; those that were carried here from a diary with another key have it before them. */
  readonly hashes: readonly string[]
}

/** Everybody whom a diary keeps out. */
export function suppressionListOf(db: Database): SuppressionList {
  return {
    key: keyOf(db),
    hashes: db.prepare<[], string>('SELECT hash FROM blocked ORDER BY hash').pluck().all(),
  }
}

/** Gives what tells whether a person is one of those who are not to come back, by anything they are known by. */
export function suppressedBy({ key, hashes }: SuppressionList): (person: Matchable) => boolean {
  const out = new Set(hashes)
  const others = new Set(hashes.flatMap((one) => (one.includes(apart) ? one.split(apart, 1) : [])))
  return (person) =>
    matchKeys(person).some(
      (known) =>
        (key !== null && out.has(hash(key, known))) ||
        [...others].some((other) => out.has(`${other}${apart}${hash(other, known)}`)),
    )
}

/**
 * Keeps out of a copy those whom the diary keeps out, besides those whom the copy does; an older copy has no place for
 * that. Where the copy has a key of its own, what it holds under that stays good.
 */
export function copySuppressionList(db: Database, { key, hashes }: SuppressionList): void {
  const holds = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'blocked'`).get() !== undefined
  if (key === null || !holds) return
  const own = keyOf(db) ?? key
  db.prepare('UPDATE identity SET block_key = ?').run(own)
  const insert = db.prepare('INSERT OR IGNORE INTO blocked (hash) VALUES (?)')
  for (const one of hashes) {
    const whole = one.includes(apart) ? one : `${key}${apart}${one}`
    insert.run(whole.startsWith(`${own}${apart}`) ? whole.slice(own.length + 1) : whole)
  }
}

/** What stands between another diary's key and a hash under it. */
const apart = ':'

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
