import fs from 'node:fs'
import { failed, type FuError } from '../domain/errors.ts'
import { createFile } from './create.ts'
import { codeOf } from './system-error.ts'

/**
 * Copies an ordinary file into a new one that only its owner can read: as many bytes as it has when it is opened.
 *
 * @throws FuError `failed` where it is a link, a FIFO, a device or anything else that is not an ordinary file; errors of
 * the system
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

/** Another user may have put anything in the place of the file: a FIFO would be waited for, `/dev/zero` never ends. */
function openOrdinaryFile(file: string): number {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants
  let descriptor: number
  try {
    descriptor = fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch (error) {
    // A socket has ENXIO, and a link ELOOP, or EMLINK on FreeBSD.
    if (['ELOOP', 'EMLINK', 'ENXIO'].includes(codeOf(error))) throw notOrdinary(file, error)
    throw error
  }
  const stat = fs.fstatSync(descriptor)
  if (stat.isFile() && !isMostlyHoles(stat)) return descriptor
  fs.closeSync(descriptor)
  throw stat.isFile() ? mostlyHoles(file, stat) : notOrdinary(file)
}

/** Shorter files are not looked at, and nothing that a program writes is so empty, on a disk that compresses neither. */
const leastHoles = { size: 100_000_000, times: 100 }

/** Whether a file is much longer than what was ever written in it: a few bytes make a copy that fills the disk. */
export function isMostlyHoles({ size, blocks }: fs.Stats): boolean {
  return size > leastHoles.size && blocks > 0 && blocks * 512 * leastHoles.times < size
}

/** The error for a file that is mostly holes. */
export function mostlyHoles(file: string, { size, blocks }: fs.Stats): FuError {
  const [length, written] = [size, blocks * 512].map((bytes) => Math.ceil(bytes / 1_000_000))
  return failed(
    `${file} is ${length} MB long, of which ${written} MB were ever written; it was not copied.`,
    'No diary is like that. Ask whoever gave you the file for another copy.',
  )
}

function notOrdinary(file: string, cause?: unknown): Error {
  return failed(`${file} is not an ordinary file, so it was not copied.`, 'Move it to another folder.', cause)
}

/** How many bytes are copied at once. */
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
