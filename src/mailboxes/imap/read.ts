import type { FetchMessageObject } from 'imapflow'
import { dayFromNumber } from '../../domain/day.ts'
import { FuError } from '../../domain/errors.ts'
import type { MailRow } from '../../domain/mail.ts'
import { imapFlags } from '../../formats/mail/flags.ts'
import { headerEnd, longestHeader, readHeader } from '../../formats/mail/header.ts'
import { mailRow } from '../../formats/mail/message.ts'
import { fingerprint } from '../fingerprint.ts'
import { isSince, tooLong } from '../rows.ts'
import type { ImapSource, MailboxParts, MailWindow } from '../source.ts'
import { connectImap } from './connect.ts'
import { floodError, isRefusal, readError } from './errors.ts'
import { imapFolders, type ImapFolder } from './folders.ts'
import { ImapSession } from './session.ts'

/**
 * The messages of a mailbox on a server, folder by folder. Folders are opened read-only, and headers are only peeked
 * at.
 */
export async function* imapRows(
  parts: MailboxParts,
  source: ImapSource,
  window: MailWindow,
): AsyncGenerator<MailRow> {
  const connection = await connectImap(parts, source)
  const session = new ImapSession(connection)
  try {
    for (const folder of await imapFolders(session.client)) yield* folderRows(session, folder, window)
    await session.client.logout()
  } catch (error) {
    if (session.isFlooded) throw floodError(connection.endpoint)
    throw error instanceof FuError ? error : readError(error, connection)
  } finally {
    session.close()
  }
}

/** How many messages are fetched at once. */
const batch = 1000

/** The most messages of a folder that are asked for: a server can name thousands of millions in a few bytes. */
const mostUids = 1_000_000

async function* folderRows(
  session: ImapSession,
  folder: ImapFolder,
  window: MailWindow,
): AsyncGenerator<MailRow> {
  session.answered()
  const uids = await uidsSince(session, folder, window)
  session.answered()
  if (uids === null) {
    yield { place: folder.path, unreadable: 'the server refused to open it' }
    return
  }
  if (uids.length > mostUids) {
    yield { place: folder.path, unreadable: `it has over ${mostUids} messages of these days` }
    return
  }
  for (let from = 0; from < uids.length; from += batch) {
    for await (const row of fetchedRows(session, folder, uids.slice(from, from + batch))) {
      if (isSince(row, window)) yield row
    }
  }
}

const secondsOfDay = 86_400

/** The messages that may be in the window: a server searches only by the day of arrival on its own clock. */
async function uidsSince(
  session: ImapSession,
  folder: ImapFolder,
  { since }: MailWindow,
): Promise<number[] | null> {
  try {
    if ((await session.open(folder)) === 0) return []
    const day = dayFromNumber(Math.floor(since / secondsOfDay) - 1)
    const found = await session.client.search(day === null ? { all: true } : { since: day }, { uid: true })
    return found === undefined || found === false ? null : found
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

async function* fetchedRows(
  session: ImapSession,
  folder: ImapFolder,
  uids: readonly number[],
): AsyncGenerator<MailRow> {
  const missing = new Set(uids)
  try {
    for await (const message of session.client.fetch(uidSet(uids), asked, { uid: true })) {
      if (!missing.delete(message.uid)) continue
      session.answered()
      const row = rowOf(folder, message)
      if (row !== null) yield row
    }
  } catch (error) {
    // A server that cannot read one message may refuse the whole batch, or hang up.
    if (!isRefusal(error)) await session.resume(folder, error)
  }
  for (const uid of missing) {
    const row = await lonelyRow(session, folder, uid)
    if (row !== null) yield row
  }
}

/** The items to fetch for a message: the beginning of its header, without marking the message as read. */
const asked = {
  uid: true,
  flags: true,
  internalDate: true,
  size: true,
  bodyParts: [{ key: 'HEADER', maxLength: longestHeader + 4 }],
}

/** How often a single message is fetched: a connection may be lost once by chance. */
const mostTries = 2

/** Fetches a message that did not come with its batch; `null` if it was deleted meanwhile. */
async function lonelyRow(session: ImapSession, folder: ImapFolder, uid: number): Promise<MailRow | null> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      session.answered()
      const message = await session.client.fetchOne(String(uid), asked, { uid: true })
      if (message !== false && message !== undefined) return rowOf(folder, message)
      const found = await session.client.search({ uid: String(uid) }, { uid: true })
      return Array.isArray(found) && found.length === 0 ? null : unreadable(folder, uid)
    } catch (error) {
      if (isRefusal(error)) break
      await session.resume(folder, error)
    }
  }
  return unreadable(folder, uid)
}

function rowOf(
  folder: ImapFolder,
  { uid, flags, headers, internalDate, size }: FetchMessageObject,
): MailRow | null {
  const known = imapFlags(flags ?? new Set())
  if (known.isLeftOut) return null
  if (headers === undefined || typeof internalDate !== 'object') return unreadable(folder, uid)
  const place = `${folder.path} ${uid}`
  const end = headerEnd(headers)
  if (end === null ? headers.length > longestHeader : end.header > longestHeader) return tooLong(place)
  return mailRow(
    {
      place,
      isSent: folder.role === 'sent',
      header: readHeader(headers.subarray(0, end?.header ?? headers.length)),
      flags: known,
      storedAt: Math.floor(internalDate.getTime() / 1000),
      bodySize: () => Math.max(0, (size ?? 0) - (end?.body ?? headers.length)),
    },
    fingerprint,
  )
}

function unreadable(folder: ImapFolder, uid: number): MailRow {
  return { place: `${folder.path} ${uid}`, unreadable: 'the server did not return its header' }
}

/** UIDs as an IMAP sequence set. */
function uidSet(uids: readonly number[]): string {
  const ranges: { from: number; to: number }[] = []
  for (const uid of uids) {
    const last = ranges.at(-1)
    if (last !== undefined && last.to === uid - 1) last.to = uid
    else ranges.push({ from: uid, to: uid })
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}:${to}`)).join(',')
}
