import type { Contact, ContactName } from '../../domain/contact.ts'
import { compareText } from '../../domain/day.ts'
import type { Entry } from '../../domain/entry.ts'
import type { FirstContact, Starts } from '../../domain/review.ts'
import { groupBy } from '../../domain/group-by.ts'
import { isAnswerTo, type Ask } from './answers.ts'
import { medianOf } from './cases.ts'

/**
 * The entries that started a conversation: the first of each day with a contact in which one of us contacted the other.
 * Answers do not start one (R54).
 */
export function startsIn(entries: readonly Entry[], asks: readonly Ask[]): Entry[] {
  const asksOf = groupBy(asks, ({ asked }) => asked.contact.id)
  const turns = entries.filter(
    (entry) =>
      entry.direction !== null && !(asksOf.get(entry.contact.id) ?? []).some((ask) => isAnswerTo(entry, ask)),
  )
  const days = groupBy(turns, ({ contact, at }) => `${contact.id} ${at.day}`)
  return [...days.values()].flatMap(([first]) => first ?? [])
}

/** How often they started, and how often I did. */
export function countStarts(starts: readonly Entry[]): Starts {
  const theirs = starts.filter(({ direction }) => direction === 'in').length
  return { theirs, mine: starts.length - theirs }
}

/** The counts for each contact, the most frequent first, then by name. */
export function startsByContact(starts: readonly Entry[]): (Starts & { contact: ContactName })[] {
  return [...groupBy(starts, ({ contact }) => contact.id).values()]
    .flatMap((own) => own.slice(0, 1).map(({ contact }) => ({ contact, ...countStarts(own) })))
    .toSorted(
      (a, b) =>
        b.theirs + b.mine - (a.theirs + a.mine) ||
        compareText(a.contact.name, b.contact.name) ||
        a.contact.id - b.contact.id,
    )
}

/** How soon I contacted the people I met, from when they were added until the first attempt; in minutes (R27). */
export function firstContactWith(met: readonly Contact[], entries: readonly Entry[]): FirstContact {
  const turns = groupBy(
    entries.filter(({ direction }) => direction === 'out'),
    ({ contact }) => contact.id,
  )
  const firsts = met.map(({ id, addedAt }) => {
    const first = turns.get(id)?.[0]
    return first === undefined ? null : Math.max(0, (first.at.instant - addedAt.instant) / 60)
  })
  const times = firsts.filter((minutes) => minutes !== null)
  return { time: medianOf(times), untouched: firsts.length - times.length }
}
