import type { Channel } from '../../domain/channel.ts'
import { isAttempt, type Entry } from '../../domain/entry.ts'
import { triesCounted, type Tries } from '../../domain/review.ts'
import { groupBy } from '../../domain/group-by.ts'

/** A success, and how many tries it took, including itself. */
export type Success = { readonly entry: Entry; readonly tries: number }

const written: ReadonlySet<Channel | null> = new Set<Channel | null>(['email', 'post'])

/**
 * The entries in which I reached somebody about a promise of mine, with the attempts made on that promise before (R52).
 * Letters and emails without attempts do not count: nobody has to be there for them.
 */
export function reachedAt(entries: readonly Entry[]): Success[] {
  const attempts = groupBy(entries.filter(isAttempt), ({ promise }) => promise)
  return entries
    .filter(({ act, direction, promise }) => act === 'done' && direction === 'out' && promise !== null)
    .map((entry) => ({ entry, tries: (attempts.get(entry.promise)?.length ?? 0) + 1 }))
    .filter(({ entry, tries }) => tries > 1 || !written.has(entry.channel))
}

/**
 * The sales, with every time I contacted the buyer since their last sale, reached or not; the sale itself counts as a
 * try (R52).
 *
 * @param entries all with each contact, oldest first
 */
export function soldAt(entries: readonly Entry[]): Success[] {
  return [...groupBy(entries, ({ contact }) => contact.id).values()].flatMap((history) => {
    const sales: Success[] = []
    let tries = 0
    for (const entry of history) {
      if (entry.outcome === 'sold') {
        sales.push({ entry, tries: tries + 1 })
        tries = 0
      } else if (entry.direction === 'out') tries += 1
    }
    return sales
  })
}

/** The number of successes at each attempt. */
export function triesOf(successes: readonly Success[]): Tries {
  const at = Array.from(
    { length: triesCounted },
    (_, index) => successes.filter(({ tries }) => Math.min(tries, triesCounted) === index + 1).length,
  )
  return { at, of: successes.length }
}
