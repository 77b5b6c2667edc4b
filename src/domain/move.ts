import { compareDue, type Due } from './day.ts'
import { factsOf, type EntryData } from './entry-data.ts'
import type { Act } from './act.ts'
import { isOneOf, type Entry } from './entry.ts'
import type { DiaryPromise } from './promise.ts'

/** The old and the new day of a move or a snooze. */
export type Move = {
  readonly from: Due
  readonly to: Due
  /** The previously promised day, if they were told of another (R12); `null` if it did not change. */
  readonly promised: Due | null
}

/** The acts that move a promise to another day, or take it off the page until one. */
export const movingActs = ['moved', 'told', 'snoozed'] as const satisfies readonly Act[]

/** Whether an entry moved or snoozed its promise. */
export function isMoving({ act }: Pick<Entry, 'act'>): boolean {
  return isOneOf<Act>(movingActs, act)
}

/** The days of a move (R4); `null` if the entry is not a move, or its days are unknown. */
export function moveOf(entry: EntryData): Move | null {
  switch (entry.act) {
    case 'moved': {
      const facts = factsOf(entry.data)
      return facts === null ? null : { ...facts, promised: null }
    }
    case 'told':
      return factsOf(entry.data)
    case 'snoozed': {
      const facts = factsOf(entry.data)
      return facts === null
        ? null
        : { from: facts.from, to: { day: facts.until, time: null }, promised: null }
    }
    default:
      return null
  }
}

/**
 * The days of a move, as in the remark of its entry.
 *
 * @example moveText({ from: monday, to: friday, promised: null }) // '2026-11-23 -> 2026-11-27 10:30'
 * @example moveText({ from: friday, to: tuesday, promised: monday }) // '2026-11-27 -> 2026-12-01, promised 2026-11-23'
 */
export function moveText({ from, to, promised }: Move): string {
  const known = promised === null || compareDue(promised, from) === 0 ? '' : `, promised ${dueText(promised)}`
  return `${dueText(from)} -> ${dueText(to)}${known}`
}

/** Entries in the order of writing, regardless of the clock: moves follow one another in this order. */
export function asWritten<Each extends Pick<Entry, 'id'>>(entries: readonly Each[]): Each[] {
  return entries.toSorted((a, b) => a.id - b.id)
}

/** The first promised day of each promise, by promise id, from all of their entries. */
export function firstPromised(
  promises: readonly DiaryPromise[],
  entries: readonly Entry[],
): ReadonlyMap<number, Due> {
  const first = new Map<number | null, Due>()
  for (const entry of asWritten(entries)) {
    const promised = moveOf(entry)?.promised ?? null
    if (promised !== null && !first.has(entry.promise)) first.set(entry.promise, promised)
  }
  return new Map(promises.map(({ id, promised }) => [id, first.get(id) ?? promised]))
}

function dueText({ day, time }: Due): string {
  return time === null ? day : `${day} ${time}`
}
