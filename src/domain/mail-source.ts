import type { MailRow } from './mail.ts'

/** The command that prints the secret of a mailbox, and what it prints. */
export type Secret = { readonly kind: 'password' | 'token'; readonly command: string }

/** Where a mailbox is: on disk (Maildir, mbox, Thunderbird), or on a server. */
export type MailSource =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'imap'; readonly url: string; readonly user: string; readonly secret: Secret }

/** Reads the messages of a mailbox since an instant, in seconds since 1970 in UTC. */
export type ReadMailbox = (source: MailSource, since: number) => AsyncIterable<MailRow>
