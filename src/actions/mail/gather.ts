import type { App } from '../../app.ts'
import { failed, type FuError } from '../../domain/errors.ts'
import { mostInvalidRows } from '../../domain/import-limits.ts'
import type { MailMessage, MailRow } from '../../domain/mail.ts'
import { storableText } from '../../domain/text.ts'
import { withoutCopies, type Message } from '../../schedule/mail/message.ts'

/** A mailbox that was read to its end. */
export type Mailbox = {
  /** Each message once, oldest first. */
  readonly messages: readonly Message[]
  /** The number of rows that are further copies of a message. */
  readonly copies: number
  readonly unreadable: number
  readonly firstUnreadable: readonly { readonly place: string; readonly unreadable: string }[]
}

/** More headers than this do not fit into memory. */
const mostMessages = 200_000

/** How many unreadable messages are listed. */
const mostShown = 20

/**
 * Reads a mailbox to its end, before anything is written.
 *
 * @throws FuError `failed` if it has too many messages, or too many that cannot be read
 */
export async function gather(app: App, rows: AsyncIterable<MailRow>): Promise<Mailbox> {
  const found: MailMessage[] = []
  const firstUnreadable: { place: string; unreadable: string }[] = []
  let unreadable = 0
  for await (const row of rows) {
    if ('message' in row) found.push(cleaned(row.message))
    else {
      unreadable += 1
      if (firstUnreadable.length < mostShown) firstUnreadable.push(row)
      if (unreadable > mostInvalidRows) throw tooManyUnreadable(firstUnreadable)
    }
    if (found.length > mostMessages) {
      throw failed(
        `The mailbox has more than ${mostMessages} messages in this period.`,
        'Nothing was written. Read fewer days at once, as in --since 7d.',
      )
    }
  }
  const messages = withoutCopies(found)
  return {
    messages: messages
      .map((message): Message => ({
        ...message,
        at: app.momentSince1970(Math.min(message.at, app.now.instant)),
      }))
      .toSorted((a, b) => a.at.instant - b.at.instant),
    copies: found.length - messages.length,
    unreadable,
    firstUnreadable,
  }
}

/** The longest subject that is stored, in characters. */
const longestSubject = 150

/** A message as the diary can store it. */
function cleaned(message: MailMessage): MailMessage {
  const subject = storableText(message.subject)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return {
    ...message,
    id: storableText(message.id),
    inReplyTo: message.inReplyTo.map(storableText),
    references: message.references.map(storableText),
    subject: subject.length > longestSubject ? `${storableText(subject.slice(0, longestSubject))}…` : subject,
  }
}

function tooManyUnreadable([first]: Mailbox['firstUnreadable']): FuError {
  return failed(
    `More than ${mostInvalidRows} messages in the mailbox cannot be read.`,
    `Nothing was written. The first is ${first?.place ?? ''}: ${first?.unreadable ?? ''}`,
  )
}
