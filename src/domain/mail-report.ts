import type { ContactName } from './contact.ts'
import type { Moment } from './moment.ts'
import type { KeptPromise, OpenPromise } from './promise.ts'

/** What became of a message. */
export const mailFates = [
  'written',
  'known',
  'taken back',
  'mine to nobody known',
  'unknown',
  'unclear',
  'blocked',
  'bulk',
  'elsewhere',
  'older',
  'bounce',
] as const
export type MailFate = (typeof mailFates)[number]

/** The number of messages by fate; with `copies` and `unreadable`, they add up to all that was read. */
export type MailCounts = Readonly<Record<MailFate | 'copies' | 'unreadable', number>>

/** Somebody who wrote, and whose messages are not written. */
export type MailStranger = {
  readonly address: string
  readonly name: string | null
  readonly messages: number
  /** How many of them were written to me. */
  readonly direct: number
  readonly last: Moment
}

/** An address to which a contact wrote, and that is not known to be mine. */
export type OtherAddress = {
  readonly address: string
  readonly messages: number
  readonly contacts: readonly ContactName[]
}

/** A message of mine that may be the answer to a promise. */
export type MayAnswer = { readonly promise: OpenPromise; readonly wrote: Moment }

/** A message of mine that did not arrive, or a bounce that matches no message. */
export type Bounce = {
  readonly place: string
  readonly subject: string
  readonly at: Moment
  /** The contacts for whom it may have been; none if it names no message of mine. */
  readonly contacts: readonly ContactName[]
}

/** A Bcc whose tag is not a date, or a wish for replies from several people. */
export type UnreadWish = {
  readonly address: string
  readonly subject: string
  readonly why: 'no date' | 'several people'
}

/** The result of reading a mailbox. */
export type MailReport = {
  readonly counts: MailCounts
  readonly unreadable: readonly { readonly place: string; readonly unreadable: string }[]
  readonly added: readonly (ContactName & { readonly address: string })[]
  readonly owed: readonly OpenPromise[]
  /** Answers that were owed before, and were asked for again. */
  readonly again: readonly OpenPromise[]
  readonly closed: readonly KeptPromise[]
  readonly mayAnswer: readonly MayAnswer[]
  /** Typed promises to answer that are still open although I wrote since. */
  readonly stillOpen: readonly OpenPromise[]
  /** Replies to wait for from now on. */
  readonly waiting: readonly OpenPromise[]
  /** Promises to find another address. */
  readonly notArrived: readonly OpenPromise[]
  readonly unwanted: readonly ContactName[]
  /** Contacts who wrote from an address that is on no card. */
  readonly newAddresses: readonly { readonly contact: ContactName; readonly address: string }[]
  readonly unknown: readonly MailStranger[]
  readonly unclear: readonly (MailStranger & { readonly contacts: readonly ContactName[] })[]
  /** Writers who were not added because a contact with their name has other addresses. */
  readonly namesakes: readonly (MailStranger & { readonly contact: ContactName })[]
  readonly elsewhere: readonly OtherAddress[]
  readonly bounces: readonly Bounce[]
  readonly unreadWishes: readonly UnreadWish[]
  /** Contacts with an address that I send from: messages from it count as mine. */
  readonly ownCards: readonly { readonly contact: ContactName; readonly address: string }[]
}

/** A message of mine that has no reply yet. */
export type Unreplied = {
  readonly contact: ContactName
  readonly subject: string
  readonly at: Moment
}
