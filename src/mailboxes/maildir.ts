import fs from 'node:fs'
import path from 'node:path'
import type { MailRow } from '../domain/mail.ts'
import { codeOf, reasonOf } from '../files/system-error.ts'
import { deliveredAt, maildirFlags } from '../formats/mail/flags.ts'
import { headerEnd, longestHeader, readHeader } from '../formats/mail/header.ts'
import { mailRow } from '../formats/mail/message.ts'
import { fingerprint } from './fingerprint.ts'
import type { MailFolder } from './folders.ts'
import { isSince, tooLong } from './rows.ts'
import type { MailWindow } from './source.ts'

/** The messages of a Maildir, by the names of their files. */
export function* maildirRows(folder: MailFolder, window: MailWindow): Generator<MailRow> {
  const space = Buffer.alloc(longestHeader + 4)
  for (const [unique, file] of filesOf(folder.path)) {
    if ((deliveredAt(unique) ?? modifiedAt(file)) < window.since) continue
    const row = rowOf(folder, file, space) ?? moved(folder, unique, space)
    if (row !== null && isSince(row, window)) yield row
  }
}

/**
 * The files of a Maildir, by the part of their names that never changes: mail programs rename files from `new` to
 * `cur`.
 */
function filesOf(place: string): [unique: string, file: string][] {
  const files = new Map<string, string>()
  // In this order, a message that is moved meanwhile is found at least once.
  for (const part of ['new', 'cur']) {
    const inside = path.join(place, part)
    for (const name of namesIn(inside)) {
      if (!name.startsWith('.')) files.set(uniquePart(name), path.join(inside, name))
    }
  }
  return [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

function uniquePart(name: string): string {
  return name.replace(/[:;!]2,[A-Za-z]*$/, '')
}

function modifiedAt(file: string): number {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat === undefined ? Number.POSITIVE_INFINITY : Math.floor(stat.mtimeMs / 1000)
}

/**
 * A message whose file was renamed after the folder was listed, because its flags changed; `null` if it was deleted.
 */
function moved(folder: MailFolder, unique: string, space: Buffer): MailRow | null {
  const file = new Map(filesOf(folder.path)).get(unique)
  return file === undefined ? null : rowOf(folder, file, space)
}

/** The message in a file; `null` if there is no such file, or if the message is a draft or deleted. */
function rowOf(folder: MailFolder, file: string, space: Buffer): MailRow | null {
  const name = path.basename(file)
  const flags = maildirFlags(name)
  const place = `${folder.name} ${uniquePart(name)}`
  if (flags.isLeftOut) return null
  try {
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
    try {
      const stat = fs.fstatSync(descriptor)
      if (!stat.isFile()) return null
      const bytes = space.subarray(0, fs.readSync(descriptor, space))
      const end = headerEnd(bytes)
      if (end === null ? bytes.length > longestHeader : end.header > longestHeader) return tooLong(place)
      const header = readHeader(bytes.subarray(0, end?.header ?? bytes.length))
      return mailRow(
        {
          place,
          isSent: folder.role === 'sent',
          header,
          flags,
          storedAt: deliveredAt(name) ?? Math.floor(stat.mtimeMs / 1000),
          bodySize: () => (end === null ? 0 : sizeWithReturns(descriptor, end.body)),
        },
        fingerprint,
      )
    } finally {
      fs.closeSync(descriptor)
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    return { place, unreadable: reasonOf(error) }
  }
}

/** The number of bytes after an offset in a file, with CRLF as line ends, as mail servers count. */
function sizeWithReturns(descriptor: number, start: number): number {
  const chunk = Buffer.alloc(65_536)
  let size = 0
  let before = 0
  for (let at = start, read = -1; read !== 0; at += read) {
    read = fs.readSync(descriptor, chunk, 0, chunk.length, at)
    for (let index = 0; index < read; index += 1) {
      const byte = chunk[index] ?? 0
      if (byte === 10 && before !== 13) size += 1
      size += 1
      before = byte
    }
  }
  return size
}
