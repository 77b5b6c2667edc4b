import { keptOnTime, type DiaryPromise, type KeptPromise } from '../../domain/promise.ts'
import type { WordKept } from '../../domain/review.ts'

/**
 * How my word was kept, by the promises of mine among those closed (R53): how many of the kept ones were kept by
 * the day or minute that was promised, and the longest row of such. One kept late ends a row; one that was dropped
 * neither counts nor ends it.
 */
export function wordKept(closed: readonly DiaryPromise[]): WordKept {
  const mine = closed.filter(({ owner }) => owner === 'mine')
  const kept = mine
    .filter((promise): promise is KeptPromise => promise.status === 'kept')
    .toSorted((a, b) => a.closedAt.instant - b.closedAt.instant || a.id - b.id)
  const onTime = kept.map((promise) => keptOnTime(promise) === true)
  return {
    onTime: { count: onTime.filter(Boolean).length, of: kept.length },
    longestRun: longestRun(onTime),
    dropped: mine.length - kept.length,
  }
}

function longestRun(values: readonly boolean[]): number {
  let longest = 0
  let run = 0
  for (const value of values) {
    run = value ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}
