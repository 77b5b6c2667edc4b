import type { Backup } from '../../domain/backup.ts'
import { daysBetween, type Day } from '../../domain/day.ts'
import { bad, sound, warning, type Diagnosis, type Finding } from '../../domain/diagnosis.ts'
import { FuError } from '../../domain/errors.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { backupsOf } from '../backup/backups.ts'
import { isWhole, newestRestorable } from '../backup/restorable.ts'
import { failureOf } from '../backup/daily.ts'
import { foreignInside, lookInside, type Inside } from './inside.ts'
import { hardLinks, placeOf, privacyOf } from './place.ts'
import { codeOf } from '../../files/system-error.ts'
import { refuseHeader } from '../backup/inspect.ts'
import { migrations } from '../migrations/migrations.ts'
import { withHarmless } from '../rebuild/harmless.ts'
import { realPath } from '../file/real-path.ts'
import { connectToMemory } from '../file/connect.ts'
import { lookedAt } from '../file/header.ts'
import { hasJournal } from '../file/side-files.ts'

/** Days without a backup after which backups are reported as old. */
const oldAfterDays = 30

/**
 * Checks a diary and its surroundings: the file, its content, its history, its search index, its backups, its privacy,
 * and its location. Changes nothing.
 *
 * @throws FuError `failed` if another fu has been writing for ten seconds
 */
export function diagnose(file: string, platform: string, today: Day): Diagnosis {
  const diary = realPath(file)
  const backups = backupsOf(diary)
  const { size, counts, findings } = lookAt(diary)
  return {
    file: diary,
    size,
    counts,
    findings: [
      ...findings,
      ...(size === null && backups.length === 0 ? [] : [backupFinding(diary, backups, today)]),
      privacyOf(diary, backups, platform),
      placeOf(diary, platform),
      ...hardLinks(diary),
    ],
    backups,
    sqlite: sqliteVersion(),
  }
}

function lookAt(file: string): Inside {
  let size: number | null = null
  try {
    const seen = lookedAt(file, (found) => {
      if (found !== null && found.size > 0 && !hasJournal(file)) {
        size = found.size
        refuseHeader(file, found, migrations.length)
      }
      return found
    })
    size = seen?.size ?? null
    if (seen === null || (seen.size === 0 && !hasJournal(file))) {
      return { size, counts: null, findings: [nothingThere(file, seen === null)] }
    }
    return withHarmless(file, ({ db, leftOut: { objects } }) =>
      objects.length === 0 ? lookInside(db, seen.size) : foreignInside(db, seen.size, objects),
    )
  } catch (error) {
    if (!(error instanceof FuError) || isBusy(error)) throw error
    return { size, counts: null, findings: [bad('file', error.message, error.hint)] }
  }
}

function nothingThere(file: string, isMissing: boolean): Finding {
  const what = isMissing ? 'There is no diary' : 'The file is empty'
  if (backupsOf(file).length === 0) return sound('file', `${what}; "fu add" creates one.`)
  const newest = newestRestorable(file, migrations.length)
  return bad(
    'file',
    `${what}, but there are backups.`,
    newest === null
      ? 'None of them can be restored: "fu restore" lists them, and "fu restore <path>" takes a copy from elsewhere.'
      : `"fu restore ${shellWord(newest.name)}" restores the newest sound one.`,
  )
}

function backupFinding(diary: string, all: readonly Backup[], today: Day): Finding {
  const backups = all.filter(({ reason }) => reason !== 'damaged')
  const [newest] = backups
  if (newest === undefined) {
    const why = failureOf(diary)
    const detail = why === null ? 'There are none.' : `There are none beside it. ${why.message}`
    return warning('backups', detail, '"fu backup" makes one.')
  }
  const age = daysBetween(newest.day, today)
  const when = age <= 0 ? 'today' : age === 1 ? 'yesterday' : `${age} days ago`
  const detail = `${backups.length}, the newest of ${when}`
  if (!isWhole(newest.path)) {
    return bad('backups', `The newest cannot be read: ${newest.name}.`, '"fu backup" makes another one.')
  }
  const failure = failureOf(diary)
  if (failure !== null) {
    const again = 'The next command that writes tries again; "fu backup" makes one now.'
    return warning(
      'backups',
      `The last backup of a day was not made. ${failure.message}`,
      failure.hint ?? again,
    )
  }
  if (age > oldAfterDays) return warning('backups', `${detail}.`, '"fu backup" makes one.')
  return sound('backups', detail)
}

function isBusy({ cause }: FuError): boolean {
  return codeOf(cause).startsWith('SQLITE_BUSY')
}

function sqliteVersion(): string {
  const db = connectToMemory()
  try {
    return db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? ''
  } finally {
    db.close()
  }
}
