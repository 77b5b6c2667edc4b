import type { Message } from './message.ts'
import { answersOf, parentsOf } from './message.ts'
import { isMine, type AddressBook } from './whose.ts'

/**
 * What a message of somebody else is to me: written to me, to others with a copy to me, by a program, to a list, to
 * addresses that are not mine, or the notice that a message of mine did not arrive.
 */
export type Place = 'direct' | 'copy' | 'notice' | 'bulk' | 'elsewhere' | 'bounce'

/** The kinds that programs write, which say nothing that owes an answer, and answer nothing. */
const notices: ReadonlySet<Message['kind']> = new Set(['automatic', 'read receipt', 'calendar notice'])

/**
 * What a message of somebody else is to me, by its headers.
 *
 * @param ownIds the ids of my own messages
 */
export function placeOf(message: Message, book: AddressBook, ownIds: ReadonlySet<string>): Place {
  const isOwn = (id: string): boolean => ownIds.has(id)
  if (message.kind === 'bounce') return 'bounce'
  if (notices.has(message.kind)) return 'notice'
  const isReply = parentsOf(message).some(isOwn)
  if (message.kind === 'bulk' && !isReply) return 'bulk'
  if (isReply || message.to.some((address) => isMine(book, address))) return 'direct'
  if (message.cc.some((address) => isMine(book, address))) return 'copy'
  return answersOf(message).some(isOwn) ? 'direct' : 'elsewhere'
}
