import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { CopyPlace } from '../../domain/backup.ts'
import type { ContactName } from '../../domain/contact.ts'
import { failed } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { codeOf } from '../../files/system-error.ts'
import { discard, withTemporaryFile } from '../../files/temporary.ts'
import { refuseUnsafeFolder } from '../backup/folder.ts'
import { backupFolder } from '../backup/name.ts'
import {
  suppressionListOf,
  copySuppressionList,
  suppressedBy,
  type SuppressionList,
} from './suppression-list.ts'
import { isClaimed, originOf, releaseCopy } from '../writing/device.ts'
import { contentsOf } from '../backup/contents.ts'
import { copyPlaces, rememberPlace } from '../backup/copy-places.ts'
import { eraseFrom } from './erase.ts'
import type { Source } from '../backup/source.ts'
import { migrate } from '../schema/migrate.ts'
import { BadValue } from '../values/rules.ts'
import { columns } from '../values/columns.ts'
import { connect } from '../file/connect.ts'

/** The people whom a diary has forgotten; this data must survive a restore (R58). */
export type Erasures = {
  readonly blocking: SuppressionList
  /** Erased cards that may still be in some backups. */
  readonly unfinished: readonly string[]
  /** The cards in the diary, which are therefore not forgotten. */
  readonly here: ReadonlySet<string>
  /** The places on this machine where copies of the diary were made. */
  readonly places: readonly CopyPlace[]
  /** The first device of the diary; `null` if it cannot be read. */
  readonly origin: string | null
  /** Whether everything could be read. */
  readonly isWhole: boolean
}

/** The erasures of a missing diary: none. */
export const noErasures: Erasures = {
  blocking: { key: null, entries: [] },
  unfinished: [],
  here: new Set(),
  places: [],
  origin: null,
  isWhole: true,
}

/** Reads the erasures of a diary as far as possible: it may be damaged, or older than their tables. */
export function erasuresIn(db: Database): Erasures {
  let isWhole = true
  const read = <Value>(step: () => Value, otherwise: Value): Value => {
    try {
      return step()
    } catch (error) {
      if (!(error instanceof BadValue) && !/^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(codeOf(error))) throw error
      isWhole &&= error instanceof Error && /^no such (?:table|column)/.test(error.message)
      return otherwise
    }
  }
  const uids = (table: string): string[] =>
    read(() => db.prepare<[], string>(`SELECT uid FROM ${table} ORDER BY uid`).pluck().all(), [])
  const blocking = read(() => suppressionListOf(db), noErasures.blocking)
  const unfinished = uids('forgetting')
  const places = read(() => copyPlaces(db), [])
  const origin = read(() => originOf(db), null)
  return { blocking, unfinished, here: new Set(uids('contacts')), places, origin, isWhole }
}

/** Contacts in a copy but not in the diary who may be on the suppression list. */
export function suppressedContacts(copy: Database, { blocking, unfinished, here }: Erasures): ContactName[] {
  if (blocking.entries.length === 0) return []
  const isKeptOut = suppressedBy(blocking)
  const erased = new Set(unfinished)
  return copy
    .prepare<[], ContactName & { uid: string; company: string | null; phones: string; emails: string }>(
      'SELECT id, uid, name, company, phones, emails FROM contacts ORDER BY id',
    )
    .all()
    .filter(({ uid }) => !here.has(uid) && !erased.has(uid))
    .filter(({ phones, emails, ...card }) =>
      isKeptOut({
        ...card,
        phones: columns.contacts.phones(phones),
        emails: columns.contacts.emails(emails),
      }),
    )
    .map(({ id, name }) => ({ id, name }))
}

/** The number of cards in a copy whose erasure is unfinished. */
export function erasedFrom(copy: Database, { unfinished }: Erasures): number {
  const count = copy
    .prepare<[string], number>('SELECT count(*) FROM contacts WHERE uid IN (SELECT value FROM json_each(?))')
    .pluck()
    .get(JSON.stringify(unfinished))
  return count ?? 0
}

/**
 * A copy to restore, with the erasures of the present diary applied: unfinished erasures are completed in it, it gets
 * the suppression list, and it becomes a device of its own. It is made beside the backups and removed when closed. If
 * nothing needs to change, it is the source itself.
 *
 * @throws FuError `failed` if the copy cannot be changed; SQLite's own errors if the disk fails
 */
export function withErasures(live: string, source: Source, forgotten: Erasures, at: Moment): Source {
  const { blocking, unfinished, origin } = forgotten
  const isOther = origin !== null && origin !== originOf(source.db)
  const isNothing = blocking.key === null && unfinished.length === 0 && forgotten.places.length === 0
  const changes = !isNothing || isOther || (origin !== null && namesErasures(source.db))
  if (!changes && !isClaimed(source.db)) return { ...source, close: () => undefined }
  refuseUnsafeFolder(live)
  return withTemporaryFile(path.join(backupFolder(live), path.basename(live)), (copy) => {
    source.db.prepare('VACUUM INTO ?').run(copy)
    const db = connect(copy, 'temporary')
    try {
      if (changes) applyErasures(db, source.path, forgotten, at)
      releaseCopy(db)
      const close = (): void => {
        db.close()
        discard(copy)
      }
      return { ...source, db, contents: contentsOf(db), close }
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Whether a copy lists people to erase, or places of copies. */
function namesErasures(db: Database): boolean {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE name IN ('forgetting', 'copies')`)
    .pluck()
    .all()
  return tables.some((table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined)
}

function applyErasures(db: Database, named: string, forgotten: Erasures, at: Moment): void {
  const { blocking, unfinished, places, origin } = forgotten
  try {
    migrate(db, named, () => undefined)
    const note = db.prepare('INSERT OR IGNORE INTO forgetting (uid) VALUES (?)')
    const carry = db.transaction(() => {
      eraseFrom(db, unfinished, at)
      // Only the lists of the present diary count: a copy from elsewhere may name anybody, and any file.
      if (origin !== null) db.exec('DELETE FROM forgetting; DELETE FROM copies')
      copySuppressionList(db, blocking)
      for (const uid of unfinished) note.run(uid)
      for (const { path: place, made } of places) rememberPlace(db, place, made)
    })
    carry.immediate()
    // Until then, erased data stays in unused parts of the file.
    db.exec('VACUUM')
  } catch (error) {
    if (!/^SQLITE_(?:ERROR|CONSTRAINT)/.test(codeOf(error))) throw error
    throw failed(
      `Forgotten people cannot be erased from ${named}: ${error instanceof Error ? error.message : String(error)}.`,
      'Nothing was restored. "fu restore" lists the backups.',
      error,
    )
  }
}
