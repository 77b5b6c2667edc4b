import fs from 'node:fs'
import path from 'node:path'
import { failed } from '../../domain/errors.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { isForeign, unsafeFolder } from '../../files/owner.ts'
import { realPath } from './real-path.ts'

/** The suffixes of SQLite's side files. */
export const sideFiles = ['-journal', '-wal', '-shm'] as const

/** Whether a write to the diary was interrupted, or is in progress. */
export function hasJournal(file: string): boolean {
  return fs.existsSync(`${realPath(file)}-journal`)
}

/**
 * Refuses side files with which SQLite would change a file other than the database: a file of a user who is neither
 * this one, root nor the owner of the database; a link; and a journal that names a second journal, which SQLite deletes
 * after a rollback. Call it before the first read, at which SQLite opens side files. `named` is the file named in the
 * error.
 *
 * @throws FuError `failed` with the name of the side file
 */
export function refuseUnsafeSideFiles(file: string, named: string): void {
  for (const end of sideFiles) {
    const fault = faultOf(file, end)
    if (fault === null) continue
    const sideFile = `${named}${end}`
    throw failed(
      `The diary ${named} was not opened: ${sideFile} ${fault}.`,
      `Nothing was changed. ${remedies[fault](shellWord(sideFile))}`,
    )
  }
}

/**
 * Checks the side files of an open database again before a transaction: SQLite reads a journal whenever one begins, and
 * the user may take an hour to answer a prompt. Does nothing if nobody else can write in the folder. `named` is the
 * file named in the error.
 */
export function sideFileCheck(database: string, named: string): () => void {
  if (unsafeFolder(path.dirname(database)) === null) return () => undefined
  return () => refuseUnsafeSideFiles(database, named)
}

/**
 * The faults of a side file, as worded in the error, with their remedies. A side file may contain an interrupted write.
 */
const remedies = {
  'is a link': moveAway,
  'is not an ordinary file': moveAway,
  'names another file, which SQLite would delete': moveAway,
  'belongs to another user': (file: string) =>
    `If a write of yours was interrupted there, make the file yours with chown; if not, move ${file} to another folder.`,
  'is a hard link to another file': (file: string) =>
    `Put a copy in its place: cp -p ${file} ${file}.copy && mv ${file}.copy ${file}`,
} as const satisfies Readonly<Record<string, (file: string) => string>>

function moveAway(file: string): string {
  return `fu never makes such a file. Move ${file} to another folder, and check the diary with "fu doctor".`
}

type Fault = keyof typeof remedies

function faultOf(database: string, end: string): Fault | null {
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
    // Gone by now, or not accessible; then SQLite will report that.
    return null
  }
}

/** The end of the record that names a super-journal. SQLite checks only this to detect one. */
const superJournalMagic = Buffer.from('d9d505f920a163d7', 'hex')

/** Whether a journal belongs to a transaction over several files, which only `ATTACH` creates; a diary is one file. */
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
