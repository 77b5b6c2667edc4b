import { keptOnTime, type DiaryPromise, type KeptPromise } from '../../domain/promise.ts'
import type { WordKept } from '../../domain/review.ts'

/**
 * How I kept my word, from the closed promises (R53): how many of mine were kept by the promised day or minute, and the
 * longest run of those. A promise kept late ends a run; a dropped one neither counts nor ends it.
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
