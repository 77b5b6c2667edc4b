import fs from 'node:fs'
import path from 'node:path'
import { failed, type FuError } from '../domain/errors.ts'

/** Marks a SQLite file as a diary: "fudi" in ASCII. */
export const applicationId = 0x66756469

const headerLength = 100
const sqliteMagic = 'SQLite format 3\0'

/** Makes an empty diary file that only its owner can read, in a folder of the same kind; leaves one that is there. */
export function makeFile(file: string): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    fs.closeSync(fs.openSync(file, 'wx', 0o600))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unreadable(file, error)
  }
}

/**
 * Looks at a file before SQLite may touch it, since opening can already write. Gives whether it is there, and
 * whether anything was ever written in it.
 *
 * @throws FuError `failed` where it is no diary, a damaged one, or one of a newer `fu`
 */
export function inspectFile(file: string, newestVersion: number): 'absent' | 'empty' | 'diary' {
  const seen = look(file)
  if (seen === null) return 'absent'
  const { size, header, hasJournal } = seen
  // Where a write was cut off, SQLite mends the header from its journal first; it is looked at again after that.
  if (hasJournal) return 'diary'
  if (size === 0) return 'empty'
  if (header.toString('latin1', 0, 16) !== sqliteMagic) {
    throw notADiary(file, 'it is a file of another kind')
  }
  refuseForeign(file, header.readInt32BE(68), header.readInt32BE(60), newestVersion)
  const pageSize = header.readUInt16BE(16)
  const written = header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize)
  if (written > size) {
    throw failed(
      `The diary ${file} is cut short: ${size} bytes are there, ${written} were written.`,
      'Nothing was changed. Bring back a copy of it from your backups.',
    )
  }
  return 'diary'
}

/** @throws FuError `failed` where the marks in the file's header are not those of a diary this program can read */
export function refuseForeign(file: string, id: number, version: number, newestVersion: number): void {
  if (id !== applicationId) throw notADiary(file, 'it is the database of another program')
  if (version > newestVersion) {
    throw failed(
      `The diary ${file} was written by a newer fu (version ${version}; this one knows ${newestVersion}).`,
      'Nothing was changed. Update fu, or name another diary with --diary.',
    )
  }
}

/** The sentence for a file that the system will not let be read or written. */
export function unreadable(file: string, cause: unknown): FuError {
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of its path is a file, not a folder',
    ELOOP: 'its links lead in a circle',
    EIO: 'the disk reports an error',
  }
  const reason = reasons[codeOf(cause)] ?? (cause instanceof Error ? cause.message : String(cause))
  return failed(
    `The diary ${file} cannot be opened: ${reason}.`,
    'Name another place with --diary <path> or FU_DIARY.',
    cause,
  )
}

function look(file: string): { size: number; header: Buffer; hasJournal: boolean } | null {
  try {
    // A named pipe would otherwise be waited for until somebody writes into it.
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
    try {
      const stat = fs.fstatSync(descriptor)
      if (stat.isDirectory()) throw notADiary(file, 'it is a folder')
      if (!stat.isFile()) throw notADiary(file, 'it is no ordinary file')
      const header = Buffer.alloc(headerLength)
      fs.readSync(descriptor, header, 0, headerLength, 0)
      return { size: stat.size, header, hasJournal: fs.existsSync(`${file}-journal`) }
    } finally {
      fs.closeSync(descriptor)
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    if (codeOf(error) === 'EISDIR') throw notADiary(file, 'it is a folder')
    throw error instanceof Error && error.name === 'FuError' ? error : unreadable(file, error)
  }
}

function notADiary(file: string, why: string): FuError {
  return failed(
    `${file} is not a fu diary: ${why}.`,
    'Nothing was changed. Name the diary with --diary <path> or FU_DIARY.',
  )
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
