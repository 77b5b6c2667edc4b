import type { PreservedErasures, BackupComparison } from '../../domain/backup.ts'
import type { Diagnosis, Finding } from '../../domain/diagnosis.ts'
import { failed } from '../../domain/errors.ts'
import type { LeftOut } from '../../domain/foreign-schema.ts'
import type { Moment } from '../../domain/moment.ts'
import { SqliteError } from '../file/sqlite.ts'
import { backupsOf } from '../backup/backups.ts'
import { refuseUnsafeFolder } from '../backup/folder.ts'
import { newestRestorable } from '../backup/restorable.ts'
import { migrations } from '../migrations/migrations.ts'
import { isIndexFault, isValueFault } from './inside.ts'
import { rebuildIndexes } from './indexes.ts'
import { makeAllPrivate } from './place.ts'
import { keepDamaged } from '../restore/keep.ts'
import { restoreCopy } from '../restore/restore.ts'
import { contentsOf } from '../backup/contents.ts'
import { openRebuilt } from '../rebuild/harmless.ts'
import { openSource } from '../backup/source.ts'
import { compare, fileState } from '../restore/file-state.ts'
import { withDatabase } from '../file/connect.ts'
import { translateErrors } from '../file/errors.ts'

/** One repair. */
export type Repair =
  | { readonly what: 'indexes'; readonly kept: string }
  /** The rows were moved out of a file whose schema another program changed. */
  | { readonly what: 'schema'; readonly kept: string | null; readonly leftOut: LeftOut }
  | { readonly what: 'private'; readonly files: readonly string[] }
  | {
      readonly what: 'restored'
      readonly name: string
      readonly kept: string | null
      /** The replaced diary, compared with the backup as far as it could be read. */
      readonly comparison: BackupComparison
      readonly forgetting: PreservedErasures
    }

/**
 * Repairs everything that needs no guessing: rebuilds the search index from the rows, makes files private, moves the
 * rows of a diary whose schema or values another program changed into a new one, and replaces a damaged diary, which is
 * kept aside, by its newest sound backup.
 *
 * @throws FuError `failed` if it is damaged and there is no sound backup, `refused` if others may write in the backups
 * folder
 */
export async function repair(diagnosis: Diagnosis, at: Moment): Promise<Repair[]> {
  const { file, findings } = diagnosis
  const done: Repair[] = []
  const state = (name: Finding['name']): Finding | undefined =>
    findings.find((finding) => finding.name === name && finding.state === 'bad')
  const broken = state('file')
  const found = state('integrity')
  const foreign = state('schema') ?? state('values')
  const isMoved = found === undefined ? foreign !== undefined : isValueFault(found)
  if (isMoved) done.push(await moved(file, at))
  // A moved diary is sound.
  const damage = isMoved ? undefined : found
  const isRuined = broken !== undefined || (damage !== undefined && !isIndexFault(damage))
  if (!isRuined && !isMoved && (damage !== undefined || state('search') !== undefined)) {
    const kept = keepDamaged(file, at)
    const isMended = rebuilt(file)
    if (isMended) done.push({ what: 'indexes', kept })
    else done.push(await restored(file, at))
  }
  if (isRuined) done.push(await restored(file, at))
  const files = makeAllPrivate(file, backupsOf(file))
  if (files.length > 0) done.push({ what: 'private', files })
  return done
}

/** Returns whether the diary is sound afterwards. */
function rebuilt(file: string): boolean {
  return translateErrors(file, () =>
    withDatabase(file, 'write', (db) => {
      try {
        db.exec('REINDEX')
        rebuildIndexes(db)
        return db.pragma('integrity_check', { simple: true }) === 'ok'
      } catch (error) {
        if (error instanceof SqliteError && /^SQLITE_(?:CORRUPT|CONSTRAINT)/.test(error.code)) return false
        throw error
      }
    }),
  )
}

/** Moves the rows of a diary into a new one in its place, and keeps the old file aside. */
async function moved(file: string, at: Moment): Promise<Repair> {
  refuseUnsafeFolder(file)
  const { db, leftOut } = translateErrors(file, () => openRebuilt(file))
  try {
    const close = (): void => void db.close()
    const { kept } = await restoreCopy(file, { path: file, db, contents: contentsOf(db), leftOut, close }, at)
    return { what: 'schema', kept, leftOut }
  } finally {
    db.close()
  }
}

async function restored(file: string, at: Moment): Promise<Repair> {
  refuseUnsafeFolder(file)
  const newest = newestRestorable(file, migrations.length)
  if (newest === null) {
    throw failed(
      'The diary is damaged, and there is no sound backup.',
      `Nothing was changed. Do not delete ${file}; "fu restore <path>" restores a copy from any other place.`,
    )
  }
  const source = openSource(file, newest.path)
  try {
    const comparison = compare(file, fileState(file), source)
    const { kept, forgetting } = await restoreCopy(file, source, at)
    return { what: 'restored', name: newest.name, kept, comparison, forgetting }
  } finally {
    source.close()
  }
}
