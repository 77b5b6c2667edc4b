import type { Database } from 'better-sqlite3'
import type { BackupComparison, LastChange, FileState } from '../../domain/backup.ts'
import { FuError } from '../../domain/errors.ts'
import { fewDifferences } from '../../domain/foreign-schema.ts'
import { backupsOf } from '../backup/backups.ts'
import { suppressedContacts, erasedFrom, erasuresIn } from '../erase/preserve-erasures.ts'
import { originOf } from '../writing/device.ts'
import { contentsOf } from '../backup/contents.ts'
import { faultsOf, hasSharedPages } from '../file/damage.ts'
import { codeOf } from '../../files/system-error.ts'
import { refuseHeader } from '../backup/inspect.ts'
import { migrations } from '../migrations/migrations.ts'
import type { Source } from '../backup/source.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { hasValueFaults, withHarmless } from '../rebuild/harmless.ts'
import { BadValue } from '../values/rules.ts'
import { hasJournal } from '../file/side-files.ts'
import { look, readHeader } from '../file/header.ts'

/**
 * The state of the diary file before a restore.
 *
 * @throws FuError `failed` if it is not a diary, is from a newer fu, or cannot be read
 */
export function fileState(file: string): FileState {
  const seen = look(file)
  if (seen === null) return { state: 'missing' }
  const isCutOff = hasJournal(file)
  if (seen.size === 0 && !isCutOff) return { state: 'empty' }
  const header = readHeader(seen, migrations.length)
  // A diary without its first page looks like any other file; if it has backups, it is treated as a diary.
  const wasADiary = header === 'cut-short' || (header === 'other-kind' && backupsOf(file).length > 0)
  if (!isCutOff && wasADiary) {
    const why = header === 'cut-short' ? 'it is truncated.' : 'its beginning is gone.'
    return { state: 'damaged', why, contents: null }
  }
  if (!isCutOff) refuseHeader(file, seen, migrations.length)
  return unlessUnreadable<FileState>({ state: 'damaged', why: 'it cannot be read.', contents: null }, () =>
    insideOf(file),
  )
}

function insideOf(file: string): FileState {
  return withHarmless(file, ({ db, leftOut: { objects } }) => {
    if (objects.length > 0) {
      const why = `another program changed its schema (${fewDifferences(objects)}).`
      return { state: 'damaged', why, contents: attempt(() => contentsOf(db), null) }
    }
    const faults = attempt(() => faultsOf(db), ['it cannot be read.'])
    // Reads nothing else from such a file.
    if (faults.length > 0 && attempt(() => hasSharedPages(db), true)) {
      return { state: 'damaged', why: faults[0] ?? 'it cannot be read.', contents: null }
    }
    const contents = attempt(() => contentsOf(db), null)
    const unread = attempt(() => hasValueFaults(db), false) ? ['it has values that fu cannot read.'] : []
    const [why] = [...faults, ...unread]
    if (why === undefined && contents !== null) return { state: 'sound', ...contents }
    return { state: 'damaged', why: why ?? 'it cannot be read.', contents }
  })
}

/** The changes that restoring a copy would make. */
export function compare(file: string, present: FileState, source: Source): BackupComparison {
  const unknown: BackupComparison = {
    present,
    backup: source.contents,
    sameDiary: null,
    lost: null,
    back: 0,
    unwanted: [],
    erased: 0,
  }
  if (present.state === 'missing' || present.state === 'empty') return { ...unknown, lost: [] }
  if (present.state === 'damaged' && present.contents === null) return unknown
  return withHarmless(file, ({ db }) => {
    const forgotten = erasuresIn(db)
    const who = {
      unwanted: suppressedContacts(source.db, forgotten),
      erased: erasedFrom(source.db, forgotten),
    }
    const unread = { ...unknown, ...who }
    return attempt(() => {
      const known = new Set(uidsOf(source.db))
      const here = new Set(uidsOf(db))
      return {
        ...unread,
        sameDiary: originOf(db) === originOf(source.db),
        lost: changesBut(db, known),
        back: [...known].filter((uid) => !here.has(uid)).length,
      }
    }, unread)
  })
}

function uidsOf(db: Database): string[] {
  return db.prepare<[], string>('SELECT uid FROM journal').pluck().all()
}

function changesBut(db: Database, known: ReadonlySet<string>): LastChange[] {
  return db
    .prepare<[], { uid: string; title: unknown; at: unknown; at_offset: unknown }>(
      'SELECT uid, title, at, at_offset FROM journal ORDER BY id DESC',
    )
    .all()
    .filter(({ uid }) => !known.has(uid))
    .map(({ title, at, at_offset: offset }) => ({
      title: columns.journal.title(title),
      at: storedMoment(at, offset),
    }))
}

/** The value of a step on a file, or a default if SQLite cannot open it at all. */
export function unlessUnreadable<Value>(otherwise: Value, step: () => Value): Value {
  try {
    return step()
  } catch (error) {
    if (error instanceof FuError && codeOf(error.cause).startsWith('SQLITE_CORRUPT')) return otherwise
    throw error
  }
}

/** The value of a step, or a default if the database is too damaged. */
function attempt<Value>(step: () => Value, otherwise: Value): Value {
  try {
    return step()
  } catch (error) {
    if (error instanceof BadValue || /^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(codeOf(error))) return otherwise
    throw error
  }
}
