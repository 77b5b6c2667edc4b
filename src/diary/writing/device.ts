import fs from 'node:fs'
import type { Database } from 'better-sqlite3'
import { newUid } from './uid.ts'

/*
 * A device is one file on one machine: `identity.device` names it in the history. A file that was copied says so by its
 * fingerprint, which is that of the file it was copied from, or none: it becomes a new device when something is first
 * written in it. `identity.origin` is the first device, and stays: all copies of a diary have the same.
 *
 * A fingerprint is made of the machine, the number of the file and the time it was created. Moved on its disk, a file
 * has the same; moved to another disk it has not, and is a new device without need, which does no harm. A copy that is
 * written into the very file it was made of cannot be told apart by it; so the copies that fu makes have none.
 *
 * Nobody who hands over a file knows its fingerprint on this machine. So what a file says of its own past, its devices
 * and its copies, is believed only as far as it has the fingerprint of itself.
 */

/** Makes the file that is about to be written in a device of its own, if it is a copy. Runs in a write transaction. */
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

/** Behind the fingerprint of a file into which one of its own copies was brought back. */
const restoredMark = ' restored'

/**
 * Claims a file into which a copy of it was brought back. The device is new, and those before it, which the history names,
 * were devices of this file too. Runs in a write transaction.
 */
export function claimRestored(db: Database): void {
  db.prepare('UPDATE identity SET fingerprint = ?').run(fingerprints(db.name).certain + restoredMark)
}

/**
 * The devices that the diary in a file had: what one of them wrote comes from this file. None where the diary was in
 * another file when it was last written.
 */
export function ownDevices(db: Database, file: string): string[] {
  if (!hasOrigin(db) || !isOfFile(db, file)) return []
  const before = storedFingerprint(db).isRestored ? ' UNION SELECT device FROM journal' : ''
  return db.prepare<[], string>(`SELECT device FROM identity${before}`).pluck().all()
}

/** Whether a diary of version 4 or later was last written in a file, as far as its fingerprint tells. */
export function isOfFile(db: Database, file: string): boolean {
  const { hash: stored } = storedFingerprint(db)
  // A private copy is gone once it is open.
  if (stored === null || !fs.existsSync(file)) return false
  const { certain, early } = fingerprints(file)
  return stored === certain || stored === early()
}

function storedFingerprint(db: Database): { readonly hash: string | null; readonly isRestored: boolean } {
  const stored = db.prepare<[], string | null>('SELECT fingerprint FROM identity').pluck().get() ?? null
  const isRestored = stored?.endsWith(restoredMark) === true
  return { hash: isRestored ? stored.slice(0, -restoredMark.length) : stored, isRestored }
}

/** Begins the identity of a new diary. */
export function beginIdentity(db: Database): void {
  const device = newUid(db)
  db.prepare('INSERT INTO identity (device, origin, fingerprint) VALUES (?, ?, ?)').run(
    device,
    device,
    db.memory ? null : fingerprints(db.name).certain,
  )
}

/** Makes a copy a device of its own that belongs to no file yet; nothing in a copy of an older version, which has none. */
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

/** The first device of a diary, which all copies of it have in common; `null` if that cannot be told. */
export function originOf(db: Database): string | null {
  const column = hasOrigin(db) ? 'origin' : 'device'
  return db.prepare<[], string | null>(`SELECT ${column} FROM identity`).pluck().get() ?? null
}

/** Versions before 4 had one device for all copies. */
function hasOrigin(db: Database): boolean {
  return db.prepare(`SELECT 1 FROM pragma_table_info('identity') WHERE name = 'origin'`).get() !== undefined
}

/**
 * The fingerprint of a file; and the one that it had before anything was written in it, while its time of creation could
 * not be told from the time of its last change, which some systems give in its place.
 */
function fingerprints(file: string): { readonly certain: string; readonly early: () => string } {
  const { ino, dev, birthtimeNs, ctimeNs } = fs.statSync(file, { bigint: true })
  // Worked out where it is needed: each command that reads asks for the other.
  const early = (): string => hash(`${machine()} ${ino} ${dev}`)
  const isCreationKnown = birthtimeNs > 0n && birthtimeNs !== ctimeNs
  return { early, certain: isCreationKnown ? hash(`${machine()} ${ino} ${birthtimeNs}`) : early() }
}

/** The mark of the machine; empty if the system has none: number and time of creation tell most files apart. */
function machine(): string {
  try {
    return fs.readFileSync('/etc/machine-id', 'utf8').trim()
  } catch {
    return ''
  }
}

/** 64-bit FNV-1a: nobody can get from it to the machine, and to load `node:crypto` takes longer than to write. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (const byte of Buffer.from(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n)
  return value.toString(16).padStart(16, '0')
}
