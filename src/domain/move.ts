import { compareDue, type Due } from './day.ts'
import { factsOf, type EntryData } from './entry-data.ts'
import type { Act } from './act.ts'
import { isOneOf, type Entry } from './entry.ts'
import type { DiaryPromise } from './promise.ts'

/** The days that an entry moved a promise between, or put it off between. */
export type Move = {
  readonly from: Due
  readonly to: Due
  /** What was promised until then, where they were told of another day (R12); `null` where it stands. */
  readonly promised: Due | null
}

/** What moves a promise to another day, or takes it off the page until one. */
export const movingActs = ['moved', 'told', 'snoozed'] as const satisfies readonly Act[]

/** Whether an entry moved its promise, or put it off. */
export function isMoving({ act }: Pick<Entry, 'act'>): boolean {
  return isOneOf<Act>(movingActs, act)
}

/** The days that an entry moved its promise between (R4); `null` if it moved none, or they are not known. */
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
 * The days of a move as the remark of its entry tells them.
 *
 * @example moveText({ from: monday, to: friday, promised: null }) // '2026-11-23 -> 2026-11-27 10:30'
 * @example moveText({ from: friday, to: tuesday, promised: monday }) // '2026-11-27 -> 2026-12-01, promised 2026-11-23'
 */
export function moveText({ from, to, promised }: Move): string {
  const known = promised === null || compareDue(promised, from) === 0 ? '' : `, promised ${dueText(promised)}`
  return `${dueText(from)} -> ${dueText(to)}${known}`
}

/** Entries as they were written, whatever the clock showed: that is how one move follows another. */
export function asWritten<Each extends Pick<Entry, 'id'>>(entries: readonly Each[]): Each[] {
  return entries.toSorted((a, b) => a.id - b.id)
}

/** What was promised when each promise was made, by promise id, from all of their entries. */
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
