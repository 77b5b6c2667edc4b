import fs from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { CopyPlace } from '../../domain/backup.ts'
import { failed as couldNot, notFound } from '../../domain/errors.ts'
import { foreignUidsOf } from '../../domain/contact-details.ts'
import { fewDifferences } from '../../domain/foreign-schema.ts'
import type { Moment } from '../../domain/moment.ts'
import { replace, syncFile } from '../../files/durable.ts'
import { withTemporaryCopy } from '../../files/temporary.ts'
import { faultsOf } from '../file/damage.ts'
import { copyPlaces } from '../backup/copy-places.ts'
import { contactsById } from '../queries/contacts.ts'
import { schemaDifferences } from '../schema/check.ts'
import { findCopies, type UnreadableCopy } from './copies.ts'
import { removeUnfinished } from './unfinished-copies.ts'
import { cardsOf, eraseFrom, type Erased } from './erase.ts'
import { block, copySuppressionList, suppressionListOf } from './suppression-list.ts'
import { SqliteError } from '../file/sqlite.ts'
import { makeOneFile } from '../file/one-file.ts'
import { sideFiles } from '../file/side-files.ts'
import { applicationId } from '../file/header.ts'
import { migrate } from '../schema/migrate.ts'
import { withDatabase } from '../file/connect.ts'
import { realPath } from '../file/real-path.ts'

/** How far the erasing came in the copies of a diary. */
export type ErasedCopies = {
  /** How many in the backups folder were gone through. */
  readonly backups: number
  /** Those in other places that were gone through. */
  readonly elsewhere: readonly string[]
  /** Those that could not be gone through, and why. */
  readonly failed: readonly UnreadableCopy[]
  /** Places where a copy was made, and where no file is now. */
  readonly unreachable: readonly CopyPlace[]
}

const repairHint = '"fu doctor --repair" puts it right; then forget them again.'

/** Someone to erase, and whether they are kept from coming back. */
export type Forgetting = { readonly id: number; readonly block: boolean; readonly at: Moment }

/**
 * Erases a person from the diary for good, in one transaction, and notes that the backups are still to be gone
 * through. The history keeps that somebody was forgotten, and nothing of who.
 *
 * @throws FuError `not-found` where another terminal took the contact away, `failed` where the diary is damaged: what is
 * to be erased is found by its indexes
 */
export function forgetPerson(db: Database, { id, block: isBlocked, at }: Forgetting): Erased {
  if (faultsOf(db).length > 0) throw couldNot('The diary is damaged; nothing was erased.', repairHint)
  const erase = db.transaction((): Erased => {
    const contact = contactsById(db, [id]).get(id)
    if (contact === undefined) {
      throw notFound(`@${id} is not there any more; nothing was erased.`, '"fu history" shows why.')
    }
    const cards = cardsOf(db, contact.uid)
    const uids = [...cards, ...foreignUidsOf(contact.extra)]
    if (isBlocked) for (const uid of uids) block(db, { ...contact, uid })
    const note = db.prepare('INSERT OR IGNORE INTO forgetting (uid) VALUES (?)')
    for (const uid of cards) note.run(uid)
    return eraseFrom(db, cards, at)
  })
  return erase.immediate()
}

/** Whether somebody is erased from the diary, and maybe not from all of its backups. */
export function isForgettingUnfinished(db: Database): boolean {
  return db.prepare('SELECT 1 FROM forgetting LIMIT 1').get() !== undefined
}

/**
 * Finishes what was begun: nothing of those who were erased stays in unused parts of the file, in its copies, or in
 * copies that were cut off. What is left over from a try that was cut off, or from a copy that could not be opened or
 * reached, is gone through again. `file` is `null` for a diary in memory.
 *
 * @throws FuError `failed` where the diary itself cannot be gone through
 */
export function finishForgetting(db: Database, file: string | null, at: Moment): ErasedCopies {
  // Whoever is in the diary was not forgotten: a file from elsewhere may say otherwise.
  const uids = db
    .prepare<[], string>(
      'SELECT uid FROM forgetting WHERE uid NOT IN (SELECT uid FROM contacts) ORDER BY uid',
    )
    .pluck()
    .all()
  const isGone = afterErasing(() => vacuum(db))
  const erased = file === null ? noCopies : eraseCopies(db, realPath(file), uids, at)
  if (!isGone) {
    throw couldNot(
      'Erased, but another program has the diary open: until it closes the diary, traces are left in the file.',
      'Close that program. Then "fu forget" without a name finishes the erasure.',
    )
  }
  const isFinished = erased.failed.length === 0 && erased.unreachable.length === 0
  if (isFinished) afterErasing(() => db.exec('DELETE FROM forgetting'))
  return erased
}

/** How long a program that has a diary open in WAL mode is waited for, in milliseconds. */
const patience = 1000

/**
 * Takes what was erased out of the unused parts of a file too. Gives whether it is gone: in WAL mode, into which another
 * program may have put the file, the old pages stay as long as somebody reads them.
 */
function vacuum(db: Database): boolean {
  db.exec('VACUUM')
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') return true
  const before = db.pragma('busy_timeout', { simple: true }) as number
  db.pragma(`busy_timeout = ${patience}`)
  try {
    const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number; log: number }[]
    return done?.busy === 0 && done.log === 0
  } finally {
    db.pragma(`busy_timeout = ${before}`)
  }
}

const noCopies: ErasedCopies = { backups: 0, elsewhere: [], failed: [], unreachable: [] }

function eraseCopies(db: Database, diary: string, uids: readonly string[], at: Moment): ErasedCopies {
  const kept = removeUnfinished(diary, copyPlaces(db))
  const { backups, elsewhere, unreachable, unreadable } = afterErasing(() => findCopies(db, diary, uids))
  const suppressed = suppressionListOf(db)
  const erase = (copy: Database): void => {
    eraseFrom(copy, uids, at)
    copySuppressionList(copy, suppressed)
  }
  const failed = [...kept, ...unreadable]
  const done = (copy: string, work: () => void): boolean => {
    try {
      work()
      return true
    } catch (error) {
      // The process that makes the day's backup takes away those that are too many.
      if (!fs.existsSync(copy)) return false
      failed.push({ file: copy, why: error instanceof Error ? error.message : String(error) })
      return false
    }
  }
  return {
    backups: backups.filter((copy) => done(copy, () => replaceErased(copy, erase))).length,
    // Somebody may be writing in one of these, so it is changed where it lies, under SQLite's locks.
    elsewhere: elsewhere.filter((copy) => done(copy, () => eraseInFile(copy, erase))),
    failed,
    unreachable,
  }
}

/** Whatever goes wrong once somebody is erased, nobody may be told that nothing was written. */
function afterErasing<Value>(step: () => Value): Value {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error
    throw couldNot(
      `Erased, but traces may be left in the file and its backups: ${error.message}.`,
      'Once that is fixed, "fu forget" without a name finishes the erasure.',
      error,
    )
  }
}

/** Changes a copy of a file and puts it in its place, whole or not at all. */
function replaceErased(file: string, erase: (copy: Database) => void): void {
  makeOneFile(file)
  withTemporaryCopy(file, file, (copy) => {
    eraseInFile(copy, erase)
    syncFile(copy)
    replace(copy, file)
    for (const end of sideFiles) fs.rmSync(`${file}${end}`, { force: true })
  })
}

function eraseInFile(file: string, erase: (copy: Database) => void): void {
  withDatabase(file, 'write', (db) => {
    if (db.pragma('application_id', { simple: true }) !== applicationId) throw new Error('it is not a diary')
    const differences = schemaDifferences(db)
    if (differences.length > 0) {
      throw new Error(`another program changed its schema: ${fewDifferences(differences)}`)
    }
    if (faultsOf(db).length > 0) throw new Error('it is damaged')
    // An older one is brought up to date: what is to be erased is found by what only the newest version has.
    migrate(db, file, () => undefined)
    db.transaction(() => erase(db)).immediate()
    if (!vacuum(db)) throw new Error('another program has it open, and traces are left in it')
  })
}
