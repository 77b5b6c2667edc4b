import type { MailMessage } from '../../domain/mail.ts'
import type { Moment } from '../../domain/moment.ts'

/** A message of a mailbox, with all its copies merged, and its time on the user's clock. */
export type Message = Omit<MailMessage, 'at'> & { readonly at: Moment }

/** The messages that a message answers directly: those of In-Reply-To, else the last of References. */
export function parentsOf({ inReplyTo, references }: Pick<MailMessage, 'inReplyTo' | 'references'>) {
  return inReplyTo.length > 0 ? inReplyTo : references.slice(-1)
}

/** Every message that a message answers, directly or not. */
export function answersOf({ inReplyTo, references }: Pick<MailMessage, 'inReplyTo' | 'references'>) {
  return [...new Set([...references, ...inReplyTo])]
}

/**
 * Merges the copies of each message: it is sent if any copy is, answered if any copy has the flag, and flagged if a
 * copy in Sent is. Messages are in the order of their first copies.
 */
export function withoutCopies(copies: readonly MailMessage[]): MailMessage[] {
  const messages = new Map<string, MailMessage>()
  for (const copy of copies) {
    const own = { ...copy, isFlagged: copy.isFlagged && copy.isSent }
    const known = messages.get(copy.id)
    messages.set(copy.id, known === undefined ? own : merged(known, own))
  }
  return [...messages.values()]
}

/** Only the sender's copy contains Bcc, so the recipients of all copies count. */
function merged(known: MailMessage, copy: MailMessage): MailMessage {
  const [main, other] = copy.isSent && !known.isSent ? [copy, known] : [known, copy]
  return {
    ...main,
    place: known.place,
    bcc: main.bcc.length > 0 ? main.bcc : other.bcc,
    isAnswered: known.isAnswered || copy.isAnswered,
    isFlagged: known.isFlagged || copy.isFlagged,
  }
}
