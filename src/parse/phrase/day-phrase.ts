import { dateWords, dueWords } from '../../domain/date-words.ts'
import { type Due } from '../../domain/day.ts'
import { FuError, usage } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { spanAhead } from './day-forms.ts'
import type { Examples } from './languages/language.ts'
import { languageOf } from './languages/of-locale.ts'
import type { PhraseContext } from './context.ts'
import { plainPhrase, tryOneOf } from './plain.ts'
import { readInLanguages } from './read-in-languages.ts'
import { spanText } from './span.ts'
import { examplesFor, unknownPhrase } from './unknown.ts'

export type { PhraseContext } from './context.ts'

/**
 * Reads a whole date phrase (`<when>`) or refuses it: nothing is left over, nothing is guessed. The grammar is the
 * table of forms in `day-forms.ts` and the dates in `day-dates.ts`; a time of day may follow any day.
 *
 * @throws FuError `usage` with the problem and the nearest accepted phrases
 * @example readDayPhrase('next fri 3pm', { now, week, dates, direction: 'ahead' }) // { day: '2026-12-04', time: '15:00' }
 */
export function readDayPhrase(text: string, context: PhraseContext): Due {
  const reads = (phrase: string): boolean => isAccepted(phrase, context)
  const language = languageOf(context.locale)
  const phrase = plainPhrase(text, 'date', () => tryOneOf(examplesFor('', language, reads)))
  const due = readInLanguages(phrase, context)
  if (due === null) throw unknownPhrase(phrase, language, reads)
  const refusal = refusalOf(due, phrase, context)
  if (refusal !== null) throw refusal
  return due
}

function isAccepted(phrase: string, context: PhraseContext): boolean {
  try {
    const due = readInLanguages(phrase, context)
    return due !== null && refusalOf(due, phrase, context) === null
  } catch (error) {
    if (error instanceof FuError) return false
    throw error
  }
}

/** The refusal of a date on the wrong side of now; `null` if it is accepted. */
function refusalOf(due: Due, phrase: string, context: PhraseContext): FuError | null {
  const { now, direction } = context
  if (direction === 'ahead' && isBefore(due, now)) return hasPassed(due, phrase, context)
  if (direction === 'back' && isAfter(due, now)) return hasNotBeen(due, phrase, context)
  return null
}

function isBefore({ day, time }: Due, now: Moment): boolean {
  return day < now.day || (day === now.day && time !== null && time < now.time)
}

function isAfter({ day, time }: Due, now: Moment): boolean {
  return day > now.day || (day === now.day && time !== null && time > now.time)
}

function hasPassed(due: Due, phrase: string, { now, locale }: PhraseContext): FuError {
  const { today, tomorrow, friday } = examplesIn(locale)
  const earlierToday = due.day === now.day && due.time !== null
  return usage(
    `"${phrase}" is ${dueWords(due, now.day, dateWords(locale))}, which is in the past.`,
    earlierToday ? `Try "${tomorrow} ${due.time}".` : tryOneOf([today, tomorrow, friday]),
  )
}

function hasNotBeen(due: Due, phrase: string, context: PhraseContext): FuError {
  const { now, locale } = context
  const { yesterday, lastFriday, daysAgo } = examplesIn(locale)
  const span = spanAhead(phrase, context)
  const laterToday = due.day === now.day && due.time !== null
  const hint =
    span !== null ? `Try "${spanText(span)} ago".` : laterToday ? `Try "${yesterday} ${due.time}".` : null
  return usage(
    `"${phrase}" is ${dueWords(due, now.day, dateWords(locale))}, which is in the future.`,
    hint ?? tryOneOf([yesterday, lastFriday, daysAgo]),
  )
}

const english = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  friday: 'fri',
  lastFriday: 'last fri',
  daysAgo: '3 days ago',
} as const

function examplesIn(locale: string | null): Pick<Examples, keyof typeof english> {
  return languageOf(locale)?.examples ?? english
}
