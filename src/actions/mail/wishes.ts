import type { App } from '../../app.ts'
import type { ContactName } from '../../domain/contact.ts'
import type { Due } from '../../domain/day.ts'
import { tagOfAddress } from '../../domain/mail-address.ts'
import type { UnreadWish } from '../../domain/mail-report.ts'
import { readWish } from '../../parse/mail/wish.ts'
import type { Message } from '../../schedule/mail/message.ts'
import { customaryReply } from '../../schedule/mail/unreplied.ts'
import { contactsBehind, isMine, type AddressBook } from '../../schedule/mail/whose.ts'

/** A wish for a reply to a message of mine; `unread` if its date cannot be read, or if it is for several people. */
export type Wish = { readonly contact: ContactName; readonly due: Due } | { readonly unread: UnreadWish }

/**
 * The wish of a message of mine: a Bcc to a tag of my address, or the flag of the copy in Sent; `null` if there is
 * none.
 */
export function wishOf(app: App, message: Message, book: AddressBook): Wish | null {
  const tagged = message.bcc.find(
    (address) => isMine(book, address) && tagOfAddress(address.address) !== null,
  )
  if (tagged === undefined && !message.isFlagged) return null
  const { address } = tagged ?? message.from[0] ?? { address: '' }
  const unread = (why: UnreadWish['why']): Wish => ({ unread: { address, subject: message.subject, why } })
  const { week, dates } = app.settings()
  const tag = tagged === undefined ? null : tagOfAddress(tagged.address)
  const context = { now: message.at, week, dates, locale: app.locale, direction: 'ahead' } as const
  const due = tag === null ? 'any time' : readWish(tag, context)
  if (due === null) return unread('no date')
  const to = new Map(
    message.to.flatMap((one) => contactsBehind(book, one)).map((contact) => [contact.id, contact]),
  )
  const [contact, ...others] = to.values()
  if (others.length > 0) return unread('several people')
  return contact === undefined
    ? null
    : { contact, due: due === 'any time' ? customaryReply(message.at, week) : due }
}
