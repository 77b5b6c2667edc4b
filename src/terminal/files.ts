import fs from 'node:fs'
import path from 'node:path'
import { failed, FuError } from '../domain/errors.ts'
import { readKept, writeKept } from '../files/kept-file.ts'
import { lock } from '../files/lock.ts'
import { writeOutput } from '../files/output.ts'
import { spool } from '../files/spool.ts'
import { codeOf, reasonOf } from '../files/system-error.ts'

/** Files that the user names. */
export type Files = {
  /**
   * The text of a UTF-8 file, without its byte order mark.
   *
   * @throws FuError `failed` if there is no such file, it cannot be read, it is over 10 MB, or it is not text
   */
  read(file: string): string
  /**
   * The bytes of a file; `-` is standard input.
   *
   * @throws FuError `failed` if there is no such file, it cannot be read, or it is over 512 MB
   */
  bytes(file: string): Uint8Array
  exists(file: string): boolean
  isFolder(file: string): boolean
  /** Makes Node collect garbage sooner; call it before reading a long file. */
  spareMemory(): Promise<void>
  /**
   * The text of a UTF-8 file in pieces, for a file that may be long; `-` is standard input.
   *
   * @throws FuError `failed` as `read` does, and over 512 MB
   */
  chunks(file: string): Iterable<string>
  /** Writes a text to a temporary file at once, and returns it in pieces, for a slow reader. */
  spool(pieces: Iterable<string>): Iterable<string>
  /** The files in a folder and up to ten levels of subfolders, sorted by name; `null` if it is not a folder. */
  list(folder: string): string[] | null
  /**
   * Writes a text in pieces, so that it need not fit in memory: to a file, which is replaced as a whole, or to a
   * device. Returns the target if `file` is a link, else `null`.
   *
   * @throws FuError `refused` and `failed` as `writeOutput`
   */
  write(file: string, pieces: Iterable<string>): string | null
  /**
   * The text of a file that the program keeps for itself; `null` if it is missing. Links are not followed.
   *
   * @throws FuError `refused` if something else is in its place, `failed` if it cannot be read
   */
  readKept(file: string): string | null
  /**
   * Replaces a file that the program keeps for itself, or a link in its place.
   *
   * @throws FuError `failed` if it cannot be written
   */
  writeKept(file: string, text: string): void
  /** Removes a file; returns whether it existed. */
  remove(file: string): boolean
  /**
   * Creates a lock file that keeps other processes out. Returns a function that removes it, or `null` if another
   * process holds the lock.
   *
   * @throws FuError `failed` if it cannot be created
   */
  lock(file: string): (() => void) | null
}

/** The files of this machine. */
export const files: Files = {
  read(file) {
    const bytes = bytesOf(file, 10)
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch (error) {
      throw failed(`${file} is not UTF-8 text.`, 'Save it again as UTF-8.', error)
    }
  },
  bytes: (file) => bytesOf(file, 512),
  exists: (file) => fs.existsSync(file),
  spareMemory: async () => {
    const { setFlagsFromString } = await import('node:v8')
    setFlagsFromString('--semi-space-growth-factor=1')
    setFlagsFromString('--heap-growing-percent=20')
  },
  isFolder,
  chunks: chunksOf,
  list(folder) {
    try {
      if (!fs.statSync(folder).isDirectory()) return null
      return filesIn(folder, 10).toSorted()
    } catch (error) {
      throw unreadable(folder, error)
    }
  },
  spool,
  write: writeOutput,
  readKept: (file) => orUnreadable(file, () => readKept(file)),
  writeKept(file, text) {
    try {
      writeKept(file, text)
    } catch (error) {
      throw unwritable(file, error)
    }
  },
  remove(file) {
    const isThere = fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined
    try {
      fs.rmSync(file, { force: true })
    } catch (error) {
      throw failed(`${file} cannot be removed: ${reasonOf(error)}.`, 'Remove it yourself.', error)
    }
    return isThere
  },
  lock(file) {
    try {
      return lock(file)
    } catch (error) {
      throw unwritable(file, error)
    }
  },
}

function unwritable(file: string, error: unknown): FuError {
  if (error instanceof FuError) return error
  return failed(`${file} cannot be written: ${reasonOf(error)}.`, 'Make its folder writable.', error)
}

function isFolder(file: string): boolean {
  try {
    return fs.statSync(file).isDirectory()
  } catch {
    return false
  }
}

/** The bytes per read. */
const piece = 65_536

/** Reads up to a limit, because a device or a pipe has no known length. */
function bytesOf(file: string, mostMegabytes: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    const opened = file === '-' ? standardInput : openToRead(file)
    try {
      for (;;) {
        const bytes = Buffer.allocUnsafe(piece)
        const read = readSome(opened, bytes)
        if (read === 0) break
        pieces.push(bytes.subarray(0, read))
        length += read
        if (length > mostMegabytes * 1024 * 1024)
          throw failed(`${file} is over ${mostMegabytes} MB.`, 'Name a smaller file.')
      }
      if (length === 0) refuseIdlePipe(file, opened)
    } finally {
      if (opened !== standardInput) fs.closeSync(opened)
    }
  } catch (error) {
    throw unreadable(file, error)
  }
  return Buffer.concat(pieces, length)
}

/** Opens without blocking, so that a named pipe without a writer reads as empty instead of waiting for ever. */
function openToRead(file: string): number {
  return fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
}

/** @throws FuError `failed` if the file is a named pipe; call it for a file that was empty */
function refuseIdlePipe(file: string, opened: number): void {
  if (opened === standardInput || !fs.fstatSync(opened).isFIFO()) return
  throw failed(`${file} is a pipe that nobody writes into.`, 'Start the program that writes into it first.')
}

/** Retries while a pipe has no data yet. */
function readSome(opened: number, bytes: Uint8Array): number {
  for (;;) {
    try {
      return fs.readSync(opened, bytes, 0, bytes.length, null)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

const mostStreamed = 512

/** A text file in pieces. A NUL is an error: a device such as /dev/zero never ends. */
function* chunksOf(file: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const bytes = Buffer.alloc(piece)
  const opened = file === '-' ? standardInput : orUnreadable(file, () => openToRead(file))
  try {
    let length = 0
    for (let read = -1; read !== 0; length += read) {
      if (length > mostStreamed * 1024 * 1024)
        throw failed(`${file} is over ${mostStreamed} MB.`, 'Name a smaller file.')
      read = orUnreadable(file, () => readSome(opened, bytes))
      yield textOf(file, () => decoder.decode(bytes.subarray(0, read), { stream: read > 0 }))
    }
    if (length === 0) refuseIdlePipe(file, opened)
  } finally {
    if (opened !== standardInput) fs.closeSync(opened)
  }
}

const standardInput = 0

function filesIn(folder: string, depth: number): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) return depth === 0 ? [] : filesIn(place, depth - 1)
    return entry.isFile() ? [place] : []
  })
}

function orUnreadable<Value>(file: string, attempt: () => Value): Value {
  try {
    return attempt()
  } catch (error) {
    throw unreadable(file, error)
  }
}

function textOf(file: string, decode: () => string): string {
  let text: string | null = null
  try {
    text = decode()
  } catch (error) {
    throw failed(`${file} is not UTF-8 text.`, 'Save it again as UTF-8.', error)
  }
  if (text.includes('\0'))
    throw failed(`${file} is not text: it contains a NUL character.`, 'Name a text file.')
  return text
}

function unreadable(file: string, error: unknown): Error {
  if (error instanceof FuError) return error
  const code = codeOf(error)
  if (code === 'ENOENT') return failed(`There is no file ${file}.`, 'Check the name.', error)
  if (code === 'EISDIR') return failed(`${file} is a folder.`, 'Name a file in it.', error)
  if (code === 'EACCES')
    return failed(
      `${file} cannot be read: permission denied.`,
      'Change its permissions, or name another file.',
      error,
    )
  return failed(`${file} cannot be read: ${reasonOf(error)}.`, 'Name another file.', error)
}
