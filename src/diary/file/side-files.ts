import fs from 'node:fs'
import path from 'node:path'
import { failed } from '../../domain/errors.ts'
import { shellWord } from '../../domain/shell-word.ts'
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
    const sideFile = `${named}${end}`
    throw failed(
      `The diary ${named} was not opened: ${sideFile} ${fault}.`,
      `Nothing was changed. ${remedies[fault](shellWord(sideFile))}`,
    )
  }
}

/**
 * Checks the side files of an open database again, before a transaction: SQLite reads a journal whenever one begins, and
 * a user may sit at a prompt for an hour. Does nothing where nobody else can write in the folder. `named` is the file that
 * the error names.
 */
export function sideFileCheck(database: string, named: string): () => void {
  if (unsafeFolder(path.dirname(database)) === null) return () => undefined
  return () => refuseUnsafeSideFiles(database, named)
}

/** What is wrong with a side file, as the error says it, and what to do. A side file may hold a write that was cut off. */
const remedies = {
  'is a link': moveAway,
  'is not an ordinary file': moveAway,
  'names another file, which SQLite would delete': moveAway,
  'belongs to another user': (file: string) =>
    `If a write of yours was cut off there, make the file yours with chown; if not, move ${file} to another folder.`,
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
