import { mailOf } from '../../domain/entry-data.ts'
import type { Entry } from '../../domain/entry.ts'
import { uidOfName } from '../../diary/writing/name-uid.ts'
import { addressWithoutTag } from '../../domain/mail-address.ts'
import type { Mine, Theirs } from '../../schedule/mail/correspondence.ts'
import type { Conversations } from './conversations.ts'

/** The uid of the entry of a message: the same message has the same uid in every mailbox. */
export function uidOfMail(id: string): string {
  return uidOfName(`mail ${id}`)
}

/** The uid of the entry of a message of mine with one of its recipients. */
export function uidOfSent(id: string, address: string): string {
  return uidOfName(`mail ${id} to ${addressWithoutTag(address)}`)
}

/** The entry of a message as part of a correspondence; `null` for a bounce. */
export function eventOf(entry: Entry, { threads, bounced }: Conversations): Theirs | Mine | null {
  const mail = mailOf(entry)
  if (mail === null || entry.act === 'tried') return null
  const common = {
    id: mail.id,
    answers: mail.answers,
    thread: threads.of(mail.id),
    at: entry.at,
    subject: entry.text ?? '',
    known: { promise: entry.promise },
  }
  if (entry.direction === 'out') return { ...common, from: 'me', wish: null, isBounced: bounced.has(mail.id) }
  const place = entry.act === 'heard' ? 'direct' : entry.direction === 'in' ? 'copy' : 'notice'
  return { ...common, from: 'them', place, isAnswered: false }
}
