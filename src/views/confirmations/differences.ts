import { dueWords, type DateContext, type DateWords } from '../../domain/date-words.ts'
import type { Difference } from '../../domain/merge.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { everyWords } from '../../domain/repeat.ts'
import { closingWord } from '../card/promise-words.ts'

/** Longer texts are cut; the file contains them in full. */
const maxLength = 200

/** The fields in which a file differs from the diary: `due Mon 30 Nov (Fri 27 Nov here)`. */
export function differencesText(differences: readonly Difference[]): string {
  return differences
    .map(({ field, kept, other }) => `${field} ${shortened(other)} (${shortened(kept)} here)`)
    .join(', ')
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' / ')
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line
}

/** A skipped promise in words: `the open promise "send the quote" for Fri 27 Nov`. */
export function promiseDescription(
  { owner, what, due, status }: DiaryPromise,
  { today, words }: DateContext,
): string {
  const theirs = owner === 'theirs' ? 'their ' : 'the '
  return `${theirs}${status} promise "${what}" for ${dueWords(due, today, words)}`
}

/** The fields in which a promise in the diary differs from the one in a file. */
export function promiseDifferences(
  here: DiaryPromise,
  there: DiaryPromise,
  { today, words }: DateContext,
): Difference[] {
  const others = fieldsOf(there, today, words)
  return fieldsOf(here, today, words).flatMap(([field, kept], index) => {
    const other = others[index]?.[1] ?? ''
    return kept === other ? [] : [{ field, kept: kept || 'none', other: other || 'none' }]
  })
}

function fieldsOf(
  promise: DiaryPromise,
  today: DateContext['today'],
  words: DateWords,
): (readonly [field: string, text: string])[] {
  const day = (text: typeof promise.snoozedUntil): string => (text === null ? '' : words.short(text, today))
  return [
    ['owed by', promise.owner === 'mine' ? 'me' : 'them'],
    ['what', promise.what],
    ['channel', promise.channel ?? ''],
    ['kind', promise.kind],
    ['hot', promise.hot ? 'yes' : 'no'],
    ['due', dueWords(promise.due, today, words)],
    ['promised for', dueWords(promise.promised, today, words)],
    ['snoozed until', day(promise.snoozedUntil)],
    ['waits for', promise.trigger ?? ''],
    ['plan', promise.plan ?? ''],
    ['repeats', promise.repeat === null ? '' : everyWords(promise.repeat.every)],
    ['window until', day(promise.windowUntil)],
    [
      'status',
      promise.status === 'open'
        ? 'open'
        : `${closingWord(promise)} ${dueWords(promise.closedAt, today, words)}`,
    ],
    ['reason', promise.status === 'open' ? '' : (promise.reason ?? '')],
    ['note', promise.status === 'kept' ? (promise.note ?? '') : ''],
  ]
}
