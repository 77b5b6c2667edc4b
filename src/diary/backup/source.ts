import fs from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { DiaryContents } from '../../domain/backup.ts'
import { failed, FuError, refused } from '../../domain/errors.ts'
import type { LeftOut } from '../../domain/foreign-schema.ts'
import { isMostlyHoles, mostlyHoles } from '../../files/copy.ts'
import { codeOf } from '../../files/system-error.ts'
import { refuseUnsafeFolder } from './folder.ts'
import { backupFolder } from './name.ts'
import { contentsOf } from './contents.ts'
import { areOfTrees, faultsOf } from '../file/damage.ts'
import { refuseHeader } from './inspect.ts'
import { migrations } from '../migrations/migrations.ts'
import { readable } from '../rebuild/harmless.ts'
import { schemaDifferences } from '../schema/check.ts'
import type { Rebuilt } from '../rebuild/rebuild.ts'
import { sideFiles } from '../file/side-files.ts'
import { realPath } from '../file/real-path.ts'
import { connect, connectToCopy } from '../file/connect.ts'
import { look, nameTheDiary, refuseForeign } from '../file/header.ts'

/** A copy of a diary that can be restored: sound, and open for reading until it is closed. */
export type Source = {
  readonly path: string
  readonly db: Database
  readonly contents: DiaryContents
  /** The content of the copy that the database lacks, because another program changed its schema. */
  readonly leftOut: LeftOut
  readonly close: () => void
}

/**
 * Opens a copy to restore, by its path or by its name in `fu restore`. A copy with the journal of an interrupted write
 * is read in a private copy, where SQLite can roll the write back.
 *
 * @throws FuError `refused` if it is the diary itself; `failed` if there is no such file, or it is damaged or not a
 * diary that this program can read
 */
export function openSource(diary: string, named: string): Source {
  try {
    return openCopy(diary, named)
  } catch (error) {
    if (error instanceof FuError && error.hint === nameTheDiary) throw failed(error.message, another, error)
    throw error
  }
}

function openCopy(diary: string, named: string): Source {
  const file = realPath(existing(diary, named))
  if (file === realPath(diary)) {
    throw refused(`${named} is the diary itself.`, '"fu restore" lists the backups.')
  }
  refuseHoles(named, file)
  const seen = look(file)
  if (seen === null || seen.size === 0) throw failed(`${named} is empty.`, another)
  const isCutOff = sideFiles.some((end) => fs.existsSync(`${file}${end}`))
  if (!isCutOff) refuseHeader(file, seen, migrations.length)
  const { db, contents, leftOut } = opened(named, file, isCutOff)
  return { path: file, db, contents, leftOut, close: () => void db.close() }
}

const another = 'Nothing was changed. "fu restore" lists the backups.'

function existing(diary: string, named: string): string {
  if (fs.existsSync(named)) return named
  const listed = path.join(backupFolder(realPath(diary)), path.basename(named))
  if (named !== '' && path.basename(named) === named && fs.existsSync(listed)) {
    refuseUnsafeFolder(realPath(diary))
    return listed
  }
  throw failed(`There is no file ${named === '' ? '""' : named}.`, another)
}

/** @throws FuError `failed` if a few bytes would be restored as a diary that fills the disk */
function refuseHoles(named: string, file: string): void {
  const stat = fs.statSync(file)
  if (isMostlyHoles(stat)) throw mostlyHoles(named, stat)
}

type Opened = Omit<Source, 'path' | 'close'>

function opened(named: string, file: string, isCutOff: boolean): Opened {
  try {
    const db = isCutOff ? connectToCopy(file) : connect(file, 'read')
    try {
      refuseForeign(
        named,
        db.pragma('application_id', { simple: true }) as number,
        db.pragma('user_version', { simple: true }) as number,
        migrations.length,
      )
      // Checked before a row is read. With a foreign schema, invalid values are left out.
      const isOfFu = schemaDifferences(db).length === 0
      const faults = isOfFu ? faultsOf(db) : []
      if (areOfTrees(faults)) throw damaged(named, faults)
      const diary = readable(db)
      return checked(named, diary, isOfFu && diary.db === db ? faults : null)
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    if (error instanceof FuError || !codeOf(error).startsWith('SQLITE_')) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw failed(`${named} cannot be read: ${reason}.`, another, error)
  }
}

/** Checks a database, and closes it if it cannot be restored; `known` are its faults, if they are known already. */
function checked(named: string, { db, leftOut }: Rebuilt, known: readonly string[] | null): Opened {
  try {
    const faults = known ?? faultsOf(db)
    if (faults.length > 0) throw damaged(named, faults)
    return { db, contents: contentsOf(db), leftOut }
  } catch (error) {
    db.close()
    throw error
  }
}

function damaged(named: string, [fault = '']: readonly string[]): FuError {
  return failed(`${named} is damaged too (${fault}).`, another)
}
