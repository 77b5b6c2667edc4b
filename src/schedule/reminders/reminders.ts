import { addDays, compareDue, type Day, type Due } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import {
  remindersOf,
  type Notice,
  type OpenReminder,
  type Reminded,
  type Reminder,
} from '../../domain/reminder.ts'
import { isWorkingDay, type WorkingWeek } from '../../domain/working-week.ts'

/** What reminders depend on besides the promises. */
export type ReminderSettings = {
  readonly week: WorkingWeek
  /** The moment of a day and time on the user's clock. */
  readonly momentAt: (due: Due) => Moment
}

/** What is to be told at a moment, and what is remembered of it before any of that is told. */
type Look<Each extends OpenReminder> = {
  readonly notices: readonly Notice<Each>[]
  readonly reminded: Reminded
}

/** More than these at once are one notice. */
const mostAtOnce = 5

/** Promises that came up longer ago than this, in seconds, were missed: two looks of a timer are five minutes apart. */
const missedAfter = 600

/**
 * The notices of a moment (R63): of every open promise that has come up, on or after the day of the first look, and was
 * not told with this due. One with a time is told from that minute on; those of a day are told in one notice from the
 * opening of the working day on, and once a day. Nothing is told before its time, and nothing twice, whatever the clock
 * shows at the next look. The same facts give the same notices, regardless of the order of the promises.
 *
 * @param open the open promises, each with the day or time at which it is to be done now
 * @param known what was told so far; `null` at the first look
 */
export function remindersAt<Each extends OpenReminder>(
  open: readonly Each[],
  known: Reminded | null,
  now: Moment,
  { week, momentAt }: ReminderSettings,
): Look<Each> {
  const before = begun(known, now.day)
  const told = new Set(before.told.map(keyOf))
  const untold = open.filter((one) => one.due.day >= before.since && !told.has(keyOf(one))).toSorted(inOrder)
  const timed = untold.filter(({ due }) => due.time !== null && hasPassed(momentAt(due), now))
  const opens =
    before.opened !== now.day &&
    isWorkingDay(now.day, week) &&
    hasPassed(momentAt({ day: now.day, time: week.opens }), now)
  const ofDay = opens ? untold.filter(({ due }) => due.time === null && due.day <= now.day) : []
  return {
    notices: [...timedNotices(timed, now, momentAt), ...dayNotices(ofDay)],
    // A promise that is made for today after that is not news.
    reminded: opens && ofDay.length === 0 ? { ...before, opened: now.day } : before,
  }
}

/** What is remembered once a notice was shown. */
export function afterTelling(reminded: Reminded, notice: Notice<Reminder>, today: Day): Reminded {
  const told = remindersOf(notice).map(({ uid, due }) => ({ uid, due }))
  return {
    ...reminded,
    opened: notice.kind === 'day' ? today : reminded.opened,
    told: [...reminded.told, ...told],
  }
}

/** Forgets what was told of promises that are closed. Those of today may be opened again by an undo. */
export function withoutClosed(reminded: Reminded, open: ReadonlySet<string>, today: Day): Reminded {
  const yesterday = addDays(today, -1)
  return { ...reminded, told: reminded.told.filter(({ uid, due }) => open.has(uid) || due.day >= yesterday) }
}

/** A first look by a clock that ran ahead must not keep silent until then. */
function begun(known: Reminded | null, today: Day): Reminded {
  if (known === null) return { since: today, opened: null, told: [] }
  return known.since > today ? { ...known, since: today } : known
}

function timedNotices<Each extends Reminder>(
  timed: readonly Each[],
  now: Moment,
  momentAt: ReminderSettings['momentAt'],
): Notice<Each>[] {
  const isMissed = timed.some(({ due }) => now.instant - momentAt(due).instant > missedAfter)
  if (timed.length > 1 && isMissed) return [{ kind: 'missed', reminders: timed }]
  if (timed.length > mostAtOnce) return [{ kind: 'many', reminders: timed }]
  return timed.map((reminder) => ({ kind: 'one', reminder }))
}

function dayNotices<Each extends Reminder>(reminders: readonly Each[]): Notice<Each>[] {
  return reminders.length === 0 ? [] : [{ kind: 'day', reminders }]
}

function hasPassed(moment: Moment, now: Moment): boolean {
  return moment.instant <= now.instant
}

/** By time; of those at one time, the lowest number first. */
function inOrder(a: OpenReminder, b: OpenReminder): number {
  return compareDue(a.due, b.due) || a.id - b.id
}

function keyOf({ uid, due }: Reminder): string {
  return `${due.day} ${due.time ?? ''} ${uid}`
}
