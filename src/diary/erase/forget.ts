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

/** The progress of erasing in the copies of a diary. */
export type ErasedCopies = {
  /** The number of processed copies in the backups folder. */
  readonly backups: number
  /** Processed copies in other places. */
  readonly elsewhere: readonly string[]
  /** Copies that could not be processed, with the reasons. */
  readonly failed: readonly UnreadableCopy[]
  /** Places of copies whose file is missing. */
  readonly unreachable: readonly CopyPlace[]
}

const repairHint = 'Run "fu doctor --repair", then forget them again.'

/** A person to erase, and whether to block later imports of them. */
export type Forgetting = { readonly id: number; readonly block: boolean; readonly at: Moment }

/**
 * Erases a person from the diary for good, in one transaction, and records that the backups still have to be processed.
 * The history keeps the fact that somebody was forgotten, but not who.
 *
 * @throws FuError `not-found` if another terminal removed the contact, `failed` if the diary is damaged: the data to
 * erase is found through its indexes
 */
export function forgetPerson(db: Database, { id, block: isBlocked, at }: Forgetting): Erased {
  if (faultsOf(db).length > 0) throw couldNot('The diary is damaged; nothing was erased.', repairHint)
  const erase = db.transaction((): Erased => {
    const contact = contactsById(db, [id]).get(id)
    if (contact === undefined) {
      throw notFound(`@${id} no longer exists; nothing was erased.`, '"fu history" shows why.')
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

/** Whether somebody was erased from the diary, but perhaps not from all of its backups. */
export function isForgettingUnfinished(db: Database): boolean {
  return db.prepare('SELECT 1 FROM forgetting LIMIT 1').get() !== undefined
}

/**
 * Finishes an erasure: removes all traces from unused parts of the file, from its copies, and from incomplete copies.
 * Copies left over from an interrupted run, or that could not be opened or reached, are processed again. `file` is
 * `null` for a diary in memory.
 *
 * @throws FuError `failed` if the diary itself cannot be processed
 */
export function finishForgetting(db: Database, file: string | null, at: Moment): ErasedCopies {
  // People in the diary were not forgotten: a file from elsewhere may claim otherwise.
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
      'Erased, but another program has the diary open: traces stay in the file until it closes the diary.',
      'Close that program. Then "fu forget" without a name finishes the erasure.',
    )
  }
  const isFinished = erased.failed.length === 0 && erased.unreachable.length === 0
  if (isFinished) afterErasing(() => db.exec('DELETE FROM forgetting'))
  return erased
}

/** In milliseconds: how long to wait for a program that has the diary open in WAL mode. */
const patience = 1000

/**
 * Erases the unused parts of a file too. Returns whether that worked: in WAL mode, into which another program may have
 * put the file, old pages stay as long as somebody reads them.
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
      // The process that makes the day's backup removes those beyond the limit.
      if (!fs.existsSync(copy)) return false
      failed.push({ file: copy, why: error instanceof Error ? error.message : String(error) })
      return false
    }
  }
  return {
    backups: backups.filter((copy) => done(copy, () => replaceErased(copy, erase))).length,
    // Another program may be writing to one of these, so it is changed in place, under SQLite's locks.
    elsewhere: elsewhere.filter((copy) => done(copy, () => eraseInFile(copy, erase))),
    failed,
    unreachable,
  }
}

/** Once somebody is erased, no error may claim that nothing was written. */
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

/** Changes a copy of a file and replaces the file with it, completely or not at all. */
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
    // An older copy is migrated first: the data to erase is found by columns of the newest version.
    migrate(db, file, () => undefined)
    db.transaction(() => erase(db)).immediate()
    if (!vacuum(db)) throw new Error('another program has it open, and traces are left in it')
  })
}
