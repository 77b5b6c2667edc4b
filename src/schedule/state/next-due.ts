import { addDays, compareDue, type Day, type Due } from '../../domain/day.ts'
import { isAttempt, type Entry, type StateEntry } from '../../domain/entry.ts'
import { clockSlack, type Moment } from '../../domain/moment.ts'
import { asWritten } from '../../domain/move.ts'
import { lateAfter, type DiaryPromise } from '../../domain/promise.ts'
import { workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'
import { nextTry, type Attempt, type Rungs } from './ladder.ts'

/** When a promise is due next, and what its lateness counts from. */
export type NextDue = { readonly next: Due; readonly lateFrom: Due }

/**
 * `next` is the latest of the due, the next attempt on the ladder after an attempt on or after the due, and the snoozed
 * day. The user's last command wins: a move cancels the attempts and the snoozes before it; otherwise a line moved to
 * Friday would come up on the ladder's day. Used rungs stay used, and the next attempt continues from there.
 *
 * `lateFrom` is the due, since that is what they were told, or the end of its window (R29); after an attempt on or
 * after the due, it is the next try, if that is later. A snooze does not change it. A complaint is tried again on the
 * next working day at the latest (R26).
 *
 * @param attempts those since the contact was last reached, oldest first
 */
export function nextDue(
  {
    kind,
    due,
    windowUntil,
    snoozedUntil,
  }: Pick<DiaryPromise, 'kind' | 'due' | 'windowUntil' | 'snoozedUntil'>,
  entries: readonly StateEntry[],
  attempts: readonly Attempt[],
  rungs: Rungs,
  { now, week }: { readonly now: Moment; readonly week: WorkingWeek },
): NextDue {
  // An entry written by a clock that ran years ahead must not take the line off the pages until then.
  const isInTime = ({ at }: Pick<StateEntry, 'at'>): boolean => at.instant <= now.instant + clockSlack
  const tried = attempts.filter(isInTime)
  const latest = tried.at(-1)
  // An attempt before the due leaves the promise to its due, since that is what they were told.
  const climbs = latest !== undefined && !isBefore(latest.at, due) && isAfterLastMove(entries, isAttempt)
  const planned = climbs ? later(due, tryAgain(kind, tried, rungs, week)) : due
  const isSnoozed = snoozedUntil !== null && isAfterLastMove(entries, isSnooze)
  const snooze = isSnoozed ? asWritten(entries).findLast(isSnooze) : undefined
  // An imported snooze may have no entry.
  const snoozed = isSnoozed && (snooze === undefined || isInTime(snooze)) ? wholeDay(snoozedUntil) : null
  return { next: later(planned, snoozed), lateFrom: later(planned, lateAfter({ due, windowUntil })) }
}

/** When a promise without attempts is due next: on its due, or on the snoozed day. */
export function dueAfterSnooze({ due, snoozedUntil }: Pick<DiaryPromise, 'due' | 'snoozedUntil'>): Due {
  return later(due, snoozedUntil === null ? null : wholeDay(snoozedUntil))
}

/**
 * Whether the last entry of a kind was written after the last move; also true if there is neither. Compares the order
 * of writing, not the moments: the clock may have been set back in between.
 */
function isAfterLastMove(entries: readonly StateEntry[], isOfKind: (entry: StateEntry) => boolean): boolean {
  const written = asWritten(entries)
  return written.findLastIndex(isOfKind) >= written.findLastIndex(isMove)
}

/** The next try that the ladder asks for; on a complaint the next working day at the latest (R26). */
function tryAgain(
  kind: DiaryPromise['kind'],
  tried: readonly Attempt[],
  rungs: Rungs,
  week: WorkingWeek,
): Due | null {
  const again = nextTry(tried, rungs, week)
  const last = tried.at(-1)
  if (again === null || last === undefined || kind !== 'complaint') return again
  const soon = { day: workingDayFrom(addDays(last.at.day, 1), week), time: null }
  return compareDue(again, soon) < 0 ? again : soon
}

/** Whether an entry moved its promise to another day; a snooze does not. */
export function isMove({ act }: Pick<Entry, 'act'>): boolean {
  return act === 'moved' || act === 'told'
}

function isSnooze({ act }: StateEntry): boolean {
  return act === 'snoozed'
}

/** Whether a moment comes before a due day, or on it before the due time. */
function isBefore({ day, time }: Moment, due: Due): boolean {
  return day < due.day || (day === due.day && due.time !== null && time < due.time)
}

/** The later of two dues; on one day, a time is later than none. */
function later(due: Due, other: Due | null): Due {
  return other !== null && compareDue(other, due) > 0 ? other : due
}

function wholeDay(day: Day): Due {
  return { day, time: null }
}
