import { dateWords, dueWords } from '../../domain/date-words.ts'
import { type Due } from '../../domain/day.ts'
import { FuError, usage } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { readForms, spanAhead } from './day-forms.ts'
import type { PhraseContext } from './context.ts'
import { plainPhrase, tryOneOf } from './plain.ts'
import { spanText } from './span.ts'
import { examplesFor, unknownPhrase } from './unknown.ts'

export type { PhraseContext } from './context.ts'

/**
 * Reads a whole date phrase (`<when>`) or refuses it: nothing is left over, nothing is guessed. The grammar is
 * the table of forms in `day-forms.ts` and the dates in `day-dates.ts`; a time of day may follow any day.
 *
 * @throws FuError kind usage, with what is wrong and the nearest phrases that are accepted
 * @example readDayPhrase('next fri 3pm', { now, week, dates, direction: 'ahead' }) // { day: '2026-12-04', time: '15:00' }
 */
export function readDayPhrase(text: string, context: PhraseContext): Due {
  const reads = (phrase: string): boolean => isAccepted(phrase, context)
  const phrase = plainPhrase(text, 'date', () => tryOneOf(examplesFor('', reads)))
  const due = readForms(phrase, context)
  if (due === null) throw unknownPhrase(phrase, reads)
  const refusal = refusalOf(due, phrase, context)
  if (refusal !== null) throw refusal
  return due
}

function isAccepted(phrase: string, context: PhraseContext): boolean {
  try {
    const due = readForms(phrase, context)
    return due !== null && refusalOf(due, phrase, context) === null
  } catch (error) {
    if (error instanceof FuError) return false
    throw error
  }
}

/** Why a reading cannot stand: it lies on the wrong side of now. */
function refusalOf(due: Due, phrase: string, { now, direction }: PhraseContext): FuError | null {
  if (direction === 'ahead' && isBefore(due, now)) return hasPassed(due, phrase, now)
  if (direction === 'back' && isAfter(due, now)) return hasNotBeen(due, phrase, now)
  return null
}

function isBefore({ day, time }: Due, now: Moment): boolean {
  return day < now.day || (day === now.day && time !== null && time < now.time)
}

function isAfter({ day, time }: Due, now: Moment): boolean {
  return day > now.day || (day === now.day && time !== null && time > now.time)
}

function hasPassed(due: Due, phrase: string, now: Moment): FuError {
  const earlierToday = due.day === now.day && due.time !== null
  return usage(
    `"${phrase}" is ${dueWords(due, now.day, dateWords(null))}, which is in the past.`,
    earlierToday ? `Try "tomorrow ${due.time}".` : 'Try "today", "tomorrow" or "fri".',
  )
}

function hasNotBeen(due: Due, phrase: string, now: Moment): FuError {
  const span = spanAhead(phrase)
  const laterToday = due.day === now.day && due.time !== null
  const hint =
    span !== null ? `Try "${spanText(span)} ago".` : laterToday ? `Try "yesterday ${due.time}".` : null
  return usage(
    `"${phrase}" is ${dueWords(due, now.day, dateWords(null))}, which is in the future.`,
    hint ?? 'Try "yesterday", "last fri" or "3 days ago".',
  )
}
