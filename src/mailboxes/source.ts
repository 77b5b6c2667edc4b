/** A mailbox that the user names. */
export type MailSource = { readonly kind: 'path'; readonly path: string } | ImapSource

/** A mailbox on a server: `imaps://host`, `imap://host`, each with a port if need be. */
export type ImapSource = {
  readonly kind: 'imap'
  readonly url: string
  readonly user: string
  readonly secret: MailSecret
}

/** A command that prints what the user signs in with: a password, or an access token of OAuth 2. */
export type MailSecret = { readonly kind: 'password' | 'token'; readonly command: string }

/** What is read of a mailbox: the messages since then, in seconds since 1970, UTC. */
export type MailWindow = { readonly since: number }

/** What reading a mailbox needs of the machine. */
export type MailboxParts = {
  /** Certificates of authorities that are trusted beside those that Node trusts, as PEM. */
  readonly authorities: readonly string[]
}
