import fs from 'node:fs'
import path from 'node:path'
import { failed } from '../../domain/errors.ts'
import { isForeign, unsafeFolder } from '../../files/owner.ts'
import { realPath } from './real-path.ts'

/** The ends of the names of the files that SQLite keeps beside a database. */
export const sideFiles = ['-journal', '-wal', '-shm'] as const

/** Whether a write to the diary was cut off, or is under way. */
export function hasJournal(file: string): boolean {
  return fs.existsSync(`${realPath(file)}-journal`)
}

/**
 * Refuses side files with which SQLite would change another file than the database: one of a user who is neither this
 * one, root nor the owner of the database, a link, and a journal that names a second journal, which SQLite deletes after
 * a rollback. SQLite opens side files when it first reads, so this comes before. `named` is the file that the error names.
 *
 * @throws FuError `failed` with the name of the side file
 */
export function refuseUnsafeSideFiles(file: string, named: string): void {
  for (const end of sideFiles) {
    const fault = faultOf(file, end)
    if (fault === null) continue
    throw failed(
      `The diary ${named} was not opened: ${named}${end} ${fault}.`,
      'Nothing was changed. fu never makes such a file. Move it to another folder, and look at the diary with "fu doctor".',
    )
  }
}

/**
 * What looks at the side files of an open diary again before each transaction, where others may put one there: SQLite
 * reads a journal whenever a transaction begins, and somebody may sit at a prompt for an hour.
 */
export function sideFileGuard(file: string): () => void {
  if (unsafeFolder(path.dirname(file)) === null) return () => undefined
  return () => refuseUnsafeSideFiles(realPath(file), file)
}

function faultOf(database: string, end: string): string | null {
  const sideFile = `${database}${end}`
  try {
    const stat = fs.lstatSync(sideFile, { throwIfNoEntry: false })
    if (stat === undefined) return null
    if (stat.isSymbolicLink()) return 'is a link'
    if (!stat.isFile()) return 'is not an ordinary file'
    if (isForeign(stat) && stat.uid !== fs.statSync(database).uid) return 'belongs to another user'
    if (stat.nlink > 1) return 'is a hard link to another file'
    return end === '-journal' && namesSuperJournal(sideFile, stat.size)
      ? 'names another file, which SQLite would delete'
      : null
  } catch {
    // Gone since, or out of reach; then it is for SQLite too, which says so.
    return null
  }
}

/** What ends the record that names a super-journal. SQLite reads no other part of it to see whether there is one. */
const superJournalMagic = Buffer.from('d9d505f920a163d7', 'hex')

/** Whether a journal is one of several that SQLite wrote in one transaction, as `ATTACH` makes them; fu has one file. */
function namesSuperJournal(journal: string, size: number): boolean {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants
  const descriptor = fs.openSync(journal, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    const end = Buffer.alloc(superJournalMagic.length)
    const read = fs.readSync(descriptor, end, 0, end.length, Math.max(0, size - end.length))
    return read === end.length && end.equals(superJournalMagic)
  } finally {
    fs.closeSync(descriptor)
  }
}
