import { isAfter, type Entry } from '../domain/entry.ts'
import type { Contact } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { PageFacts } from '../domain/page.ts'
import type { DiaryPromise, OpenPromise } from '../domain/promise.ts'

/** What was closed after a past day, with its people and its entries. */
export type ClosedLater = {
  readonly promises: readonly DiaryPromise[]
  readonly contacts: ReadonlyMap<number, Contact>
  readonly entries: readonly Entry[]
}

/**
 * The facts of a past day as they were when it ended, as far as they are kept: what had been promised by then and
 * was closed later stands open again, and nothing that happened later counts. Days that were moved later are the
 * later ones, since the earlier are not kept.
 */
export function asItStood(facts: PageFacts, later: ClosedLater): PageFacts {
  const { day } = facts
  const entries = [...facts.entries, ...later.entries]
    .filter(({ at }) => at.day <= day)
    .toSorted((a, b) => (isAfter(a, b) ? 1 : -1))
  const snoozed = new Set(entries.filter(({ act }) => act === 'snoozed').map(({ promise }) => promise))
  const promises = [...facts.promises, ...later.promises.map(openAgain)]
    .filter(({ madeAt }) => madeAt.day <= day)
    .map((promise) => (snoozed.has(promise.id) ? promise : { ...promise, snoozedUntil: null }))
  return {
    ...facts,
    promises,
    entries,
    contacts: new Map([...later.contacts, ...facts.contacts]),
    lastReal: until(day, facts.lastReal),
    lastReached: until(day, facts.lastReached),
    regulars: facts.regulars.filter(
      ({ contact, lastReal }) => contact.addedAt.day <= day && (lastReal === null || lastReal.day <= day),
    ),
  }
}

function openAgain(promise: DiaryPromise): OpenPromise {
  return { ...promise, status: 'open' }
}

function until(day: Day, last: ReadonlyMap<number, Entry>): ReadonlyMap<number, Entry> {
  return new Map([...last].filter(([, { at }]) => at.day <= day))
}
