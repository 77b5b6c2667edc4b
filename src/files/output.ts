import fs from 'node:fs'
import { failed, FuError, refused } from '../domain/errors.ts'
import { replace } from './durable.ts'
import { resolveLinks } from './links.ts'
import { isForeign, isOwn } from './owner.ts'
import { codeOf, reasonOf } from './system-error.ts'
import { discard, openTemporaryFile } from './temporary.ts'

/**
 * Writes a text to the user's output path. An ordinary file appears when it is complete and replaces the previous one.
 * It keeps that file's mode if the file is the user's own; otherwise only its owner can read it. A missing folder is
 * made. A device, FIFO or `/dev/fd/N` is written directly. Returns the target if `file` is a link, else `null`.
 *
 * @throws FuError `refused` if the file is a database, or a link, FIFO or socket on the path belongs to another user;
 * `failed` if it cannot be written
 */
export function writeOutput(file: string, pieces: Iterable<string>): string | null {
  const before = statOf(file)
  if (file === '' || /[\\/]$/.test(file) || before?.isDirectory() === true) {
    throw failed(`${file === '' ? '""' : file} is a folder.`, 'Name a file in it.')
  }
  try {
    const target = resolveLinks(file)
    if (before?.isFile() === false) {
      writeInto(file, target, pieces)
      return null
    }
    refuseDatabase(file, target)
    replaceFile(target, before, pieces)
    return isLink(file) ? target : null
  } catch (error) {
    // Producing the pieces may fail too, and such an error is already complete.
    if (error instanceof FuError) throw error
    const isDenied = ['EACCES', 'EPERM'].includes(codeOf(error))
    const reason =
      isDenied && before !== null && !isOwn(before) ? 'it belongs to another user' : reasonOf(error)
    throw failed(`${file} cannot be written: ${reason}.`, 'Name another place with --output.', error)
  }
}

function replaceFile(target: string, before: fs.Stats | null, pieces: Iterable<string>): void {
  const { path: temporary, descriptor } = openTemporaryFile(target)
  try {
    try {
      if (before !== null && isOwn(before)) keepMode(descriptor, before)
      for (const piece of pieces) fs.writeFileSync(descriptor, piece)
      fs.fsyncSync(descriptor)
    } finally {
      fs.closeSync(descriptor)
    }
    replace(temporary, target)
  } catch (error) {
    discard(temporary)
    throw error
  }
}

/** The users who could read the old file can read the new one, and nobody else. */
function keepMode(descriptor: number, before: fs.Stats): void {
  const isGroupKept = fs.fstatSync(descriptor).gid === before.gid || isGivenTo(descriptor, before)
  fs.fchmodSync(descriptor, before.mode & (isGroupKept ? 0o777 : 0o707))
}

function isGivenTo(descriptor: number, { uid, gid }: fs.Stats): boolean {
  try {
    fs.fchownSync(descriptor, uid, gid)
    return true
  } catch {
    return false
  }
}

/** Writes into a file that is not ordinary. `/dev/fd/N` may lead to a pipe, which has no other path. */
function writeInto(file: string, target: string, pieces: Iterable<string>): void {
  const stat = statOf(target)
  if (stat !== null && (stat.isFIFO() || stat.isSocket()) && isForeign(stat)) {
    throw refused(
      `${file} is a pipe or socket of another user; nothing was written to it.`,
      'Name another file, or a folder of your own.',
    )
  }
  const { O_WRONLY, O_NOCTTY, O_NOFOLLOW } = fs.constants
  const descriptor = fs.openSync(
    stat === null ? file : target,
    O_WRONLY | O_NOCTTY | (stat === null ? 0 : O_NOFOLLOW),
  )
  try {
    if (fs.fstatSync(descriptor).isFile()) throw failed(`${file} was replaced in the meantime.`, 'Try again.')
    // A terminal would interpret control characters in the text.
    if (process.getBuiltinModule('node:tty').isatty(descriptor)) {
      throw failed(`${file} is a terminal.`, 'Leave out --output to print there.')
    }
    for (const piece of pieces) fs.writeFileSync(descriptor, piece)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** The first bytes of an SQLite database. */
const databaseMark = 'SQLite format 3\0'

function refuseDatabase(file: string, target: string): void {
  if (!isDatabase(target)) return
  throw refused(
    `${file} is a database, a diary or a copy of one, and is not overwritten.`,
    'Name another file with --output.',
  )
}

/** Reading the diary here drops SQLite's locks on it, but then the output is refused and nothing more is read. */
function isDatabase(file: string): boolean {
  const beginning = Buffer.alloc(databaseMark.length)
  try {
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
    try {
      fs.readSync(descriptor, beginning)
    } finally {
      fs.closeSync(descriptor)
    }
  } catch {
    // Missing, or not readable.
    return false
  }
  return beginning.toString('latin1') === databaseMark
}

function isLink(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** The file at a path, with links followed; `null` if it is missing or cannot be examined. */
function statOf(file: string): fs.Stats | null {
  try {
    return fs.statSync(file)
  } catch {
    return null
  }
}
