import fs from 'node:fs'
import { failed } from '../../domain/errors.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { createEmptyFile } from '../../files/create.ts'
import { codeOf } from '../../files/system-error.ts'
import { restoreHint } from '../file/errors.ts'
import {
  lookedAt,
  notADiary,
  readHeader,
  refuseForeign,
  unreadable,
  writtenBytes,
  type Look,
} from '../file/header.ts'
import { hasJournal } from '../file/side-files.ts'
import { backupsOf } from './backups.ts'
import { newestRestorable } from './restorable.ts'

/** Makes an empty diary file that only its owner can read, and its folder likewise; an existing file is left alone. */
export function makeFile(file: string): void {
  try {
    createEmptyFile(file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unreadable(file, error)
  }
}

/**
 * Inspects a file before SQLite opens it, because opening can already write. Returns whether it exists, and whether
 * anything was ever written to it.
 *
 * @throws FuError `failed` if it is not a diary, is damaged, or is from a newer `fu`
 */
export function inspectFile(file: string, newestVersion: number): 'absent' | 'empty' | 'diary' {
  return lookedAt(file, (seen) => inspected(file, seen, newestVersion))
}

function inspected(file: string, seen: Look | null, newestVersion: number): 'absent' | 'empty' | 'diary' {
  if (seen === null || seen.size === 0) {
    // The start of the file may be in the journal of an interrupted write.
    if (seen !== null && hasJournal(file)) return 'diary'
    refuseLost(file, seen === null, newestVersion)
    return seen === null ? 'absent' : 'empty'
  }
  try {
    refuseHeader(file, seen, newestVersion)
  } catch (error) {
    // After an interrupted write, SQLite first restores the header from the journal; then it is checked again.
    if (!hasJournal(file)) throw error
  }
  return 'diary'
}

/** @throws FuError `failed` if the header is not that of a diary that this program can read */
export function refuseHeader(file: string, seen: Look, newestVersion: number): void {
  const { size, header } = seen
  const found = readHeader(seen, newestVersion)
  if (found === 'other-kind' && backupsOf(file).length > 0) {
    throw failed(
      `The diary ${file} is damaged: its beginning is gone.`,
      `Nothing was changed. ${restoreHint}`,
    )
  }
  if (found === 'other-kind') throw notADiary(file, 'it is a file of another kind')
  if (found === 'foreign' || found === 'newer') {
    refuseForeign(file, header.getInt32(68), header.getUint32(60), newestVersion)
  }
  if (found === 'cut-short') {
    throw failed(
      `The diary ${file} is truncated: it has ${size} of ${writtenBytes(header)} bytes.`,
      `Nothing was changed. ${restoreHint}`,
    )
  }
}

/** A diary with content is never mistaken for a new one. */
function refuseLost(file: string, isMissing: boolean, newestVersion: number): void {
  const target = isMissing ? leadsTo(file) : null
  if (target !== null) {
    throw failed(
      `${file} is a broken link: there is no ${target}.`,
      'Nothing was changed. Put the diary back where the link points, or name another with --diary or FU_DIARY.',
    )
  }
  if (backupsOf(file).length === 0) return
  const newest = newestRestorable(file, newestVersion)
  throw failed(
    isMissing
      ? `The diary ${file} is missing, but it has backups.`
      : `The diary ${file} is empty, but it has backups.`,
    newest === null
      ? 'Nothing was changed. None of them can be restored: "fu restore" lists them, and "fu restore <path>" takes a copy from elsewhere.'
      : `Nothing was changed. "fu restore ${shellWord(newest.name)}" restores the newest sound one; "fu restore" lists them all.`,
  )
}

function leadsTo(file: string): string | null {
  try {
    return fs.readlinkSync(file)
  } catch {
    return null
  }
}
