import fs from 'node:fs'
import path from 'node:path'
import type { MailRow } from '../domain/mail.ts'
import { isMostlyHoles } from '../files/copy.ts'
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
  const reader: Reader = { folder, space: Buffer.alloc(longestHeader + 4), sizes: new Map() }
  const gone: string[] = []
  for (const [unique, file] of filesOf(folder.path)) {
    if ((deliveredAt(unique) ?? modifiedAt(file)) < window.since) continue
    const row = rowOf(reader, file)
    if (row === 'gone') gone.push(unique)
    else if (row !== null && isSince(row, window)) yield row
  }
  for (const row of moved(reader, gone)) if (isSince(row, window)) yield row
}

/** What the messages of one folder are read with. */
type Reader = {
  readonly folder: MailFolder
  readonly space: Uint8Array
  /** The sizes of bodies that were counted, by file: a folder may hold one file under many names. */
  readonly sizes: Map<string, number>
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

/** The messages whose files were renamed after the folder was listed, because their flags changed; others were deleted. */
function* moved(reader: Reader, gone: readonly string[]): Generator<MailRow> {
  if (gone.length === 0) return
  // Listed once for all of them: a folder may hold thousands of links that lead nowhere.
  const files = new Map(filesOf(reader.folder.path))
  for (const unique of gone) {
    const file = files.get(unique)
    const row = file === undefined ? null : rowOf(reader, file)
    if (row !== null && row !== 'gone') yield row
  }
}

/** The message in a file; `null` if it is not an ordinary file, or the message is a draft or deleted. */
function rowOf({ folder, space, sizes }: Reader, file: string): MailRow | 'gone' | null {
  const name = path.basename(file)
  const flags = maildirFlags(name)
  const place = `${folder.name} ${uniquePart(name)}`
  if (flags.isLeftOut) return null
  try {
    const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
    try {
      const stat = fs.fstatSync(descriptor)
      if (!stat.isFile()) return null
      if (isMostlyHoles(stat)) return { place, unreadable: 'its file is mostly holes' }
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
          bodySize: () => {
            if (end === null) return 0
            const key = `${stat.dev} ${stat.ino}`
            const size = sizes.get(key) ?? sizeWithReturns(descriptor, end.body)
            sizes.set(key, size)
            return size
          },
        },
        fingerprint,
      )
    } finally {
      fs.closeSync(descriptor)
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone'
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
