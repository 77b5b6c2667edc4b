import type { MailRow } from '../../domain/mail.ts'
import { mailDate, receivedDate } from './date.ts'
import type { MailFlags } from './flags.ts'
import { field, type MailHeader } from './header.ts'
import { kindOf } from './kind.ts'
import { headerText, mailAddresses, messageIds } from './text.ts'

/** A message as read from its mailbox. */
export type StoredMail = {
  /** Its location, for people. */
  readonly place: string
  readonly isSent: boolean
  readonly header: MailHeader
  readonly flags: MailFlags
  /** When it came into this mailbox, in seconds since 1970, UTC. */
  readonly storedAt: number
  /** The size of its body in bytes, with CRLF as line ends; only called for a message without an id. */
  readonly bodySize: () => number
}

/** A fingerprint of a text, in letters and digits. */
export type Fingerprint = (text: string) => string

/** Reads a message from its header; `unreadable` if it is not the header of a message. */
export function mailRow(mail: StoredMail, fingerprint: Fingerprint): MailRow {
  const { place, isSent, header, flags } = mail
  const all = (name: string): readonly string[] => header.get(name) ?? []
  if (!essential.some((name) => header.has(name))) {
    return { place, unreadable: 'it has no message header' }
  }
  return {
    message: {
      place,
      isSent,
      id: messageIds(all('message-id'))[0] ?? idFromContent(mail, fingerprint),
      inReplyTo: messageIds(all('in-reply-to')),
      references: messageIds(all('references')),
      from: mailAddresses(all('from')),
      to: mailAddresses(all('to')),
      cc: mailAddresses(all('cc')),
      bcc: mailAddresses(all('bcc')),
      subject: headerText(field(header, 'subject') ?? ''),
      at: sentAt(mail),
      kind: kindOf(header),
      isAnswered: flags.isAnswered,
      isFlagged: flags.isFlagged,
    },
  }
}

/** A message has at least one of these fields. */
const essential = ['from', 'date', 'message-id', 'to', 'subject']

const day = 86_400

/** When a message was sent: the Date field if it is within the 24 hours before the arrival, else the arrival. */
function sentAt(mail: StoredMail): number {
  const date = mailDate(field(mail.header, 'date') ?? '')
  const arrived = arrival(mail, date)
  return date !== null && isWithinDayBefore(date, arrived) ? date : arrived
}

/**
 * When a message arrived. In a mailbox that was copied, all messages have the day of the copy. So an earlier time is
 * used if two clocks agree on it: that of the sender, and that of the last mail server, which wrote the first Received
 * field. For a message that was sent from here, the user's own clock is enough.
 */
function arrival({ header, isSent, storedAt }: StoredMail, date: number | null): number {
  if (date === null || date > storedAt) return storedAt
  const received = receivedDate(header)
  if (received === null) return isSent ? date : storedAt
  return received < storedAt && isWithinDayBefore(date, received) ? received : storedAt
}

function isWithinDayBefore(date: number, arrived: number): boolean {
  return date <= arrived && arrived - date <= day
}

/** An id for a message without one: the same in every mailbox that contains the message. */
function idFromContent({ header, bodySize }: StoredMail, fingerprint: Fingerprint): string {
  const fields = ['date', 'from', 'subject'].map((name) => field(header, name)?.replace(/\s+/g, ' ') ?? null)
  return `<${fingerprint(JSON.stringify([...fields, bodySize()]))}@no-message-id>`
}
