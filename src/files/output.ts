import fs from 'node:fs'
import { failed, FuError, refused } from '../domain/errors.ts'
import { replace } from './durable.ts'
import { resolveLinks } from './links.ts'
import { isForeign, isOwn } from './owner.ts'
import { codeOf, reasonOf } from './system-error.ts'
import { discard, openTemporaryFile } from './temporary.ts'

/**
 * Writes a text where the user says. An ordinary file appears when it is complete, in place of the one that was there,
 * with the mode of that one if it is the user's own, and else for its owner alone; its folder is made if there is none.
 * A device, FIFO or `/dev/fd/N` is written into. Gives the path that a link led to, `null` if the name is no link.
 *
 * @throws FuError `refused` if a database is at that place, or a link, FIFO or socket of another user is on the way; `failed`
 * where it cannot be written
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
    // The pieces may fail too, and what is refused says so itself.
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

/** Whoever could read the file before can read the new one, and nobody else. */
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

/** Writes into what is no ordinary file. `/dev/fd/N` may lead to a pipe, which has no other path. */
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
    if (fs.fstatSync(descriptor).isFile()) throw failed(`${file} was replaced meanwhile.`, 'Try again.')
    // A terminal would obey the control characters of the text.
    if (process.getBuiltinModule('node:tty').isatty(descriptor)) {
      throw failed(`${file} is a terminal.`, 'Leave out --output to print there.')
    }
    for (const piece of pieces) fs.writeFileSync(descriptor, piece)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** What a database file of SQLite begins with. */
const databaseMark = 'SQLite format 3\0'

function refuseDatabase(file: string, target: string): void {
  if (!isDatabase(target)) return
  throw refused(
    `${file} is a database, a diary or a copy of one, and is not overwritten.`,
    'Name another file with --output.',
  )
}

/** Looking at the diary drops SQLite's locks on it, but then it is refused, and nothing more is read from it. */
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
    // Not there, or not for the user to read.
    return false
  }
  return beginning.toString('latin1') === databaseMark
}

function isLink(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** What is at a path, links followed; `null` if there is nothing, or it cannot be looked at. */
function statOf(file: string): fs.Stats | null {
  try {
    return fs.statSync(file)
  } catch {
    return null
  }
}
