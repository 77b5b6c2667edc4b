import type { Day } from '../../src/domain/day.ts'
import { FuError } from '../../src/domain/errors.ts'
import { readDayPhrase, type PhraseContext } from '../../src/parse/phrase/day-phrase.ts'
import { aDay, aMoment, mondayToFriday } from './facts.ts'

/** What phrases are read against at a moment, with the days from Monday to Friday worked. */
export function contextAt(
  now: string,
  direction: PhraseContext['direction'] = 'ahead',
  more: { dates?: PhraseContext['dates']; holidays?: readonly string[] } = {},
): PhraseContext {
  const holidays = new Set<Day>((more.holidays ?? []).map(aDay))
  return { now: aMoment(now), week: { ...mondayToFriday, holidays }, dates: more.dates ?? null, direction }
}

/** A reading in ISO: `2026-11-27`, or `2026-11-27 10:30`. */
export function reading(phrase: string, context: PhraseContext): string {
  const { day, time } = readDayPhrase(phrase, context)
  return time === null ? day : `${day} ${time}`
}

/** The refusal of whatever is done, message and hint; fails where it is not refused, or not in words. */
export function refusalOf(attempt: () => unknown): { message: string; hint: string | null } {
  try {
    attempt()
  } catch (error) {
    if (error instanceof FuError && error.kind === 'usage')
      return { message: error.message, hint: error.hint }
    throw error
  }
  throw new Error('it was accepted')
}
