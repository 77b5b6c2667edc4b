import { createHmac, randomBytes, scryptSync } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { memoize } from '../../domain/memoize.ts'
import { matchKeys, type Matchable } from '../../domain/match-keys.ts'

/*
 * The suppression list: people who were forgotten and must not be imported again (R58), without their names.
 *
 * A whole hash of a phone number reveals the number, however slow the hash is: a country has only some hundred million
 * mobile numbers, and anyone with the file has the key too. So an entry is too short to identify anybody. For each
 * name, number, address and uid by which a person can be recognised it keeps 20 bits, which about a hundred numbers of
 * a country share, and any number of names. 12 of the bits come from a fast hash, so that an import of 100,000 people
 * is slow for only a few of them; 8 come from scrypt, so that even the hundred candidates of one entry cost 20 minutes.
 *
 * This protects against reading the list out of the file. It does not protect against somebody who already knows a
 * name, number and address: they can test all of them, and three matches are no accident. It also has false positives:
 * of 1,000 people imported into a diary that blocks five (20 entries), one is mistaken for a blocked person in about 20
 * imports. Hence a match only means "maybe": the user is told, and decides.
 */

/** 2^14 rounds of 16 MB in all: about 50 ms. */
const slowness = { N: 2 ** 14, r: 8, p: 1 }

/** The hexadecimal digits of an entry: from the fast hash, and from the slow one. */
const fastDigits = 3
const slowDigits = 2

/** Keeps a person from being imported again (R58). */
export function block(db: Database, person: Matchable): void {
  replaceWholeHashes(db)
  const key = keyOf(db) ?? newKey(db)
  const insert = db.prepare('INSERT OR IGNORE INTO blocked (hash) VALUES (?)')
  for (const known of matchKeys(person)) insert.run(entryOf(key, hashOf(key, known)))
}

/** The suppression list, to put into a copy of the diary. */
export type SuppressionList = {
  readonly key: string | null
  /** Entries under the key; entries from a diary with another key are prefixed with it. */
  readonly entries: readonly string[]
}

/** Reads the suppression list of a diary, including lists of older versions. */
export function suppressionListOf(db: Database): SuppressionList {
  const key = keyOf(db)
  const rows = db.prepare<[], string>('SELECT hash FROM blocked ORDER BY hash').pluck().all()
  return { key, entries: [...new Set(rows.map((row) => shortened(row, key)))] }
}

/** Returns a function that tells whether a person may be on the list, by any of their keys. */
export function suppressedBy({ key, entries }: SuppressionList): (person: Matchable) => boolean {
  const byKey = new Map<string, { readonly entries: Set<string>; readonly beginnings: Set<string> }>()
  for (const row of entries) {
    const { key: of, text } = parted(row, key)
    const known = byKey.get(of) ?? { entries: new Set(), beginnings: new Set() }
    known.entries.add(text)
    known.beginnings.add(text.slice(0, fastDigits))
    byKey.set(of, known)
  }
  return (person) =>
    matchKeys(person).some((known) =>
      [...byKey].some(([of, list]) => {
        const hash = hashOf(of, known)
        return list.beginnings.has(hash.slice(0, fastDigits)) && list.entries.has(entryOf(of, hash))
      }),
    )
}

/**
 * Adds the suppression list to that of a copy; an older copy has no table for it. If the copy has its own key, its
 * entries stay valid.
 */
export function copySuppressionList(db: Database, { key, entries }: SuppressionList): void {
  const holds = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'blocked'`).get() !== undefined
  if (!holds) return
  replaceWholeHashes(db)
  if (key === null) return
  const own = keyOf(db) ?? key
  db.prepare('UPDATE identity SET block_key = ?').run(own)
  const insert = db.prepare('INSERT OR IGNORE INTO blocked (hash) VALUES (?)')
  for (const row of entries) {
    const { key: of, text } = parted(row, key)
    insert.run(of === own ? text : `${of}${separator}${text}`)
  }
}

/** Whether a list has whole hashes, as earlier versions wrote them: numbers can be recovered from those. */
export function hasWholeHashes(db: Database): boolean {
  const lengths = `${hashLength}, ${2 * hashLength + separator.length}`
  return db.prepare(`SELECT 1 FROM blocked WHERE length(hash) IN (${lengths}) LIMIT 1`).get() !== undefined
}

/** Replaces the whole hashes of earlier versions by entries made from them, which needs no names. */
export function replaceWholeHashes(db: Database): void {
  const key = keyOf(db)
  const rows = db.prepare<[], string>('SELECT hash FROM blocked').pluck().all()
  const remove = db.prepare('DELETE FROM blocked WHERE hash = ?')
  const insert = db.prepare('INSERT OR IGNORE INTO blocked (hash) VALUES (?)')
  for (const row of rows) {
    const entry = shortened(row, key)
    if (entry === row) continue
    remove.run(row)
    insert.run(entry)
  }
}

/** The length of a whole hash and of a key, in hexadecimal digits. */
const hashLength = 64

/** Separates another diary's key from an entry under it. */
const separator = ':'

/** Splits a row into its key and the entry or whole hash under it. */
function parted(row: string, own: string | null): { readonly key: string; readonly text: string } {
  const [key = '', text] = row.split(separator)
  return text === undefined ? { key: own ?? '', text: row } : { key, text }
}

/** Shortens the whole hash of a row to an entry. */
function shortened(row: string, own: string | null): string {
  const { key, text } = parted(row, own)
  if (text.length !== hashLength) return row
  const entry = entryOf(key, text)
  return row === text ? entry : `${key}${separator}${entry}`
}

function hashOf(key: string, known: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(known).digest('hex')
}

function entryOf(key: string, hash: string): string {
  return entryFor(`${key}${separator}${hash}`)
}

/** Memoized, because the copies of a diary share one list, and the hash is slow. */
const entryFor = memoize((keyAndHash: string): string => {
  const { key, text: hash } = parted(keyAndHash, null)
  const slow = scryptSync(hash, Buffer.from(key, 'hex'), slowDigits, slowness).toString('hex')
  return `${hash.slice(0, fastDigits)}${slow.slice(0, slowDigits)}`
})

function keyOf(db: Database): string | null {
  return db.prepare<[], string | null>('SELECT block_key FROM identity').pluck().get() ?? null
}

function newKey(db: Database): string {
  const key = randomBytes(hashLength / 2).toString('hex')
  db.prepare('UPDATE identity SET block_key = ?').run(key)
  return key
}
