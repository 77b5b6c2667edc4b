import fs from 'node:fs'
import { refused, type FuError } from '../domain/errors.ts'
import { replace, syncFile } from './durable.ts'
import { isForeign } from './owner.ts'
import { discard, writeTemporaryFile } from './temporary.ts'

/*
 * The program keeps small files for itself beside the diary and in the backups folder. Whoever hands over a folder with a
 * diary may have put anything in their place: a link to a file of the user, a FIFO, or a file that never ends.
 */

/** The most bytes of such a file that are read. */
const mostBytes = 10_000_000

/**
 * The text of a file that the program keeps for itself; `null` if it is missing. Links are not followed.
 *
 * @throws FuError `refused` if it is not an ordinary file, belongs to another user, or is too long; system errors
 */
export function readKept(file: string): string | null {
  if (!isKept(file)) return null
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants
  const descriptor = fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    // It may have been replaced since it was looked at.
    refuseOther(file, fs.fstatSync(descriptor))
    return fs.readFileSync(descriptor, 'utf8')
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Replaces a file that the program keeps for itself, or a link in its place, and waits until it is on the disk. */
export function writeKept(file: string, text: string): void {
  const temporary = writeTemporaryFile(file, text)
  try {
    syncFile(temporary)
    replace(temporary, file)
  } catch (error) {
    discard(temporary)
    throw error
  }
}

/**
 * Whether a file that the program keeps for itself is there.
 *
 * @throws FuError `refused` if something else is in its place; system errors
 */
export function isKept(file: string): boolean {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return false
  refuseOther(file, stat)
  return true
}

function refuseOther(file: string, stat: fs.Stats): void {
  const fault = faultOf(stat)
  if (fault !== null) throw notKept(file, fault)
}

function faultOf(stat: fs.Stats): string | null {
  if (stat.isSymbolicLink()) return 'is a link'
  if (!stat.isFile()) return 'is not an ordinary file'
  if (isForeign(stat)) return 'belongs to another user'
  return stat.size > mostBytes ? `is over ${mostBytes / 1_000_000} MB` : null
}

function notKept(file: string, fault: string): FuError {
  return refused(`${file} ${fault}, so it is not used.`, 'Move it away; fu makes a new one.')
}
