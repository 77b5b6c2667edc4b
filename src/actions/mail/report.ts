import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import type { ContactName } from '../../domain/contact.ts'
import { addressWithoutTag, plainAddress } from '../../domain/mail-address.ts'
import {
  mailFates,
  type MailCounts,
  type MailFate,
  type MailReport,
  type OtherAddress,
} from '../../domain/mail-report.ts'
import type { Matchable } from '../../domain/match-keys.ts'
import type { Message } from '../../schedule/mail/message.ts'
import { contactsBehind } from '../../schedule/mail/whose.ts'
import { addressBook } from './address-book.ts'
import { conversationsIn, type Conversations } from './conversations.ts'
import type { Mailbox } from './gather.ts'
import { sortMail, type Sorted, type Wanted } from './sort.ts'
import { addWriters, matchable, writersOf, type Added, type Writer } from './strangers.ts'
import { writeMail } from './write.ts'

/** How to write a mailbox. */
export type MailWish = Wanted & {
  /** Whether unknown writers become contacts. */
  readonly add: boolean
  /** The name to sign in with, which may be an address; `null` for a mailbox on disk. */
  readonly user: string | null
  /** Whether a person may be somebody who was forgotten and blocked (R58). */
  readonly isBlocked: (person: Matchable) => boolean
}

/** Writes a mailbox, and reports what became of each message. */
export function report(app: App, tx: Transaction, mailbox: Mailbox, wish: MailWish): MailReport {
  const { messages } = mailbox
  const read = (): { conversations: Conversations; sorted: Sorted } => {
    const conversations = conversationsIn(app, messages, addressBook(app, messages, wish.user), wish.since)
    return { conversations, sorted: sortMail(app, messages, conversations, wish) }
  }
  const first = read()
  const strangers = withFate(first.sorted, 'unknown')
  const writers = writersOf(strangers, first.conversations)
  const blocked = writers.filter(({ stranger }) => wish.isBlocked(matchable(stranger)))
  const free = writers.filter((writer) => !blocked.includes(writer))
  const { added, namesakes }: Added = wish.add ? addWriters(app, tx, free) : { added: [], namesakes: [] }
  // The people who were added are contacts now, which may identify others in their threads.
  const { conversations, sorted } = added.length === 0 ? first : read()
  const written = writeMail(app, tx, sorted.people, conversations.entries)
  const isLeft = ({ messages: [message] }: Writer): boolean =>
    message !== undefined && sorted.fates.get(message) === 'unknown'
  return {
    counts: countsOf(sorted, mailbox, blocked),
    unreadable: mailbox.firstUnreadable,
    added,
    owed: written.flatMap(({ made }) => made),
    again: written.flatMap(({ again }) => again),
    closed: written.flatMap(({ closed }) => closed),
    mayAnswer: written.flatMap(({ mayAnswer }) => mayAnswer),
    stillOpen: written.flatMap(({ stillOpen }) => stillOpen),
    waiting: written.flatMap(({ waiting }) => waiting),
    notArrived: written.flatMap(({ notArrived }) => notArrived),
    unwanted: written
      .filter(({ isUnwanted }) => isUnwanted)
      .map(({ contact: { id, name } }) => ({ id, name })),
    newAddresses: newAddresses(sorted, conversations),
    unknown: free
      .filter(isLeft)
      .filter((writer) => !namesakes.some((one) => one.writer === writer))
      .map(({ stranger }) => stranger),
    unclear: writersOf(withFate(sorted, 'unclear'), conversations).map(
      ({ stranger, messages: [message] }) => {
        const whose = message === undefined ? null : conversations.whose(message)
        return { ...stranger, contacts: whose?.whose === 'unclear' ? whose.contacts : [] }
      },
    ),
    namesakes: namesakes.map(({ writer, contact }) => ({ ...writer.stranger, contact })),
    elsewhere: otherAddresses(withFate(sorted, 'elsewhere'), conversations),
    bounces: [...sorted.bounces].map(([{ place, subject, at }, contacts]) => ({
      place,
      subject,
      at,
      contacts,
    })),
    unreadWishes: sorted.unreadWishes,
    ownCards: ownCards(app, messages, conversations),
  }
}

function withFate({ fates }: Sorted, fate: MailFate): Message[] {
  return [...fates].filter(([, one]) => one === fate).map(([message]) => message)
}

function countsOf(
  { fates }: Sorted,
  { copies, unreadable }: Mailbox,
  blocked: readonly Writer[],
): MailCounts {
  const counts = Object.fromEntries(mailFates.map((fate) => [fate, 0])) as Record<MailFate, number>
  for (const fate of fates.values()) counts[fate] += 1
  const leftOut = blocked
    .flatMap(({ messages }) => messages)
    .filter((message) => fates.get(message) === 'unknown')
  return {
    ...counts,
    unknown: counts.unknown - leftOut.length,
    blocked: leftOut.length,
    copies,
    unreadable,
  }
}

/** The addresses of contacts that are on no card, from new messages only: the threads identify the contact. */
function newAddresses({ people }: Sorted, { whose }: Conversations): MailReport['newAddresses'] {
  const found = new Map<string, { contact: ContactName; address: string }>()
  for (const { contact, theirs, sources } of people) {
    for (const one of theirs) {
      const message = one.known === 'new' ? sources.get(one)?.message : undefined
      const by = message === undefined ? null : whose(message)
      const address = message?.from[0]?.address
      if (address !== undefined && by?.whose === 'contact' && by.byThread)
        found.set(plainAddress(address), { contact, address: plainAddress(address) })
    }
  }
  return [...found.values()]
}

/** The addresses, other than mine, to which contacts wrote: one of them may be mine. */
function otherAddresses(messages: readonly Message[], { whose }: Conversations): OtherAddress[] {
  const found = new Map<string, { address: string; messages: number; contacts: Map<number, ContactName> }>()
  for (const message of messages) {
    const by = whose(message)
    for (const address of new Set(message.to.map((one) => addressWithoutTag(one.address)))) {
      const one = found.get(address) ?? { address, messages: 0, contacts: new Map<number, ContactName>() }
      one.messages += 1
      if (by.whose === 'contact') one.contacts.set(by.contact.id, by.contact)
      found.set(address, one)
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.messages - a.messages)
    .map((one) => ({ ...one, contacts: [...one.contacts.values()] }))
}

/** Cards with an address that I send from: mine, or that of somebody whose message is in Sent. */
function ownCards(app: App, messages: readonly Message[], { book }: Conversations): MailReport['ownCards'] {
  const named = new Set(app.settings().mail.me.map(addressWithoutTag))
  const asOthers = { ...book, mine: new Set<string>() }
  return [...book.mine]
    .filter((address) => !named.has(address))
    .flatMap((address) => {
      const wrote = messages.some(
        ({ isSent, from }) => !isSent && from.some((one) => addressWithoutTag(one.address) === address),
      )
      const cards = wrote ? contactsBehind(asOthers, { address, name: null }) : []
      return cards.map((contact) => ({ contact, address }))
    })
}
