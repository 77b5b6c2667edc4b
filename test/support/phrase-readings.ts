import type { Day } from '../../src/domain/day.ts'
import { readDayPhrase, type PhraseContext } from '../../src/parse/phrase/day-phrase.ts'
import { aDay, aMoment, mondayToFriday } from './facts.ts'

/** The context of a phrase at a moment, with a working week from Monday to Friday. */
export function contextAt(
  now: string,
  direction: PhraseContext['direction'] = 'ahead',
  more: { dates?: PhraseContext['dates']; holidays?: readonly string[]; locale?: string } = {},
): PhraseContext {
  const holidays = new Set<Day>((more.holidays ?? []).map(aDay))
  return {
    now: aMoment(now),
    week: { ...mondayToFriday, holidays },
    dates: more.dates ?? null,
    locale: more.locale ?? null,
    direction,
  }
}

/** The due of a phrase, in ISO: `2026-11-27`, or `2026-11-27 10:30`. */
export function reading(phrase: string, context: PhraseContext): string {
  const { day, time } = readDayPhrase(phrase, context)
  return time === null ? day : `${day} ${time}`
}
