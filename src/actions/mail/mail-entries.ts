import { namePromise, type MailFacts } from '../../domain/entry-data.ts'
import { newEntry, type NewEntry } from '../../domain/entry.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Mine, Theirs } from '../../schedule/mail/correspondence.ts'
import { answersOf, type Message } from '../../schedule/mail/message.ts'
import type { NotArrived, Source } from './sort.ts'

/** The first message and the last ones are enough to find a thread; very long threads name hundreds. */
const mostAnswers = 20

function factsOfMail(message: Message): MailFacts {
  const answers = answersOf(message)
  return {
    id: message.id,
    answers:
      answers.length <= mostAnswers ? answers : [...answers.slice(0, 1), ...answers.slice(1 - mostAnswers)],
    ...(message.kind === 'personal' ? {} : { kind: message.kind }),
  }
}

function commonOf({ message }: Source, contactId: number) {
  const text = message.subject === '' ? null : message.subject
  return { at: message.at, contactId, channel: 'email', text } as const
}

/** The entry of a message of theirs. */
export function entryOfTheirs(
  { place }: Theirs,
  source: Source,
  known: {
    readonly contactId: number
    readonly promise: number | null
    readonly spokeAt: Moment | null
    readonly endsTries: readonly OpenPromise[]
  },
): NewEntry {
  const mail = factsOfMail(source.message)
  const common = { ...commonOf(source, known.contactId), promise: known.promise }
  const endsTries = known.endsTries.length === 0 ? {} : { endsTries: known.endsTries.map(namePromise) }
  if (place === 'direct') {
    const spokeAt = known.spokeAt === null ? {} : { spokeAt: known.spokeAt }
    return newEntry({ ...common, act: 'heard', direction: 'in', data: { ...endsTries, ...spokeAt, mail } })
  }
  if (place === 'copy')
    return newEntry({
      ...common,
      act: 'logged',
      direction: 'in',
      data: { ...endsTries, mail: { ...mail, isCopy: true } },
    })
  // Written by a program: nobody was reached, so the tries go on.
  return newEntry({ ...common, act: 'logged', data: { mail } })
}

/** The role of a message of mine: it closes a promise, asks for a reply, answers something, or none of these. */
export type OwnAct = 'closes' | 'wishes' | 'answers' | 'logged'

/** The entry of a message of mine. */
export function entryOfMine(
  act: OwnAct,
  source: Source,
  known: { readonly contactId: number; readonly promise: number | null },
): NewEntry {
  const mail = { ...factsOfMail(source.message), ...(source.to === null ? {} : { to: source.to }) }
  const common = { ...commonOf(source, known.contactId), promise: known.promise, direction: 'out' } as const
  if (act === 'closes')
    return newEntry({ ...common, act: 'done', outcome: 'reached', data: { foundInMail: true, mail } })
  if (act === 'wishes') return newEntry({ ...common, act: 'sent', data: { mail } })
  return newEntry({ ...common, act: 'logged', outcome: act === 'answers' ? 'reached' : null, data: { mail } })
}

/** The entry that closes a promise which a mailbox shows to be kept, if no message closes it. */
export function closingEntry({ id, contact, owner }: OpenPromise, at: Moment): NewEntry {
  return newEntry({
    at,
    contactId: contact.id,
    promise: id,
    act: 'done',
    direction: owner === 'mine' ? 'out' : 'in',
    channel: 'email',
    outcome: 'reached',
    data: { foundInMail: true },
  })
}

/** The entry of a bounce: a try of a wrong address (R35). */
export function entryOfBounce(
  { message, address }: NotArrived,
  contactId: number,
  promise: number,
): NewEntry {
  return newEntry({
    at: message.at,
    contactId,
    promise,
    act: 'tried',
    direction: 'out',
    channel: 'email',
    outcome: 'wrong-number',
    data: { wrongNumber: address, mail: factsOfMail(message) },
  })
}

/** The messages that a run writes with one contact, oldest first. */
export function newMessages(messages: readonly (Mine | Theirs)[]): (Mine | Theirs)[] {
  return messages.filter(({ known }) => known === 'new').toSorted((a, b) => a.at.instant - b.at.instant)
}
