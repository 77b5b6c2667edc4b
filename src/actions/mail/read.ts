import type { App } from '../../app.ts'
import type { MailRow } from '../../domain/mail.ts'
import type { MailSource } from '../../domain/mail-source.ts'
import { readMailbox } from '../../mailboxes/mailbox.ts'

/** The messages of a mailbox of any kind since an instant, in seconds since 1970. */
export function readMail(_app: App, source: MailSource, since: number): AsyncIterable<MailRow> {
  return readMailbox({ authorities: [] }, source, { since })
}
