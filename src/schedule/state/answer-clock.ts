import { addDays, type Day } from '../../domain/day.ts'
import { isAfter, type Entry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Settings } from '../../domain/settings.ts'
import { workingMinutesBetween } from '../plans/working-time.ts'

/** The settings that the answer clock depends on. */
export type ClockSettings = Pick<Settings, 'week' | 'answerInWorkingHours'>

/**
 * Since when they have been waiting: the first time they asked after I last reached them; `null` if I reached them
 * since, so that the clock is stopped (R21).
 *
 * @param heard what they said about one promise, oldest first
 */
export function askedAt(heard: readonly Entry[], lastReached: Entry | null): Moment | null {
  return heard.find((entry) => lastReached === null || isAfter(entry, lastReached))?.at ?? null
}

/**
 * Whether more than 24 hours have passed since they asked: until now on the page of the present day, until the beginning
 * of the day on other pages. Real or working hours, as set (R21).
 */
export function isPast24Hours(
  asked: Moment,
  { day, now }: { readonly day: Day; readonly now: Moment },
  { week, answerInWorkingHours }: ClockSettings,
): boolean {
  const isPresent = day === now.day
  if (answerInWorkingHours) {
    const asOf = isPresent ? now : { day, time: week.opens }
    return workingMinutesBetween(asked, asOf, week) > 24 * 60
  }
  return isPresent ? now.instant - asked.instant > 24 * 3600 : addDays(asked.day, 1) < day
}
