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

/** The notices to show at a moment, and what to store before the first of them is shown. */
type Look<Each extends OpenReminder> = {
  readonly notices: readonly Notice<Each>[]
  readonly reminded: Reminded
}

/** More promises than this at once share one notice. */
const mostAtOnce = 5

/** Promises that came up longer ago than this, in seconds, were missed: a timer looks every five minutes. */
const missedAfter = 600

/**
 * The notices of a moment (R63), for every open promise that came up on or after the day of the first look and was not
 * told with this due. A promise with a time is told from that minute on. The promises of a day share one notice, once a
 * day, from the opening of the working day on. Nothing is told before its time, and nothing twice, whatever the clock
 * shows at the next look. The order of the promises does not matter.
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
    // A promise that is made for today after that is no news.
    reminded: opens && ofDay.length === 0 ? { ...before, opened: now.day } : before,
  }
}

/** What to store after a notice was shown. */
export function afterTelling(reminded: Reminded, notice: Notice<Reminder>, today: Day): Reminded {
  const told = remindersOf(notice).map(({ uid, due }) => ({ uid, due }))
  return {
    ...reminded,
    opened: notice.kind === 'day' ? today : reminded.opened,
    told: [...reminded.told, ...told],
  }
}

/** Removes closed promises from what was told, except those of today, which an undo may open again. */
export function withoutClosed(reminded: Reminded, open: ReadonlySet<string>, today: Day): Reminded {
  const yesterday = addDays(today, -1)
  return { ...reminded, told: reminded.told.filter(({ uid, due }) => open.has(uid) || due.day >= yesterday) }
}

/** If the clock ran ahead at the first look, its day is set back: else nothing would be told until then. */
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

/** By time, then by number. */
function inOrder(a: OpenReminder, b: OpenReminder): number {
  return compareDue(a.due, b.due) || a.id - b.id
}

function keyOf({ uid, due }: Reminder): string {
  return `${due.day} ${due.time ?? ''} ${uid}`
}
