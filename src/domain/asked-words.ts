import { dueWords, type DateWords } from './date-words.ts'
import type { Day } from './day.ts'
import type { Moment } from './moment.ts'

/**
 * How often they asked, and when they last did; the day is left out if it is today.
 *
 * @example askedWords(3, last, now, words) // '(×3, last 16:40)'
 */
export function askedWords(count: number, last: Moment, now: Day, words: DateWords): string {
  return `(×${count}, last ${last.day === now ? last.time : dueWords(last, now, words)})`
}
