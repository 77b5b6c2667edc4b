import type { Day, Due } from '../../domain/day.ts'
import type { Act } from '../../domain/act.ts'
import type { Entry } from '../../domain/entry.ts'
import type { DiaryPromise } from '../../domain/promise.ts'

/** A promise that was dealt with on a day and is no longer on its page: done, moved to another day, or dropped. */
export type OffThePage = {
  readonly mark: 'done' | 'moved' | 'dropped'
  readonly promise: DiaryPromise
  /** The day on which it is due now; `null` if it is closed. */
  readonly next: Due | null
}

const movingActs: ReadonlySet<Act> = new Set<Act>(['moved', 'told', 'snoozed', 'tried'])

/**
 * The promises that were dealt with on a day and are no longer on its page: first those kept, then those moved (by
 * hand, or by the ladder after an attempt), then those dropped; each group by number.
 *
 * @param entries those of the day
 * @param promises those closed on the day and those of the entries; duplicates do not matter
 * @param nextOf the next due day of an open promise
 */
export function promisesOffThePage(
  day: Day,
  entries: readonly Entry[],
  promises: readonly DiaryPromise[],
  nextOf: (promise: DiaryPromise) => Due | null,
): OffThePage[] {
  const movedOn = new Set(entries.filter(({ act }) => movingActs.has(act)).map(({ promise }) => promise))
  const all = [...new Map(promises.map((promise) => [promise.id, promise])).values()]
    .sort((a, b) => a.id - b.id)
    .flatMap((promise): OffThePage[] => {
      if (promise.status !== 'open' && promise.closedAt.day === day) {
        return [{ mark: promise.status === 'kept' ? 'done' : 'dropped', promise, next: null }]
      }
      if (!movedOn.has(promise.id)) return []
      if (promise.status !== 'open')
        return promise.closedAt.day > day ? [{ mark: 'moved', promise, next: null }] : []
      const next = nextOf(promise)
      return next !== null && next.day > day ? [{ mark: 'moved', promise, next }] : []
    })
  return (['done', 'moved', 'dropped'] as const).flatMap((mark) => all.filter((one) => one.mark === mark))
}
