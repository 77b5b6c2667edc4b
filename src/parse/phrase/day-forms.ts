import {
  addDays,
  addMonths,
  clockTime,
  addDaysOrNull,
  lastDay,
  lastDayOfMonth,
  minutesOf,
  mondayOf,
  addMonthsOrNull,
  partsOf,
  weekdayOf,
  type Day,
  type Due,
  type Time,
  type Weekday,
} from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import {
  addWorkingDays,
  workingDayFrom,
  workingDayUntil,
  type WorkingWeek,
} from '../../domain/working-week.ts'
import { readDate } from './day-dates.ts'
import type { PhraseContext } from './context.ts'
import { readSpan, type Span } from './span.ts'
import { splitTime } from './time.ts'
import { nearDays, weekdays } from './words.ts'

/** Gives the day that a phrase of one form names, or `null` if the phrase has another form. */
type DayForm = (phrase: string, context: PhraseContext) => Day | null

/** The forms that name a day, and may have `on` or `by` before them. */
const namedDays: readonly DayForm[] = [nearDay, comingWeekday, nextOrLast, endOf, readDate]

/**
 * Reads a phrase in the plain form that `phrase-plain.ts` gives, whichever side of now it lies on; `null` where
 * it has no form of the grammar.
 *
 * @throws FuError kind usage, if it has one and names no day or time, or more than one
 */
export function readForms(phrase: string, context: PhraseContext): Due | null {
  const whole = momentForm(phrase, context)
  if (whole !== null) return whole
  const timed = splitTime(inFull(phrase), context.week)
  if (timed === null) return dueOn(readDay(phrase, context), null)
  if (timed.day === '') return bareTime(timed.time, phrase, context)
  return dueOn(readDay(timed.day, context), timed.time)
}

/** The span that a phrase counts ahead, `3d`, `+3d` or `in 3 days`; `null` if it counts none. */
export function spanAhead(phrase: string): Span | null {
  return readSpan(phrase.replace(/^(?:in |\+)/, ''), 'Try "today" or "now".')
}

/** The span that a phrase counts back, such as `3 days ago`; `null` if it counts none. */
function spanBack(phrase: string): Span | null {
  return phrase.endsWith(' ago') ? readSpan(phrase.slice(0, -' ago'.length), 'Try "today" or "now".') : null
}

function readDay(phrase: string, context: PhraseContext): Day | null {
  const named = phrase.replace(/^(?:on|by) /, '')
  for (const form of namedDays) {
    const day = form(named, context)
    if (day !== null) return day
  }
  return spanAway(phrase, context)
}

function dueOn(day: Day | null, time: Time | null): Due | null {
  return day === null ? null : { day, time }
}

/** Forms that are short for a day and a time. */
function inFull(phrase: string): string {
  return phrase
    .replace(/^this (?=(?:morning|afternoon|evening)$)/, 'today ')
    .replace(/^tonight$/, 'today evening')
    .replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/, '$1 ')
}

/** `now`, `10m`, `in an hour`, `2 hours ago`: by the local clock, over midnight where it must. */
function momentForm(phrase: string, { now }: PhraseContext): Due | null {
  if (phrase === 'now') return { day: now.day, time: now.time }
  return minutesAway(phrase, now, spanAhead(phrase), 1) ?? minutesAway(phrase, now, spanBack(phrase), -1)
}

function minutesAway(phrase: string, now: Moment, span: Span | null, sign: 1 | -1): Due | null {
  if (span?.unit !== 'm' && span?.unit !== 'h') return null
  const minutes = minutesOf(now.time) + sign * span.count * (span.unit === 'h' ? 60 : 1)
  const days = Math.floor(minutes / (24 * 60))
  const left = minutes - days * 24 * 60
  return {
    day: inCalendar(addDaysOrNull(now.day, days), phrase),
    time: clockTime(Math.floor(left / 60), left % 60),
  }
}

/** A time alone: today, or tomorrow where it has passed; looking back, yesterday where it has not come. */
function bareTime(time: Time, phrase: string, { now, direction }: PhraseContext): Due {
  if (direction === 'back') return { day: time > now.time ? addDays(now.day, -1) : now.day, time }
  return { day: time < now.time ? inCalendar(addDaysOrNull(now.day, 1), phrase) : now.day, time }
}

/** `today`, `tomorrow`, `yesterday`, and their short forms. */
function nearDay(phrase: string, { now }: PhraseContext): Day | null {
  const distance = nearDays.get(phrase)
  return distance === undefined ? null : inCalendar(addDaysOrNull(now.day, distance), phrase)
}

/** `fri`: the first after today; looking back, the last before it. `this fri` always looks ahead. */
function comingWeekday(phrase: string, { now, direction }: PhraseContext): Day | null {
  const [, thisOne, name = ''] = /^(this )?([a-z]+)$/.exec(phrase) ?? []
  const weekday = weekdays.get(name)
  if (weekday === undefined) return null
  return direction === 'back' && thisOne === undefined
    ? weekdayBefore(now.day, weekday)
    : inCalendar(weekdayAfter(now.day, weekday), phrase)
}

/**
 * `next fri` is the one of the next calendar week, `last fri` the last before today. `next week` and `next month`
 * are their first working day; `last week` and `last month` their first day, since they are asked for to miss nothing.
 */
function nextOrLast(phrase: string, { now, week }: PhraseContext): Day | null {
  const [, which, what = ''] = /^(next|last) ([a-z]+)$/.exec(phrase) ?? []
  const monday = mondayOf(now.day)
  const first = firstOfMonth(now.day)
  const weekday = weekdays.get(what)
  if (which === undefined) return null
  if (weekday !== undefined) {
    return which === 'next'
      ? inCalendar(addDaysOrNull(monday, 6 + weekday), phrase)
      : weekdayBefore(now.day, weekday)
  }
  if (what === 'week')
    return which === 'next'
      ? workingDayFrom(inCalendar(addDaysOrNull(monday, 7), phrase), week)
      : addDays(monday, -7)
  if (what === 'month')
    return which === 'next'
      ? workingDayFrom(inCalendar(addMonthsOrNull(first, 1), phrase), week)
      : addMonths(first, -1)
  return null
}

/**
 * `eow`, `end of month`: the last working day of this week or month; where that has passed, as on a Sunday, of the one
 * that the next working day lies in.
 */
function endOf(phrase: string, { now, week }: PhraseContext): Day | null {
  const [, letter, word] = /^(?:eo([wm])|end of (?:the )?(week|month))$/.exec(phrase) ?? []
  const comingDay = workingDayFrom(now.day, week)
  if (letter === 'w' || word === 'week') return workingDayUntil(addDays(mondayOf(comingDay), 6), week)
  if (letter === 'm' || word === 'month') return workingDayUntil(lastDayOfMonth(comingDay), week)
  return null
}

/** `3d`, `+3d`, `in 3 days`, `2wd`, `in a month`; `2 days ago`. */
function spanAway(phrase: string, { now, week }: PhraseContext): Day | null {
  const ahead = spanAhead(phrase)
  const span = ahead ?? spanBack(phrase)
  if (span === null || span.unit === 'h' || span.unit === 'm') return null
  const count = ahead === null ? -span.count : span.count
  switch (span.unit) {
    case 'wd':
      return count < 0
        ? workingDaysBefore(now.day, -count, week)
        : inCalendar(workingDaysAway(now.day, count, week), phrase)
    case 'd':
      return inCalendar(addDaysOrNull(now.day, count), phrase)
    case 'w':
      return inCalendar(addDaysOrNull(now.day, 7 * count), phrase)
    case 'mo':
      return inCalendar(addMonthsOrNull(now.day, count), phrase)
    case 'y':
      return inCalendar(addMonthsOrNull(now.day, 12 * count), phrase)
  }
}

/** The day that was counted to, if it exists; a phrase is never read as another day. */
function inCalendar(day: Day | null, phrase: string): Day {
  if (day === null) throw usage(`"${phrase}" is after the year 9999.`, 'Try "today".')
  return day
}

/** The working day so many working days later; `null` if the calendar ends before it. */
function workingDaysAway(day: Day, count: number, week: WorkingWeek): Day | null {
  const reached = addWorkingDays(day, count, week)
  const before = reached !== lastDay || count === 1 ? day : addWorkingDays(day, count - 1, week)
  return reached === before ? null : reached
}

function workingDaysBefore(day: Day, count: number, week: WorkingWeek): Day {
  let reached = day
  for (let left = count; left > 0; left -= 1) reached = workingDayUntil(addDays(reached, -1), week)
  return reached
}

function firstOfMonth(day: Day): Day {
  return addDays(day, 1 - partsOf(day).dayOfMonth)
}

/** The first such weekday after the day, never the day itself; `null` if the calendar ends before it. */
function weekdayAfter(day: Day, weekday: Weekday): Day | null {
  return addDaysOrNull(day, (weekday - weekdayOf(day) + 7) % 7 || 7)
}

/** The last such weekday before the day, never the day itself. */
function weekdayBefore(day: Day, weekday: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - weekday + 7) % 7 || 7))
}
