import { askedWords } from './asked-words.ts'
import type { DateWords } from './date-words.ts'
import type { Day } from './day.ts'
import type { Moment } from './moment.ts'

/** The prefixes that programs add to the subject of a reply or a forwarded message, in several languages. */
const prefix =
  /^(?:(?:re|aw|antw|sv|vs|ref|r\u00e9p|rif|r|odp|fwd?|wg|tr|rv|i|vl|doorst)(?:\[\d+\])?\s*[:\uff1a]\s*)+/iu

/**
 * A subject without prefixes, for the text of a promise. It decides nothing.
 *
 * @example bareSubject('Re: AW: Quote for the roof') // 'Quote for the roof'
 */
export function bareSubject(subject: string): string {
  const bare = subject.replace(prefix, '').trim()
  return bare === '' ? 'a message without a subject' : bare
}

/**
 * What an answer is about: the subject, and how often they wrote if it was more than once.
 *
 * @example mailAskedWords('Re: Quote', 2, last, now, words) // 'Quote (×2, last Tue 24 Nov 16:40)'
 */
export function mailAskedWords(
  subject: string,
  count: number,
  last: Moment,
  now: Day,
  words: DateWords,
): string {
  const bare = bareSubject(subject)
  return count === 1 ? bare : `${bare} ${askedWords(count, last, now, words)}`
}
