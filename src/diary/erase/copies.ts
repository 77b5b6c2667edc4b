import fs from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { CopyPlace } from '../../domain/backup.ts'
import { backupsOf } from '../backup/backups.ts'
import { copyPlaces, removePlace } from '../backup/copy-places.ts'
import { isLinked } from '../backup/folder.ts'
import { backupFolder } from '../backup/name.ts'
import { originOf, ownDevices } from '../writing/device.ts'
import { realPath } from '../file/real-path.ts'
import { applicationId, look } from '../file/header.ts'
import { hasSharedPages } from '../file/damage.ts'
import { withDiary } from '../schema/open.ts'

/** The known copies of a diary. */
export type Copies = {
  /** Copies in its backups folder, under any name: the diary may have been renamed. */
  readonly backups: readonly string[]
  /** Copies that `fu backup <file>` made in other places. */
  readonly elsewhere: readonly string[]
  /** Places of copies whose file is missing: a memory stick that is not plugged in. */
  readonly unreachable: readonly CopyPlace[]
  /** Files that may be copies, but cannot be read or were made of another file. */
  readonly unreadable: readonly UnreadableCopy[]
}

/** A copy from which nobody is erased. It is another diary's if nothing shows that the copy was made of this file. */
export type UnreadableCopy = { readonly file: string; readonly why: string; readonly isOthers?: true }

/**
 * Finds the copies of a diary by their content, and the copies with these cards that were made of another file: a diary
 * from elsewhere may list anything as its copy. A place whose file is no longer a copy of this diary is removed from
 * the list of places.
 */
export function findCopies(db: Database, diary: string, uids: readonly string[]): Copies {
  const unreadable: UnreadableCopy[] = []
  const own = ownDevices(db, diary)
  const kinds = new Map<string, Kinship>()
  const kinshipOf = (file: string): Kinship => {
    const known = kinds.get(file)
    if (known !== undefined) return known
    const kind = kinshipTo(db, own, file, uids)
    kinds.set(file, kind)
    return kind
  }
  const isCopy = (file: string): boolean => {
    try {
      if (kinshipOf(file) === 'others') unreadable.push({ file, why: madeOfAnother, isOthers: true })
      return kinshipOf(file) === 'copy'
    } catch (error) {
      unreadable.push({ file, why: error instanceof Error ? error.message : String(error) })
      return false
    }
  }
  const live = statOf(diary)
  const isLive = (stat: fs.Stats): boolean => stat.dev === live?.dev && stat.ino === live.ino
  const named = new Set(backupsOf(diary).map((backup) => backup.path))
  const folder = backupFolder(diary)
  if (isLinked(diary)) unreadable.push({ file: folder, why: 'it is a link, so it is not used' })
  const backups = (isLinked(diary) ? [] : filesIn(folder)).filter(({ file, stat }) => {
    return !isLive(stat) && (named.has(file) || isCopy(file))
  })
  const resolved = (file: string): string | null => {
    try {
      return realPath(file)
    } catch (error) {
      unreadable.push({ file, why: error instanceof Error ? error.message : String(error) })
      return null
    }
  }
  const found = new Set(backups.map(({ file }) => resolved(file)))
  const elsewhere: string[] = []
  const unreachable: CopyPlace[] = []
  for (const place of copyPlaces(db)) {
    const file = resolved(place.path)
    if (file === null) continue
    const stat = statOf(file)
    if (stat === null) unreachable.push(place)
    else if (found.has(file)) continue
    else if (stat.isFile() && !isLive(stat) && isCopy(file)) elsewhere.push(file)
    else if (kinds.get(file) !== 'without' && unreadable.every((one) => one.file !== file))
      removePlace(db, place.path)
  }
  return { backups: backups.map(({ file }) => file), elsewhere, unreachable, unreadable }
}

const madeOfAnother = 'it was made of another file of this diary'

/**
 * The relation of a file to a diary: a copy of this file, a copy of another file of the same diary, one of these
 * without the cards in question, or not a copy.
 */
type Kinship = 'copy' | 'others' | 'without' | 'none'

/**
 * A copy has the same first device, or a history that begins with the same command. A copy of this very file also has
 * something in its history that one of this file's devices wrote.
 */
function kinshipTo(diary: Database, own: readonly string[], file: string, uids: readonly string[]): Kinship {
  const seen = look(file)
  if (seen === null || seen.header.getInt32(68) !== applicationId) return 'none'
  return withDiary(file, 'recover', (copy) => {
    const origin = originOf(copy)
    const first = copy.prepare<[], string>('SELECT uid FROM journal ORDER BY id LIMIT 1').pluck().get()
    const isSame =
      (origin !== null && origin === originOf(diary)) ||
      diary.prepare('SELECT 1 FROM journal WHERE uid = ?').get(first ?? null) !== undefined
    if (!isSame) return 'none'
    if (hasSharedPages(copy)) throw new Error('it is damaged')
    const holds = (sql: string, values: readonly string[]): boolean =>
      copy.prepare(`${sql} IN (SELECT value FROM json_each(?))`).get(JSON.stringify(values)) !== undefined
    if (holds('SELECT 1 FROM journal WHERE device', own)) return 'copy'
    const isThere =
      holds('SELECT 1 FROM contacts WHERE uid', uids) ||
      holds('SELECT 1 FROM journal_changes WHERE row_uid', uids)
    return isThere ? 'others' : 'without'
  })
}

function filesIn(folder: string): { readonly file: string; readonly stat: fs.Stats }[] {
  if (statOf(folder)?.isDirectory() !== true) return []
  return fs.readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    const stat = statOf(file)
    return stat?.isFile() === true ? [{ file, stat }] : []
  })
}

/** `null` also if the folder cannot be read. */
function statOf(file: string): fs.Stats | null {
  try {
    return fs.statSync(file)
  } catch {
    return null
  }
}
