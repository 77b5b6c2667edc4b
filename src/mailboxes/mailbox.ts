import type { MailRow } from '../domain/mail.ts'
import { failed } from '../domain/errors.ts'
import { codeOf, reasonOf } from '../files/system-error.ts'
import { mailFolders, type MailFolder } from './folders.ts'
import type { MailSource } from '../domain/mail-source.ts'
import type { MailboxParts, MailWindow } from './source.ts'

/**
 * The messages of a mailbox since a moment, folder by folder, without junk, trash and drafts. Only headers are read,
 * and nothing in the mailbox changes. A message in three folders comes three times; one that cannot be read comes as
 * `unreadable`, with its place.
 *
 * @throws FuError `failed` if there is no such mailbox, signing in fails, or the connection is lost; `usage` if the
 * address of a server is not valid
 * @example readMailbox({ authorities: [] }, { kind: 'path', path: '/home/sue/Maildir' }, { since: 1795424400 })
 */
export async function* readMailbox(
  parts: MailboxParts,
  source: MailSource,
  window: MailWindow,
): AsyncGenerator<MailRow> {
  if (source.kind === 'imap') {
    const { imapRows } = await import('./imap/read.ts')
    yield* imapRows(parts, source, window)
  } else yield* rowsAt(source.path, window)
}

async function* rowsAt(root: string, window: MailWindow): AsyncGenerator<MailRow> {
  for (const folder of mailFolders(root)) {
    if ('unreadable' in folder) yield { place: folder.name, unreadable: folder.unreadable }
    else if (folder.role !== 'left out') yield* rowsIn(folder, window)
  }
}

async function* rowsIn(folder: MailFolder, window: MailWindow): AsyncGenerator<MailRow> {
  const { maildirRows } = await import('./maildir.ts')
  const { mboxRows } = await import('./mbox.ts')
  try {
    yield* folder.kind === 'maildir' ? maildirRows(folder, window) : mboxRows(folder, window)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EACCES' || code === 'EPERM') yield { place: folder.name, unreadable: reasonOf(error) }
    else if (code === '') throw error
    else throw failed(`${folder.path} cannot be read to its end: ${reasonOf(error)}.`, 'Try again.', error)
  }
}
