import type { Message } from './message.ts'
import { answersOf, parentsOf } from './message.ts'
import { isMine, type AddressBook } from './whose.ts'

/**
 * How a message from somebody else concerns me: written to me, a copy to me, a notice of a program, to a list, to
 * addresses that are not mine, or the bounce of a message of mine.
 */
export type Place = 'direct' | 'copy' | 'notice' | 'bulk' | 'elsewhere' | 'bounce'

/** The kinds that programs write: they are owed no answer, and answer nothing. */
const notices: ReadonlySet<Message['kind']> = new Set(['automatic', 'read receipt', 'calendar notice'])

/**
 * How a message from somebody else concerns me, by its headers.
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
