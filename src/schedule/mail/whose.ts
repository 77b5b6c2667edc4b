import type { ContactName } from '../../domain/contact.ts'
import type { MailAddress } from '../../domain/mail.ts'
import { addressWithoutTag, domainOfAddress, plainAddress } from '../../domain/mail-address.ts'
import { normalizeText } from '../../domain/normalize.ts'
import type { Message } from './message.ts'
import type { Linked, Threads } from './threads.ts'

/** Whose a message is. */
export type Whose =
  | { readonly whose: 'mine' }
  /** `byThread`: their address is on no card, but they are the only contact of the thread. */
  | { readonly whose: 'contact'; readonly contact: ContactName; readonly byThread: boolean }
  /** One of several contacts, or somebody with my domain in the thread of a contact. */
  | { readonly whose: 'unclear'; readonly contacts: readonly ContactName[] }
  | { readonly whose: 'stranger' }

/** The people that addresses belong to. */
export type AddressBook = {
  /** My own addresses, plain and without tags. */
  readonly mine: ReadonlySet<string>
  /** The contacts that have a plain address. */
  readonly contactsAt: (address: string) => readonly ContactName[]
}

/** A message that has an entry in the diary, and its contact. */
export type KnownInThread = Linked & { readonly contact: ContactName }

/** My own addresses: those in the settings, and those I have sent from. */
export function myAddresses(named: readonly string[], messages: readonly Message[]): Set<string> {
  const sentFrom = messages
    .filter(({ isSent }) => isSent)
    .flatMap(({ from }) => from.map(({ address }) => address))
  return new Set([...named, ...sentFrom].map(addressWithoutTag).filter((address) => address.includes('@')))
}

export function isMine({ mine }: AddressBook, { address }: Pick<MailAddress, 'address'>): boolean {
  return mine.has(addressWithoutTag(address))
}

/**
 * The contacts to whom an address may belong: those who have it, else those who have it without its tag; only one of
 * them if the display name identifies that one.
 */
export function contactsBehind(book: AddressBook, { address, name }: MailAddress): readonly ContactName[] {
  if (isMine(book, { address })) return []
  const exact = book.contactsAt(plainAddress(address))
  const found = exact.length > 0 ? exact : book.contactsAt(addressWithoutTag(address))
  if (found.length < 2 || name === null) return found
  const named = found.filter((contact) => normalizeText(contact.name) === normalizeText(name))
  return named.length === 1 ? named : found
}

/** Whether a message is mine: it is in Sent, or from one of my addresses. */
export function isFromMe(book: AddressBook, { isSent, from }: Pick<Message, 'isSent' | 'from'>): boolean {
  return isSent || from.some((sender) => isMine(book, sender))
}

/** Whose each message is, by its sender, and by its thread where the address of the sender is on no card. */
export function whoseMessages(
  messages: readonly Message[],
  book: AddressBook,
  threads: Threads,
  known: readonly KnownInThread[],
): ReadonlyMap<Message, Whose> {
  const bySender = new Map(messages.map((message) => [message, bySenderOf(message, book)]))
  const contacts = contactsOfThreads(bySender, book, threads, known)
  const ownDomains = new Set([...book.mine].map(domainOfAddress))
  return new Map(
    [...bySender].map(([message, whose]): [Message, Whose] => {
      if (whose.whose !== 'stranger' || message.kind === 'bounce') return [message, whose]
      if (message.inReplyTo.length + message.references.length === 0) return [message, whose]
      const [contact, ...others] = contacts.get(threads.of(message.id))?.values() ?? []
      if (contact === undefined || others.length > 0) return [message, whose]
      const isColleague = message.from.some(({ address }) => ownDomains.has(domainOfAddress(address)))
      return [
        message,
        isColleague
          ? { whose: 'unclear', contacts: [contact] }
          : { whose: 'contact', contact, byThread: true },
      ]
    }),
  )
}

function bySenderOf(message: Message, book: AddressBook): Whose {
  if (isFromMe(book, message)) return { whose: 'mine' }
  const found =
    message.from.map((sender) => contactsBehind(book, sender)).find((some) => some.length > 0) ?? []
  const [contact, ...others] = found
  if (contact === undefined) return { whose: 'stranger' }
  return others.length > 0
    ? { whose: 'unclear', contacts: found }
    : { whose: 'contact', contact, byThread: false }
}

/** The contacts who wrote in each thread, or were written to. */
function contactsOfThreads(
  bySender: ReadonlyMap<Message, Whose>,
  book: AddressBook,
  threads: Threads,
  known: readonly KnownInThread[],
): ReadonlyMap<string, ReadonlyMap<number, ContactName>> {
  const contacts = new Map<string, Map<number, ContactName>>()
  const add = (id: string, some: readonly ContactName[]): void => {
    const thread = threads.of(id)
    const there = contacts.get(thread) ?? new Map<number, ContactName>()
    for (const contact of some) there.set(contact.id, contact)
    contacts.set(thread, there)
  }
  for (const [message, whose] of bySender) {
    if (whose.whose === 'contact') add(message.id, [whose.contact])
    if (whose.whose === 'unclear') add(message.id, whose.contacts)
    if (whose.whose === 'mine')
      add(
        message.id,
        recipientsOf(message).flatMap((address) => contactsBehind(book, address)),
      )
  }
  for (const { id, contact } of known) add(id, [contact])
  return contacts
}

/** Everybody a message went to. */
export function recipientsOf({ to, cc, bcc }: Pick<Message, 'to' | 'cc' | 'bcc'>): readonly MailAddress[] {
  return [...to, ...cc, ...bcc]
}
