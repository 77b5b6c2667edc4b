/** An address in a header of a message, with the name beside it. */
export type MailAddress = { readonly address: string; readonly name: string | null }

/** What a message is by its headers alone. */
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

/** The header of one message, as every kind of mailbox gives it. */
export type MailMessage = {
  /** Where it lies, for people: its folder, and its file, line or UID: "INBOX 4711". */
  readonly place: string
  /** Whether it lies in the folder of sent messages. */
  readonly isSent: boolean
  /** Identifies the message in every mailbox: its Message-ID, else a hash of Date, From, Subject and size. */
  readonly id: string
  /** The ids of the messages that it answers, as In-Reply-To and References name them; each between "<" and ">". */
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
  /** Whether it carries the flag \Answered (Maildir: R). */
  readonly isAnswered: boolean
  /** Whether it carries the flag \Flagged (Maildir: F). */
  readonly isFlagged: boolean
}

/** A message of a mailbox, or one that cannot be read, and why. */
export type MailRow =
  | { readonly message: MailMessage }
  | { readonly place: string; readonly unreadable: string }
