/** An address in a header of a message, with the name beside it. */
export type MailAddress = { readonly address: string; readonly name: string | null }

/** The kind of a message, from its headers alone. */
export const mailKinds = [
  'personal',
  'automatic',
  'bulk',
  'bounce',
  'read receipt',
  'invitation',
  'calendar notice',
] as const
export type MailKind = (typeof mailKinds)[number]

/** The header of one message, as read from any kind of mailbox. */
export type MailMessage = {
  /** Its location, for people: the folder, with the file, line or UID, as in "INBOX 4711". */
  readonly place: string
  /** Whether it is in the folder of sent messages. */
  readonly isSent: boolean
  /** Identifies the message in every mailbox: its Message-ID, else a hash of Date, From, Subject and size. */
  readonly id: string
  /** The ids of the messages that it answers, from In-Reply-To and References; each between "<" and ">". */
  readonly inReplyTo: readonly string[]
  readonly references: readonly string[]
  readonly from: readonly MailAddress[]
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  readonly bcc: readonly MailAddress[]
  /** Decoded, without line ends; empty if there is none. */
  readonly subject: string
  /** Seconds since 1970, UTC: the Date header if it is within the 24 hours before the arrival, else the arrival. */
  readonly at: number
  readonly kind: MailKind
  /** Whether it has the flag \Answered (Maildir: R). */
  readonly isAnswered: boolean
  /** Whether it has the flag \Flagged (Maildir: F). */
  readonly isFlagged: boolean
}

/** A message of a mailbox, or why it cannot be read. */
export type MailRow =
  | { readonly message: MailMessage }
  | { readonly place: string; readonly unreadable: string }
