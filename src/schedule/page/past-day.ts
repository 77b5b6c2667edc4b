import type { Day } from '../../domain/day.ts'
import { isAfter, type Entry } from '../../domain/entry.ts'
import { asWritten, isMoving, moveOf } from '../../domain/move.ts'
import type { PageContact, PageFacts, PagePromise } from '../../domain/page.ts'
import type { DiaryPromise, OpenPromise } from '../../domain/promise.ts'
import { groupBy } from '../../domain/group-by.ts'

/** The facts of a page with all fields of its promises: a past page needs to know when they were made. */
export type FullPageFacts = PageFacts & { readonly promises: readonly OpenPromise[] }

/** The promises closed or moved after a past day, and the facts about them. */
export type LaterChanges = {
  readonly promises: readonly DiaryPromise[]
  readonly contacts: ReadonlyMap<number, PageContact>
  readonly entries: readonly Entry[]
  readonly lastRealContacts: ReadonlyMap<number, Entry>
}

/**
 * The facts of a past day at its end, as far as they are known: promises closed later are open again, promises moved
 * later have their old day, and later entries do not count. Where the entry of a move does not record its days, the
 * promise keeps its later day.
 */
export function factsAtEndOfDay(facts: FullPageFacts, later: LaterChanges): PageFacts {
  const { day } = facts
  const known = new Set(facts.promises.map(({ id }) => id))
  const all = [
    ...facts.entries,
    ...later.entries.filter(({ promise }) => promise === null || !known.has(promise)),
  ]
  const entriesOf = groupBy(all, ({ promise }) => promise)
  const entries = all.filter(({ at }) => at.day <= day).toSorted((a, b) => (isAfter(a, b) ? 1 : -1))
  const others = later.promises.filter(({ id }) => !known.has(id)).map(openAgain)
  const promises = [...facts.promises, ...others]
    .filter(({ madeAt }) => madeAt.day <= day)
    .map((promise) => asPromised(promise, entriesOf.get(promise.id) ?? [], day))
  return {
    ...facts,
    promises,
    entries,
    contacts: new Map([...later.contacts, ...facts.contacts]),
    lastRealContacts: until(day, new Map([...later.lastRealContacts, ...facts.lastRealContacts])),
    lastReached: until(day, facts.lastReached),
    regulars: facts.regulars.filter(
      ({ contact, lastRealContact }) =>
        contact.addedAt.day <= day && (lastRealContact === null || lastRealContact.day <= day),
    ),
    occasions: facts.occasions.filter(
      ({ contact, lastContact }) =>
        contact.addedAt.day <= day && (lastContact === null || lastContact.day <= day),
    ),
  }
}

function openAgain(promise: DiaryPromise): OpenPromise {
  return { ...promise, status: 'open' }
}

/** A promise with its days at the end of a day. */
function asPromised(promise: PagePromise, entries: readonly Entry[], day: Day): PagePromise {
  const written = asWritten(entries)
  const later = written
    .filter(({ at }) => at.day > day)
    .flatMap((entry) => {
      const move = moveOf(entry)
      return move === null ? [] : [{ act: entry.act, ...move }]
    })
  const due = later.find(({ act }) => act !== 'snoozed')?.from ?? promise.due
  const promised = later.find((move) => move.promised !== null)?.promised ?? promise.promised
  return { ...promise, due, promised, snoozedUntil: snoozedOn(day, promise, written) }
}

/** Until when a promise was snoozed as a day ended: a move cancels the snoozes before it. */
function snoozedOn(day: Day, { snoozedUntil }: PagePromise, written: readonly Entry[]): Day | null {
  const last = written.findLast((entry) => entry.at.day <= day && isMoving(entry))
  return last?.act === 'snoozed' ? (moveOf(last)?.to.day ?? snoozedUntil) : null
}

function until(day: Day, last: ReadonlyMap<number, Entry>): ReadonlyMap<number, Entry> {
  return new Map([...last].filter(([, { at }]) => at.day <= day))
}
