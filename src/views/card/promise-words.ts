import type { DateWords } from '../../domain/date-words.ts'
import type { Moment } from '../../domain/moment.ts'
import { keptOnTime, type DiaryPromise, type DroppedPromise, type KeptPromise } from '../../domain/promise.ts'

/** A promise in words: who owes it (unless it is mine), what, and the closing remark. */
export function promiseWords(promise: DiaryPromise): string {
  const hot = promise.hot && promise.status === 'open' ? 'hot · ' : ''
  const theirs = promise.owner === 'theirs' ? 'they: ' : ''
  const said = closingRemark(promise)
  return `${hot}${theirs}${promise.what}${said === '' ? '' : ` (${said})`}`
}

/** How a promise was closed: kept, dropped, or its outcome. */
export function closingWord(promise: KeptPromise | DroppedPromise): string {
  if (promise.status === 'dropped') return 'dropped'
  return promise.outcome === 'reached' ? 'kept' : promise.outcome
}

/** How a promise was closed, and when: "declined Mon 23 Nov, late". */
export function closedWords(
  promise: KeptPromise | DroppedPromise,
  { day: today }: Moment,
  words: DateWords,
): string {
  const late = keptOnTime(promise) === false ? ', late' : ''
  return `${closingWord(promise)} ${words.short(promise.closedAt.day, today)}${late}`
}

/** The reason and the note of a closed promise (R48); empty for an open one. */
export function closingRemark(promise: DiaryPromise): string {
  if (promise.status === 'open') return ''
  const note = promise.status === 'kept' ? promise.note : null
  return [...new Set([promise.reason, note])].filter((text) => text !== null).join('; ')
}
