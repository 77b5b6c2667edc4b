import { compareText, daysBetween } from '../../domain/day.ts'
import type { DiaryPromise, KeptPromise } from '../../domain/promise.ts'
import type { Median, Reason, Result } from '../../domain/review.ts'
import { normalizeText } from '../../domain/normalize.ts'
import { groupBy } from '../../domain/group-by.ts'
import { medianOf } from './cases.ts'

/** Why people declined, the most frequent reason first. Spellings that differ in case or accents count as one (R48). */
export function declineReasons(closed: readonly DiaryPromise[]): Reason[] {
  const reasons = endedWith(closed, 'declined').map(({ reason }) => reason ?? 'no reason')
  return [...groupBy(reasons, normalizeText).values()]
    .map((alike) => ({ reason: alike[0] ?? '', count: alike.length }))
    .toSorted((a, b) => b.count - a.count || compareText(a.reason, b.reason))
}

/** The days from the making of a promise until its decision, by the decision (R38). */
export function waitsOf(closed: readonly DiaryPromise[]): Record<Result, Median> {
  const waitUntil = (result: Result): Median =>
    medianOf(
      endedWith(closed, result).map(({ madeAt, closedAt }) =>
        Math.max(0, daysBetween(madeAt.day, closedAt.day)),
      ),
    )
  return { sold: waitUntil('sold'), declined: waitUntil('declined'), postponed: waitUntil('postponed') }
}

function endedWith(closed: readonly DiaryPromise[], result: Result): KeptPromise[] {
  return closed.filter(
    (promise): promise is KeptPromise => promise.status === 'kept' && promise.outcome === result,
  )
}
