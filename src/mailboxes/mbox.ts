import fs from 'node:fs'
import type { MailRow } from '../domain/mail.ts'
import { isMostlyHoles } from '../files/copy.ts'
import { mboxFlags } from '../formats/mail/flags.ts'
import { readHeader } from '../formats/mail/header.ts'
import { MboxSplitter, storedInMbox, type MboxMessage } from '../formats/mail/mbox.ts'
import { mailRow } from '../formats/mail/message.ts'
import { fingerprint } from './fingerprint.ts'
import type { MailFolder } from './folders.ts'
import { isSince, tooLong } from './rows.ts'
import type { MailWindow } from './source.ts'

/** The number of bytes read at once. */
const chunkSize = 262_144

/** The messages of an mbox file, in order; their bodies are skipped. */
export function* mboxRows(folder: MailFolder, window: MailWindow): Generator<MailRow> {
  const descriptor = fs.openSync(folder.path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  try {
    const stat = fs.fstatSync(descriptor)
    if (isMostlyHoles(stat)) {
      yield { place: folder.name, unreadable: 'its file is mostly holes' }
      return
    }
    const changedAt = Math.floor(stat.mtimeMs / 1000)
    if (changedAt < window.since) return
    for (const message of messagesIn(descriptor)) {
      const row = rowOf(folder, message, changedAt)
      if (row !== null && isSince(row, window)) yield row
    }
  } finally {
    fs.closeSync(descriptor)
  }
}

function* messagesIn(descriptor: number): Generator<MboxMessage> {
  const splitter = new MboxSplitter()
  const chunk = Buffer.alloc(chunkSize)
  for (let read = fs.readSync(descriptor, chunk); read > 0; read = fs.readSync(descriptor, chunk)) {
    yield* splitter.push(chunk.subarray(0, read))
  }
  yield* splitter.end()
}

/** The message; `null` for a draft, or for a deleted message that was not expunged yet. */
function rowOf(folder: MailFolder, message: MboxMessage, changedAt: number): MailRow | null {
  const place = `${folder.name} line ${message.line}`
  if (message.header === null) return tooLong(place)
  const header = readHeader(message.header)
  const flags = mboxFlags(header)
  if (flags.isLeftOut) return null
  return mailRow(
    {
      place,
      isSent: folder.role === 'sent',
      header,
      flags,
      storedAt: storedInMbox(header, message.separatorAt, changedAt),
      bodySize: () => message.bodySize,
    },
    fingerprint,
  )
}
