import fs from 'node:fs'
import type { Database } from 'better-sqlite3'
import { newUid } from './uid.ts'

/*
 * A device is one file on one machine; `identity.device` names it in the history. A copied file is recognized by its
 * fingerprint, which is that of the original or missing: it becomes a new device at the first write. `identity.origin`
 * is the first device and never changes: all copies of a diary share it.
 *
 * A fingerprint is made from the machine, the inode and the creation time of the file. Moving a file on its disk keeps
 * the fingerprint. Moving it to another disk changes it, so the file becomes a new device without need, which does no
 * harm. A copy that is written over its own original has the same fingerprint; so the copies that fu makes have none.
 *
 * Nobody who hands over a file knows its fingerprint on this machine. So what a file claims about its own past, its
 * devices and its copies, is believed only if it has its own fingerprint.
 */

/** Gives the file its own device before a write, if it is a copy. Runs in a write transaction. */
export function claimFile(db: Database): void {
  if (db.memory) return
  const { hash: stored, isRestored } = storedFingerprint(db)
  const { certain, early } = fingerprints(db.name)
  if (stored === certain) return
  if (stored !== null && stored === early()) {
    db.prepare('UPDATE identity SET fingerprint = ?').run(isRestored ? certain + restoredMark : certain)
  } else {
    db.prepare('UPDATE identity SET device = ?, fingerprint = ?').run(newUid(db), certain)
  }
}

/** Appended to the fingerprint of a file into which one of its own copies was restored. */
const restoredMark = ' restored'

/**
 * Claims a file into which one of its copies was restored. The device is new; the earlier ones, which the history
 * names, belong to this file too. Runs in a write transaction.
 */
export function claimRestored(db: Database): void {
  db.prepare('UPDATE identity SET fingerprint = ?').run(fingerprints(db.name).certain + restoredMark)
}

/**
 * The devices of the diary in a file: their changes were written in this file. None if the diary was last written in
 * another file.
 */
export function ownDevices(db: Database, file: string): string[] {
  if (!hasOrigin(db) || !isOfFile(db, file)) return []
  const before = storedFingerprint(db).isRestored ? ' UNION SELECT device FROM journal' : ''
  return db.prepare<[], string>(`SELECT device FROM identity${before}`).pluck().all()
}

/** Whether a diary of version 4 or later was last written in this file, judged by its fingerprint. */
export function isOfFile(db: Database, file: string): boolean {
  const { hash: stored } = storedFingerprint(db)
  // A private copy is deleted once it is open.
  if (stored === null || !fs.existsSync(file)) return false
  const { certain, early } = fingerprints(file)
  return stored === certain || stored === early()
}

function storedFingerprint(db: Database): { readonly hash: string | null; readonly isRestored: boolean } {
  const stored = db.prepare<[], string | null>('SELECT fingerprint FROM identity').pluck().get() ?? null
  const isRestored = stored?.endsWith(restoredMark) === true
  return { hash: isRestored ? stored.slice(0, -restoredMark.length) : stored, isRestored }
}

/** Writes the identity of a new diary. */
export function beginIdentity(db: Database): void {
  const device = newUid(db)
  db.prepare('INSERT INTO identity (device, origin, fingerprint) VALUES (?, ?, ?)').run(
    device,
    device,
    db.memory ? null : fingerprints(db.name).certain,
  )
}

/** Gives a copy its own device without a file; does nothing for an older version, which has no devices. */
export function releaseCopy(db: Database): void {
  if (!hasOrigin(db)) return
  db.prepare('UPDATE identity SET device = ?, fingerprint = NULL').run(newUid(db))
}

/** Whether a copy has the fingerprint of a file. */
export function isClaimed(db: Database): boolean {
  return (
    hasOrigin(db) && db.prepare('SELECT 1 FROM identity WHERE fingerprint IS NOT NULL').get() !== undefined
  )
}

/** The first device of a diary, which all of its copies share; `null` if it is unknown. */
export function originOf(db: Database): string | null {
  const column = hasOrigin(db) ? 'origin' : 'device'
  return db.prepare<[], string | null>(`SELECT ${column} FROM identity`).pluck().get() ?? null
}

/** Versions before 4 have one device for all copies. */
function hasOrigin(db: Database): boolean {
  return db.prepare(`SELECT 1 FROM pragma_table_info('identity') WHERE name = 'origin'`).get() !== undefined
}

/**
 * The fingerprint of a file, and its early one: before the first write, some systems report the time of the last change
 * as the creation time, so the early fingerprint has no time.
 */
function fingerprints(file: string): { readonly certain: string; readonly early: () => string } {
  const { ino, dev, birthtimeNs, ctimeNs } = fs.statSync(file, { bigint: true })
  // Computed lazily, because commands that only read need the other one.
  const early = (): string => hash(`${machine()} ${ino} ${dev}`)
  const isCreationKnown = birthtimeNs > 0n && birthtimeNs !== ctimeNs
  return { early, certain: isCreationKnown ? hash(`${machine()} ${ino} ${birthtimeNs}`) : early() }
}

/** The machine's id; empty if the system has none: inode and creation time distinguish most files anyway. */
function machine(): string {
  try {
    return fs.readFileSync('/etc/machine-id', 'utf8').trim()
  } catch {
    return ''
  }
}

/** 64-bit FNV-1a: the machine cannot be recovered from it, and loading `node:crypto` takes longer than a write. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (const byte of Buffer.from(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n)
  return value.toString(16).padStart(16, '0')
}
