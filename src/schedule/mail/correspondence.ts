import type { Due } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Linked } from './threads.ts'

/**
 * What the diary knows of a message: nothing yet; its entry, with the promise of the entry; or that it is left out,
 * because its entry was undone or it is older than what is read.
 */
export type Knowledge = 'new' | 'left out' | { readonly promise: number | null }

type Common = Linked & {
  /** The key that all messages of its thread share. */
  readonly thread: string
  readonly at: Moment
  readonly subject: string
  readonly known: Knowledge
}

/** A message of a contact. */
export type Theirs = Common & {
  readonly from: 'them'
  readonly place: 'direct' | 'copy' | 'notice'
  /** Whether it has the flag "answered". */
  readonly isAnswered: boolean
}

/** A message of mine to a contact. */
export type Mine = Common & {
  readonly from: 'me'
  /** When I want a reply; `null` if I do not ask for one. */
  readonly wish: Due | null
  /** Whether it did not arrive. */
  readonly isBounced: boolean
}

/** What answered a message of theirs: a message of mine, its flag, or a conversation. */
export type Cover =
  | { readonly by: Mine }
  | { readonly by: 'flag' }
  | { readonly by: 'call'; readonly at: Moment }

/**
 * What answered a message of theirs in its thread: the first of my messages that came later or names it, else its flag
 * or that of a later one, else a conversation since.
 */
export function coverOf(
  message: Theirs,
  { theirs, mine, spoken }: Correspondence & { readonly spoken: Moment | null },
): Cover | null {
  const answer = mine.find(
    (own) => !own.isBounced && (own.at.instant > message.at.instant || own.answers.includes(message.id)),
  )
  if (answer !== undefined) return { by: answer }
  const isFlagged = theirs.some((other) => other.isAnswered && other.at.instant >= message.at.instant)
  if (isFlagged) return { by: 'flag' }
  return spoken !== null && spoken.instant > message.at.instant ? { by: 'call', at: spoken } : null
}

/** The messages between a contact and me, from the diary and a run, each list oldest first. */
export type Correspondence = { readonly theirs: readonly Theirs[]; readonly mine: readonly Mine[] }

/** Whether a message of theirs is a reply to one of mine in the same thread, or came later. */
export function isReplyTo(reply: Theirs, own: Mine): boolean {
  return reply.place !== 'notice' && (reply.at.instant > own.at.instant || reply.answers.includes(own.id))
}
