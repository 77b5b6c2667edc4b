import type { MailRow } from '../../domain/mail.ts'
import { mailDate, receivedDate } from './date.ts'
import type { MailFlags } from './flags.ts'
import { field, type MailHeader } from './header.ts'
import { kindOf } from './kind.ts'
import { headerText, mailAddresses, messageIds } from './text.ts'

/** A message as its mailbox gives it. */
export type StoredMail = {
  /** Where it lies, for people. */
  readonly place: string
  readonly isSent: boolean
  readonly header: MailHeader
  readonly flags: MailFlags
  /** When it came into this mailbox, in seconds since 1970, UTC. */
  readonly storedAt: number
  /** How many bytes its body has with line ends of CRLF; only asked for where a message names no id. */
  readonly bodySize: () => number
}

/** A fingerprint of a text, in letters and digits. */
export type Fingerprint = (text: string) => string

/** What a message is by its header; `unreadable` if that is the header of no message. */
export function mailRow(mail: StoredMail, fingerprint: Fingerprint): MailRow {
  const { place, isSent, header, flags } = mail
  const all = (name: string): readonly string[] => header.get(name) ?? []
  if (!essential.some((name) => header.has(name))) {
    return { place, unreadable: 'it has no header of a message' }
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

/** A message has one of these at least. */
const essential = ['from', 'date', 'message-id', 'to', 'subject']

const day = 86_400

/** When a message was sent: the Date field if it is within the 24 hours before the arrival, else the arrival. */
function sentAt(mail: StoredMail): number {
  const date = mailDate(field(mail.header, 'date') ?? '')
  const arrived = arrival(mail, date)
  return date !== null && isWithinDayBefore(date, arrived) ? date : arrived
}

/**
 * When a message arrived. A mailbox that was copied has all of them from the day of the copy. So an earlier time counts
 * where two clocks agree on it: that of the sender, and that of the last mail server, which wrote the first Received field.
 * Of a message that was sent from here, the clock is the user's own.
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

/** An id for a message without one: the same in each mailbox that it lies in. */
function idFromContent({ header, bodySize }: StoredMail, fingerprint: Fingerprint): string {
  const fields = ['date', 'from', 'subject'].map((name) => field(header, name)?.replace(/\s+/g, ' ') ?? null)
  return `<${fingerprint(JSON.stringify([...fields, bodySize()]))}@no-message-id>`
}
