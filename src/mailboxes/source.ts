import type { MailSource } from '../domain/mail-source.ts'

/** A mailbox on a server. */
export type ImapSource = Extract<MailSource, { readonly kind: 'imap' }>

/** What is read of a mailbox: the messages since then, in seconds since 1970, UTC. */
export type MailWindow = { readonly since: number }

/** What reading a mailbox needs of the machine. */
export type MailboxParts = {
  /** Certificates of authorities that are trusted beside those that Node trusts, as PEM. */
  readonly authorities: readonly string[]
}
