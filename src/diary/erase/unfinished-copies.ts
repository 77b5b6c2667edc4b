import fs from 'node:fs'
import path from 'node:path'
import type { CopyPlace } from '../../domain/backup.ts'
import { isOwn } from '../../files/owner.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import { isLinked } from '../backup/folder.ts'
import { backupFolder } from '../backup/name.ts'
import { beginsAsSqlite } from '../file/header.ts'
import type { UnreadableCopy } from './copies.ts'

/** The suffix of an incomplete copy, or of its side files, after the name of the copy. */
const unfinishedEnd = /^(?:\.[0-9a-f]{16})?\.unfinished(?:-journal|-wal|-shm)?$/

/** A folder in which earlier versions repaired a copy, and its content. */
const mendedFolder = /^mended-[A-Za-z0-9]{6}$/
const mendedFile = /^copy\.unfinished(?:-journal|-wal|-shm)?$/

/**
 * Removes incomplete copies of a diary, because they still contain everybody: in its backups folder, and beside the
 * places of copies. The list of places may come from elsewhere, so only the user's own database files are removed, and
 * only with names that fu gives. Returns those that could not be removed.
 */
export function removeUnfinished(diary: string, places: readonly CopyPlace[]): UnreadableCopy[] {
  const failed: UnreadableCopy[] = []
  const backups = backupFolder(diary)
  for (const name of isLinked(diary) ? [] : namesIn(backups, failed)) {
    const file = path.join(backups, name)
    if (mendedFolder.test(name)) removeMended(file, failed)
    else if (/^[^.].*\.unfinished/.test(name) && unfinishedEnd.test(name.slice(name.search(endOfName)))) {
      removeOwn(file, failed)
    }
  }
  for (const target of [diary, ...places.map((place) => place.path)].filter(isFileName)) {
    const [folder, base] = [path.dirname(target), path.basename(target)]
    for (const name of namesIn(folder, failed)) {
      if (name.startsWith(base) && unfinishedEnd.test(name.slice(base.length))) {
        removeOwn(path.join(folder, name), failed)
      }
    }
  }
  return failed
}

const endOfName = /(?:\.[0-9a-f]{16})?\.unfinished(?:-journal|-wal|-shm)?$/

function isFileName(file: string): boolean {
  return path.isAbsolute(file) && path.normalize(file) === file && !file.endsWith(path.sep)
}

/** The names in a folder; empty if there is no such folder. */
function namesIn(folder: string, failed: UnreadableCopy[]): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) failed.push({ file: folder, why: reasonOf(error) })
    return []
  }
}

function removeMended(folder: string, failed: UnreadableCopy[]): void {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false })
  if (stat?.isDirectory() !== true || !isOwn(stat)) return
  const names = namesIn(folder, failed)
  if (!names.every((name) => mendedFile.test(name))) return
  for (const name of names) removeOwn(path.join(folder, name), failed)
  attempt(folder, failed, () => fs.rmdirSync(folder))
}

/** Removes a file of the user that is empty, a database, or a side file of one. */
function removeOwn(file: string, failed: UnreadableCopy[]): void {
  attempt(file, failed, () => {
    const stat = fs.lstatSync(file, { throwIfNoEntry: false })
    if (stat?.isFile() !== true || !isOwn(stat)) return
    const isSideFile = /-(?:journal|wal|shm)$/.test(file)
    if (isSideFile || stat.size === 0 || isDatabaseOrBegun(file)) fs.rmSync(file)
  })
}

/** SQLite may write the first page of a copy last: until then it contains zeros. */
function isDatabaseOrBegun(file: string): boolean {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW)
  try {
    const header = new DataView(new ArrayBuffer(16))
    if (fs.readSync(descriptor, header, 0, 16, 0) < 16) return false
    return beginsAsSqlite(header) || Buffer.from(header.buffer).every((byte) => byte === 0)
  } finally {
    fs.closeSync(descriptor)
  }
}

function attempt(file: string, failed: UnreadableCopy[], work: () => void): void {
  try {
    work()
  } catch (error) {
    failed.push({ file, why: reasonOf(error) })
  }
}
