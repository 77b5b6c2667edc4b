import type { MailSource } from '../domain/mail-source.ts'

/** A mailbox on a server. */
export type ImapSource = Extract<MailSource, { readonly kind: 'imap' }>

/** The part of a mailbox to read: messages since a moment, in seconds since 1970, UTC. */
export type MailWindow = { readonly since: number }

/** What reading a mailbox needs of the machine. */
export type MailboxParts = {
  /** Certificates of authorities to trust besides those that Node trusts, as PEM. */
  readonly authorities: readonly string[]
}
