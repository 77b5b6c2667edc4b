import { addDays, type Due } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { ReachableHours } from '../../domain/page.ts'
import { isWorkingDay, workingDayFrom } from '../../domain/working-week.ts'
import type { PageSettings } from './context.ts'
import { clockIn } from './their-hours.ts'

/**
 * When I can be reached next: the rest of this working day, else the next one; in the time of a zone (an IANA name) if one
 * is given and known (R36).
 *
 * @example reachableHours(mondayToFriday, at1420OnWednesday, 'America/New_York')
 * // { from: null, until: { day: '2026-11-25', time: '12:00' }, today: '2026-11-25', isTheirs: true }
 */
export function reachableHours(
  { week, momentAt }: Pick<PageSettings, 'week' | 'momentAt'>,
  now: Moment,
  timeZone: string | null,
): ReachableHours {
  const { opens, closes } = week
  const isNow = isWorkingDay(now.day, week) && now.time < closes
  const day = isNow ? now.day : workingDayFrom(addDays(now.day, 1), week)
  const from = isNow && now.time >= opens ? null : { day, time: opens }
  const mine = { from, until: { day, time: closes }, today: now.day, isTheirs: false }
  if (timeZone === null) return mine
  const there = (due: Due): Due | null => clockIn(timeZone, momentAt(due))
  const until = there(mine.until)
  const today = clockIn(timeZone, now)
  if (until === null || today === null) return mine
  return {
    from: from === null ? null : there(from),
    until,
    today: today.day,
    isTheirs: until.time !== closes,
  }
}
