import fs from 'node:fs'
import { failed, type FuError } from '../domain/errors.ts'
import { createFile } from './create.ts'
import { codeOf } from './system-error.ts'

/**
 * Copies an ordinary file into a new one that only its owner can read: as many bytes as it has when opened.
 *
 * @throws FuError `failed` if it is a link, a FIFO, a device or anything else that is not an ordinary file; system
 * errors
 */
export function copyPrivately(from: string, to: string): void {
  const source = openOrdinaryFile(from)
  try {
    const target = createFile(to)
    try {
      copyBytes(source, target)
    } finally {
      fs.closeSync(target)
    }
  } finally {
    fs.closeSync(source)
  }
}

/** Another user may have put anything in the file's place: a FIFO would block, and `/dev/zero` never ends. */
function openOrdinaryFile(file: string): number {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants
  let descriptor: number
  try {
    descriptor = fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch (error) {
    // A socket gives ENXIO; a link gives ELOOP, or EMLINK on FreeBSD.
    if (['ELOOP', 'EMLINK', 'ENXIO'].includes(codeOf(error))) throw notOrdinary(file, error)
    throw error
  }
  const stat = fs.fstatSync(descriptor)
  if (stat.isFile() && !isMostlyHoles(stat)) return descriptor
  fs.closeSync(descriptor)
  throw stat.isFile() ? mostlyHoles(file, stat) : notOrdinary(file)
}

/**
 * Only files of at least this size (in bytes) are checked. No program writes a file this empty, even on a disk that
 * compresses.
 */
const leastHoles = { size: 100_000_000, times: 100 }

/** Whether a file is much longer than its written blocks: a file of a few bytes whose copy fills the disk. */
export function isMostlyHoles({ size, blocks }: fs.Stats): boolean {
  return size > leastHoles.size && blocks > 0 && blocks * 512 * leastHoles.times < size
}

/** The error for a file that is mostly holes. */
export function mostlyHoles(file: string, { size, blocks }: fs.Stats): FuError {
  const [length, written] = [size, blocks * 512].map((bytes) => Math.ceil(bytes / 1_000_000))
  return failed(
    `${file} is ${length} MB long, but only ${written} MB were ever written; it was not copied.`,
    'A diary is never like that. Ask the person who gave you the file for another copy.',
  )
}

function notOrdinary(file: string, cause?: unknown): Error {
  return failed(`${file} is not an ordinary file, so it was not copied.`, 'Move it to another folder.', cause)
}

/** The bytes per copy step. */
const chunkSize = 1024 * 1024

function copyBytes(source: number, target: number): void {
  const chunk = Buffer.allocUnsafe(chunkSize)
  for (let left = fs.fstatSync(source).size; left > 0;) {
    const read = fs.readSync(source, chunk, 0, Math.min(left, chunkSize), null)
    if (read === 0) return
    fs.writeFileSync(target, chunk.subarray(0, read))
    left -= read
  }
}
