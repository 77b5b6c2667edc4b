import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { failed as couldNot, notFound } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { block, suppressionListOf, copySuppressionList } from './suppression-list.ts'
import { backupFolder } from '../backup/name.ts'
import { backupsOf, realPath } from '../backup/backups.ts'
import { contactsById } from '../queries/contacts.ts'
import { faultsOf } from '../backup/contents.ts'
import { discard, temporarySuffix, temporaryName } from '../backup/copy.ts'
import { beginFile, syncFile, syncFolder } from '../backup/durable.ts'
import { cardsOf, eraseFrom, type Erased } from './erase.ts'
import { applicationId } from '../backup/file.ts'

/** How far an erasing came with the backups: how many were gone through, and which could not be. */
export type ErasedBackups = {
  readonly erased: number
  readonly failed: readonly { readonly file: string; readonly why: string }[]
}

/** Someone to erase, and whether they are kept from coming back. */
export type Forgetting = { readonly id: number; readonly block: boolean; readonly at: Moment }

/**
 * Erases a person from the diary for good, in one transaction, and notes that the backups are still to be gone
 * through. The history keeps that somebody was forgotten, and nothing of who.
 *
 * @throws FuError `not-found` where another terminal took the contact away
 */
export function forgetPerson(db: Database, { id, block: isBlocked, at }: Forgetting): Erased {
  const erase = db.transaction((): Erased => {
    const contact = contactsById(db, [id]).get(id)
    if (contact === undefined) {
      throw notFound(`@${id} is not there any more; nothing was erased.`, '"fu history" shows why.')
    }
    const cards = cardsOf(db, contact.uid)
    if (isBlocked) for (const uid of cards) block(db, { ...contact, uid })
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
 * Finishes what was begun: nothing of those who were erased stays in unused parts of the file, in its backups, or in
 * copies of it that were cut off. What is left over from a try that was cut off, or from a backup that could not be
 * opened, is gone through again. `file` is `null` for a diary in memory.
 *
 * @throws FuError `failed` where the diary itself cannot be gone through
 */
export function finishForgetting(db: Database, file: string | null, at: Moment): ErasedBackups {
  const uids = db.prepare<[], string>('SELECT uid FROM forgetting ORDER BY uid').pluck().all()
  afterErasing(() => db.exec('VACUUM'))
  if (file !== null) removeUnfinished(realPath(file))
  const blocking = suppressionListOf(db)
  const backups = file === null ? [] : backupsOf(file)
  const failed = backups.flatMap(({ path: backup }) => {
    try {
      replaceErased(backup, (copy) => {
        eraseFrom(copy, uids, at)
        copySuppressionList(copy, blocking)
      })
      return []
    } catch (error) {
      return [{ file: backup, why: error instanceof Error ? error.message : String(error) }]
    }
  })
  if (failed.length === 0) afterErasing(() => db.exec('DELETE FROM forgetting'))
  return { erased: backups.length - failed.length, failed }
}

/** Whatever goes wrong once somebody is erased, nobody may be told that nothing was written. */
function afterErasing(step: () => unknown): void {
  try {
    step()
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    throw couldNot(
      `Erased, but traces may be left in the file and its backups: ${error.message}.`,
      'Once that is mended, "fu forget" without a name finishes.',
      error,
    )
  }
}

/** Takes away copies that were cut off, beside the diary and among its backups: everybody still stands in them. */
function removeUnfinished(diary: string): void {
  const folders = [path.dirname(diary), backupFolder(diary)]
  for (const folder of folders.filter((one) => fs.existsSync(one))) {
    for (const name of fs.readdirSync(folder)) {
      const isOurs = folder === folders[1] || name.startsWith(path.basename(diary))
      if (isOurs && unfinished.test(name))
        fs.rmSync(path.join(folder, name), { recursive: true, force: true })
    }
  }
}

/** The names of copies that have none yet, with what lies beside them, and of folders in which one is mended. */
const unfinished = new RegExp(`\\${temporarySuffix}(?:-journal|-wal|-shm)?$|^mended-`)

/** Changes a copy of a file and puts it in its place, whole or not at all. */
function replaceErased(file: string, erase: (copy: Database) => void): void {
  const copy = temporaryName(file)
  try {
    beginFile(copy)
    fs.copyFileSync(file, copy)
    fs.chmodSync(copy, 0o600)
    eraseInCopy(copy, erase)
    syncFile(copy)
    fs.renameSync(copy, file)
    syncFolder(path.dirname(file))
  } catch (error) {
    discard(copy)
    throw error
  }
}

function eraseInCopy(copy: string, erase: (copy: Database) => void): void {
  const db = new Sqlite(copy, { fileMustExist: true })
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId) throw new Error('it is no diary')
    if (faultsOf(db).length > 0) throw new Error('it is damaged')
    db.pragma('trusted_schema = OFF')
    db.pragma('foreign_keys = ON')
    db.pragma('secure_delete = ON')
    db.transaction(() => erase(db)).immediate()
    db.exec('VACUUM')
  } finally {
    db.close()
  }
}
