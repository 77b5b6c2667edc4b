import fs from 'node:fs'
import type { FileState } from '../../domain/backup.ts'
import type { Moment } from '../../domain/moment.ts'
import { nameNew, syncFile } from '../../files/durable.ts'
import { withTemporaryCopy } from '../../files/temporary.ts'
import { backUp, freePath } from '../backup/backup.ts'
import { refuseUnsafeFolder } from '../backup/folder.ts'
import { realPath } from '../file/real-path.ts'
import { sideFiles } from '../file/side-files.ts'
import { restoreError } from './restore-error.ts'

/**
 * Keeps the diary that a restore will replace: a sound one as a backup, a damaged one as it is. Returns its path, or
 * `null` if it is empty.
 */
export function keepReplaced(live: string, { state }: FileState, at: Moment): string | null {
  if (state === 'sound') return backUp(live, at, 'before-restore').path
  const there = endsOf(live)
  const holdsNothing = there.every((end) => fs.statSync(`${live}${end}`).size === 0)
  return holdsNothing ? null : keepUnchanged(live, there, at)
}

/**
 * Keeps a damaged diary aside unchanged before a repair; returns its path.
 *
 * @throws FuError `failed` if it cannot be kept
 */
export function keepDamaged(file: string, at: Moment): string {
  const live = realPath(file)
  try {
    return keepUnchanged(live, endsOf(live), at)
  } catch (error) {
    throw restoreError(live, error)
  }
}

/** Keeps a damaged diary and its side files, byte for byte; side files first, so that none is missed. */
function keepUnchanged(live: string, ends: readonly string[], at: Moment): string {
  refuseUnsafeFolder(live)
  const target = freePath(live, at, 'damaged')
  for (const end of ends.toReversed()) {
    withTemporaryCopy(`${live}${end}`, `${target}${end}`, (copy) => {
      syncFile(copy)
      nameNew(copy, `${target}${end}`)
    })
  }
  return target
}

/** The suffixes of the existing files among the diary and its side files. */
function endsOf(live: string): string[] {
  return ['', ...sideFiles].filter((end) => fs.existsSync(`${live}${end}`))
}
