import type { App } from '../../app.ts'
import type { ContactName } from '../../domain/contact.ts'
import { groupBy } from '../../domain/group-by.ts'
import { mailOf } from '../../domain/entry-data.ts'
import type { MailFate, UnreadWish } from '../../domain/mail-report.ts'
import type { Knowledge, Mine, Theirs } from '../../schedule/mail/correspondence.ts'
import { answersOf, type Message } from '../../schedule/mail/message.ts'
import { placeOf } from '../../schedule/mail/place.ts'
import { linked, type Conversations } from './conversations.ts'
import { eventOf, uidOfMail, uidOfSent } from './events.ts'
import { wishOf } from './wishes.ts'

/** A message of this run, the uid of its entry, and the address of the contact to which it went. */
export type Source = { readonly message: Message; readonly uid: string; readonly to: string | null }

/** A bounce: a message of mine did not reach an address of a contact. */
export type NotArrived = {
  readonly message: Message
  readonly subject: string
  readonly address: string
  readonly isNew: boolean
}

/** The messages with one contact, of this run and of the diary, oldest first. */
export type Person = {
  readonly contact: ContactName
  readonly theirs: Theirs[]
  readonly mine: Mine[]
  /** The messages of this run, and where each comes from. */
  readonly sources: Map<Theirs | Mine, Source>
  readonly notArrived: NotArrived[]
}

/** The messages of a run by contact, and the fate of each. */
export type Sorted = {
  readonly people: readonly Person[]
  readonly fates: ReadonlyMap<Message, MailFate>
  /** Bounces that match no message, with the contacts for whom they may be. */
  readonly bounces: ReadonlyMap<Message, readonly ContactName[]>
  readonly unreadWishes: readonly UnreadWish[]
}

/** What decides which messages are written. */
export type Wanted = {
  /** Older messages are not written; in seconds since 1970. */
  readonly since: number
  /** Whether entries that were undone are written again. */
  readonly again: boolean
}

/** Sorts the messages of a mailbox by contact. */
export function sortMail(
  app: App,
  messages: readonly Message[],
  conversations: Conversations,
  { since, again }: Wanted,
): Sorted {
  const { recipients, whose, book, ownIds } = conversations
  const knows = knowledgeOf(app, messages, conversations, again)
  const people = new Map<number, Person>()
  const personOf = (contact: ContactName): Person => {
    const person = people.get(contact.id) ?? {
      contact,
      theirs: [],
      mine: [],
      sources: new Map<Theirs | Mine, Source>(),
      notArrived: [],
    }
    people.set(contact.id, person)
    return person
  }
  const fateOf = ({ at }: Message, known: Knowledge): MailFate => {
    if (known === 'new') return 'written'
    if (known !== 'left out') return 'known'
    return at.instant < since ? 'older' : 'taken back'
  }
  const sentTo = sentMessages(messages, conversations)
  const bounces = new Map<Message, readonly ContactName[]>()
  const unreadWishes: UnreadWish[] = []

  const placeMine = (message: Message): MailFate => {
    const wish = wishOf(app, message, book)
    const written = recipients(message).map(({ contact, addresses }) => {
      const uids = addresses.map((address) => uidOfSent(message.id, address))
      const known = knows(message, uids, since)
      const isWished = wish !== null && 'due' in wish && wish.contact.id === contact.id
      const own: Mine = {
        ...inThread(message, conversations),
        from: 'me',
        known,
        wish: isWished ? wish.due : null,
        isBounced: conversations.bounced.has(message.id),
      }
      const person = personOf(contact)
      person.mine.push(own)
      person.sources.set(own, { message, uid: uids[0] ?? '', to: addresses[0] ?? null })
      return fateOf(message, known)
    })
    const among = new Set(written)
    const fate = fatesOfMine.find((one) => among.has(one)) ?? 'mine to nobody known'
    if (wish !== null && 'unread' in wish && fate === 'written') unreadWishes.push(wish.unread)
    return fate
  }

  const placeBounce = (message: Message): MailFate => {
    const known = knows(message, [uidOfMail(message.id)], since)
    const bounced = bouncedOf(message, sentTo)
    const [first, ...others] = bounced
    if (first === undefined || others.length > 0) {
      if (message.at.instant < since) return 'older'
      bounces.set(
        message,
        bounced.map(({ contact }) => contact),
      )
      return 'bounce'
    }
    const { contact, address, subject } = first
    personOf(contact).notArrived.push({ message, subject, address, isNew: known === 'new' })
    return fateOf(message, known)
  }

  const fateOfTheirs = (message: Message): MailFate => {
    const place = placeOf(message, book, ownIds)
    if (place === 'bounce') return placeBounce(message)
    const one = whose(message)
    const uid = uidOfMail(message.id)
    const known = knows(message, [uid], since)
    const isOlder = message.at.instant < since
    if (one.whose !== 'contact' || ((place === 'bulk' || place === 'elsewhere') && known === 'new')) {
      if (isOlder) return 'older'
      if (place === 'bulk' || one.whose === 'mine') return 'bulk'
      return one.whose === 'contact' ? 'elsewhere' : one.whose === 'unclear' ? 'unclear' : 'unknown'
    }
    const theirs: Theirs = {
      ...inThread(message, conversations),
      from: 'them',
      known,
      place: place === 'direct' || place === 'copy' ? place : 'notice',
      isAnswered: message.isAnswered,
    }
    const person = personOf(one.contact)
    person.theirs.push(theirs)
    person.sources.set(theirs, { message, uid, to: null })
    return fateOf(message, known)
  }

  const fates = new Map(
    messages.map((message): [Message, MailFate] => [
      message,
      whose(message).whose === 'mine' && message.kind !== 'bounce'
        ? placeMine(message)
        : fateOfTheirs(message),
    ]),
  )
  addEntries([...people.values()], conversations)
  return { people: [...people.values()], fates, bounces, unreadWishes }
}

/** If a message of mine has several entries, the first of these fates is that of the message. */
const fatesOfMine = ['written', 'known', 'taken back', 'older'] as const

function inThread(message: Message, { threads }: Conversations) {
  return { ...linked(message), thread: threads.of(message.id), at: message.at, subject: message.subject }
}

/** What the diary knows about each message, by the uids that its entry may have. */
function knowledgeOf(
  app: App,
  messages: readonly Message[],
  { recipients }: Conversations,
  again: boolean,
): (message: Message, candidates: readonly string[], since: number) => Knowledge {
  const { entries } = app.diary()
  const uids = messages.flatMap((message) => [
    uidOfMail(message.id),
    ...recipients(message).flatMap(({ addresses }) =>
      addresses.map((address) => uidOfSent(message.id, address)),
    ),
  ])
  const known = entries.known(uids)
  const takenBack = again ? new Set<string>() : entries.takenBack(uids)
  return ({ at }, candidates, since) => {
    const entry = candidates.map((uid) => known.get(uid)).find((one) => one !== undefined)
    if (entry !== undefined) return { promise: entry.promise }
    return at.instant < since || candidates.some((uid) => takenBack.has(uid)) ? 'left out' : 'new'
  }
}

/** A contact to whom a message of mine went, with the address and the subject. */
type SentTo = { readonly contact: ContactName; readonly address: string; readonly subject: string }

/** To whom each message of mine went, by its id, of the diary and of this run. */
function sentMessages(
  messages: readonly Message[],
  { entries, recipients }: Conversations,
): ReadonlyMap<string, readonly SentTo[]> {
  const ofEntries = entries.flatMap((entry) => {
    const { contact, act, direction, text } = entry
    const mail = direction === 'out' && act !== 'tried' ? mailOf(entry) : null
    if (mail?.to === undefined) return []
    return [{ id: mail.id, contact, address: mail.to, subject: text ?? '' }]
  })
  const ofMessages = messages.flatMap((message) =>
    recipients(message).flatMap(({ contact, addresses: [address] }) =>
      address === undefined ? [] : [{ id: message.id, contact, address, subject: message.subject }],
    ),
  )
  return groupBy([...ofEntries, ...ofMessages], ({ id }) => id)
}

/** The contacts to whom the message went that did not arrive. */
function bouncedOf(notice: Message, sentTo: ReadonlyMap<string, readonly SentTo[]>): SentTo[] {
  const sent = answersOf(notice).flatMap((id) => sentTo.get(id) ?? [])
  return [...new Map(sent.map((one) => [one.contact.id, one])).values()]
}

/** Adds the messages with people that only the diary has. */
function addEntries(people: readonly Person[], conversations: Conversations): void {
  const byId = new Map(people.map((person) => [person.contact.id, person]))
  const seen = new Set(
    people.flatMap(({ contact, theirs, mine }) =>
      [...theirs, ...mine].map(({ id }) => `${contact.id} ${id}`),
    ),
  )
  for (const entry of conversations.entries) {
    const person = byId.get(entry.contact.id)
    const event = person === undefined ? null : eventOf(entry, conversations)
    if (person === undefined || event === null || seen.has(`${entry.contact.id} ${event.id}`)) continue
    if (event.from === 'me') person.mine.push(event)
    else person.theirs.push(event)
  }
  for (const { theirs, mine } of people) {
    theirs.sort(oldestFirst)
    mine.sort(oldestFirst)
  }
}

function oldestFirst(a: Theirs | Mine, b: Theirs | Mine): number {
  return a.at.instant - b.at.instant
}
