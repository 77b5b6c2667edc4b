import fs from 'node:fs'
import { failed, type FuError } from '../../domain/errors.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'

/** Marks a SQLite file as a diary: "fudi" in ASCII. */
export const applicationId = 0x66756469

const headerLength = 100
const sqliteMagic = 'SQLite format 3\0'

/**
 * The size of a file and its first bytes, zero-filled after its end. A DataView, because Node compiles a Buffer's
 * methods at each start.
 */
export type Look = { readonly size: number; readonly header: DataView }

/**
 * Reads the header of a file that may be a diary; `null` if it is missing. Never call this while the file is open in
 * this process: it would drop SQLite's locks.
 *
 * @throws FuError `failed` if it is not a file, or cannot be read
 */
export function look(file: string): Look | null {
  try {
    // Otherwise opening a named pipe would block until somebody writes to it.
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
    try {
      const stat = fs.fstatSync(descriptor)
      if (stat.isDirectory()) throw notADiary(file, 'it is a folder')
      if (!stat.isFile()) throw notADiary(file, 'it is not an ordinary file')
      const header = new DataView(new ArrayBuffer(headerLength))
      fs.readSync(descriptor, header, 0, headerLength, 0)
      return { size: stat.size, header }
    } finally {
      fs.closeSync(descriptor)
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    if (codeOf(error) === 'EISDIR') throw notADiary(file, 'it is a folder')
    throw error instanceof Error && error.name === 'FuError' ? error : unreadable(file, error)
  }
}

/**
 * Judges a file by its header. Another fu may be in the middle of writing it, and finish before its journal is checked.
 * So a refused file is read again, and only refused if it has not changed.
 */
export function lookedAt<Value>(file: string, judge: (seen: Look | null) => Value): Value {
  for (let seen = look(file); ;) {
    try {
      return judge(seen)
    } catch (error) {
      const now = look(file)
      if (isSameLook(seen, now)) throw error
      seen = now
    }
  }
}

function isSameLook(one: Look | null, other: Look | null): boolean {
  if (one === null || other === null) return one === other
  return one.size === other.size && bytesOf(one).equals(bytesOf(other))
}

function bytesOf({ header }: Look): Buffer {
  return Buffer.from(header.buffer)
}

/** The kind of a file by its header; the file may be shorter than its header claims. */
export type Header = 'diary' | 'other-kind' | 'foreign' | 'newer' | 'cut-short'

/** Classifies a file by its size and its first bytes. */
export function readHeader({ size, header }: Look, newestVersion: number): Header {
  if (!beginsAsSqlite(header)) return 'other-kind'
  // A diary gets its application id and its version in one transaction.
  if (header.getInt32(68) !== applicationId || header.getUint32(60) === 0) return 'foreign'
  if (header.getUint32(60) > newestVersion) return 'newer'
  return writtenBytes(header) > size ? 'cut-short' : 'diary'
}

/** Whether a file begins like an SQLite database. */
export function beginsAsSqlite(header: DataView): boolean {
  for (let place = 0; place < sqliteMagic.length; place += 1) {
    if (header.getUint8(place) !== sqliteMagic.charCodeAt(place)) return false
  }
  return true
}

export function writtenBytes(header: DataView): number {
  const pageSize = header.getUint16(16)
  return header.getUint32(28) * (pageSize === 1 ? 65_536 : pageSize)
}

/** @throws FuError `failed` if the header is not that of a diary that this program can read */
export function refuseForeign(file: string, id: number, version: number, newestVersion: number): void {
  if (id !== applicationId || version === 0) throw notADiary(file, 'it is the database of another program')
  if (version < 0 || version > newestVersion) {
    throw failed(
      `The diary ${file} was written by a newer fu (version ${version}; this one knows ${newestVersion}).`,
      'Nothing was changed. Update fu, or name another diary with --diary.',
    )
  }
}

/** The hint for a file that is not a diary. */
export const nameTheDiary = 'Nothing was changed. Name the diary with --diary <path> or FU_DIARY.'

/** The error for a file that the system does not open. */
export function unreadable(file: string, cause: unknown): FuError {
  return failed(
    `The diary ${file} cannot be opened: ${reasonOf(cause)}.`,
    'Name another place with --diary <path> or FU_DIARY.',
    cause,
  )
}

export function notADiary(file: string, why: string): FuError {
  return failed(`${file} is not a fu diary: ${why}.`, nameTheDiary)
}
