import type { App } from '../../app.ts'
import type { ContactName } from '../../domain/contact.ts'
import { mailOf } from '../../domain/entry-data.ts'
import type { Entry } from '../../domain/entry.ts'
import { answersOf, parentsOf, type Message } from '../../schedule/mail/message.ts'
import { threadsOf, type Linked, type Threads } from '../../schedule/mail/threads.ts'
import {
  contactsBehind,
  recipientsOf,
  whoseMessages,
  type AddressBook,
  type Whose,
} from '../../schedule/mail/whose.ts'

/** A contact to whom I sent a message, and the addresses it went to. */
export type Recipient = { readonly contact: ContactName; readonly addresses: readonly string[] }

/** Who wrote what to whom, and the threads: from the messages of one run and the entries of the diary. */
export type Conversations = {
  readonly book: AddressBook
  readonly threads: Threads
  readonly whose: (message: Message) => Whose
  /** The entries of messages that may belong to the threads, oldest first. */
  readonly entries: readonly Entry[]
  /** The ids of my own messages. */
  readonly ownIds: ReadonlySet<string>
  /** The ids of messages that did not arrive. */
  readonly bounced: ReadonlySet<string>
  readonly recipients: (message: Message) => readonly Recipient[]
}

/** How much older than the messages of a run an entry may be and still belong to their threads, in seconds. */
const threadsReach = 60 * 24 * 3600

/** The conversations of a mailbox. */
export function conversationsIn(
  app: App,
  messages: readonly Message[],
  book: AddressBook,
  since: number,
): Conversations {
  const addresses = messages.flatMap((message) => [...message.from, ...recipientsOf(message)])
  const involved = new Set(addresses.flatMap((address) => contactsBehind(book, address)).map(({ id }) => id))
  const entries = app.diary().entries.ofMail([...involved], since - threadsReach)
  const known = entries.flatMap((entry) => {
    const mail = mailOf(entry)
    return mail === null ? [] : [{ entry, mail, isMine: entry.direction === 'out' }]
  })
  const sent = known.filter(({ entry, isMine }) => isMine && entry.act !== 'tried')
  const notices = known.filter(({ entry }) => entry.act === 'tried')
  const inThreads = known.map(({ entry, mail }) => ({ ...mail, contact: entry.contact }))
  const threads = threadsOf([...messages.map(linked), ...inThreads])
  const whose = whoseMessages(messages, book, threads, inThreads)
  const whoseIs = (message: Message): Whose => whose.get(message) ?? { whose: 'stranger' }
  const writers = new Map<string, ContactName>()
  for (const { entry, mail, isMine } of known) if (!isMine) writers.set(mail.id, entry.contact)
  for (const [message, one] of whose) if (one.whose === 'contact') writers.set(message.id, one.contact)
  const mine = messages.filter((message) => whoseIs(message).whose === 'mine')
  const recipients = new Map(mine.map((message) => [message, recipientsIn(message, book, writers)]))
  return {
    book,
    threads,
    whose: whoseIs,
    entries,
    ownIds: new Set([...mine.map(({ id }) => id), ...sent.map(({ mail }) => mail.id)]),
    // The notice names the message that did not arrive.
    bounced: new Set([
      ...messages.filter(({ kind }) => kind === 'bounce').flatMap(answersOf),
      ...notices.flatMap(({ mail }) => mail.answers),
    ]),
    recipients: (message) => recipients.get(message) ?? [],
  }
}

/**
 * The contacts to whom I sent a message. If I answered an address that is on no card, the answered message identifies
 * the contact, provided that mine went to no other contact.
 */
function recipientsIn(
  message: Message,
  book: AddressBook,
  writers: ReadonlyMap<string, ContactName>,
): Recipient[] {
  const answered = parentsOf(message).flatMap((id) => writers.get(id) ?? [])
  const found = new Map<number, { contact: ContactName; addresses: string[] }>()
  let goesToOthers = false
  for (const recipient of recipientsOf(message)) {
    const behind = contactsBehind(book, recipient)
    const [contact, ...others] =
      behind.length > 1 ? behind.filter(({ id }) => answered.some((one) => one.id === id)) : behind
    if (behind.length > 0) goesToOthers = true
    if (contact === undefined || others.length > 0) continue
    const known = found.get(contact.id) ?? { contact, addresses: [] }
    known.addresses.push(recipient.address)
    found.set(contact.id, known)
  }
  const [writer] = answered
  if (goesToOthers || writer === undefined) return [...found.values()]
  return [
    {
      contact: writer,
      addresses: recipientsOf(message)
        .slice(0, 1)
        .map(({ address }) => address),
    },
  ]
}

/** The ids of a message from which threads are built. */
export function linked(message: Message): Linked {
  return { id: message.id, answers: answersOf(message) }
}
