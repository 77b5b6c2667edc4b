import {
  addDays,
  addMonths,
  clockTime,
  addDaysOrNull,
  lastDayOfMonth,
  minutesOf,
  mondayOf,
  addMonthsOrNull,
  partsOf,
  type Day,
  type Due,
  type Time,
} from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import { workingDayFrom, workingDayUntil } from '../../domain/working-week.ts'
import {
  firstOfMonth,
  inCalendar,
  weekdayAfter,
  weekdayBefore,
  workingDaysAway,
  workingDaysBefore,
} from './calendar.ts'
import type { PhraseContext } from './context.ts'
import { readDate } from './day-dates.ts'
import { languageOf } from './languages/of-locale.ts'
import { tryOneOf } from './plain.ts'
import { readSpan, type Span } from './span.ts'
import { splitTime } from './time.ts'
import { usage } from '../../domain/errors.ts'
import { months, nearDays, weekdays } from './words.ts'

/** Reads a phrase of one form as a day; `null` if the phrase has another form. */
type DayForm = (phrase: string, context: PhraseContext) => Day | null

/** The forms for a day, which may have `on` or `by` before them. */
const namedDays: readonly DayForm[] = [nearDay, comingWeekday, nextOrLast, endOf, endOfMonth, readDate]

/**
 * Reads a phrase in the plain form that `phrase-plain.ts` gives, past or future; `null` if no form of the grammar
 * matches.
 *
 * @throws FuError `usage` if a form matches, but not exactly one day or time
 */
export function readForms(phrase: string, context: PhraseContext): Due | null {
  const whole = momentForm(phrase, context)
  if (whole !== null) return whole
  const timed = splitTime(inFull(phrase), context.week)
  if (timed === null) return dueOn(readDay(phrase, context), null)
  if (timed.day === '') return bareTime(timed.time, phrase, context)
  return dueOn(readDay(timed.day, context), timed.time)
}

/** The span of a phrase that counts ahead, `3d`, `+3d`, `in 3 days`, `3 days from today`; `null` for other phrases. */
export function spanAhead(phrase: string, context: PhraseContext): Span | null {
  const span = phrase.replace(/^(?:in |\+)/, '').replace(/ from (?:now|today)$/, '')
  return readSpan(span, insteadOfNothing(context))
}

/** The span of a phrase that counts back, such as `3 days ago`; `null` for other phrases. */
function spanBack(phrase: string, context: PhraseContext): Span | null {
  return phrase.endsWith(' ago') ? readSpan(phrase.slice(0, -' ago'.length), insteadOfNothing(context)) : null
}

function insteadOfNothing({ locale }: PhraseContext): string {
  const language = languageOf(locale)
  return tryOneOf(language === null ? ['today', 'now'] : [language.examples.today])
}

function readDay(phrase: string, context: PhraseContext): Day | null {
  const named = phrase.replace(/^(?:on|by) /, '').replace(/^mid[ -](?=[a-z]+$)/, '15 ')
  for (const form of namedDays) {
    const day = form(named, context)
    if (day !== null) return day
  }
  return spanAway(phrase, context)
}

function dueOn(day: Day | null, time: Time | null): Due | null {
  return day === null ? null : { day, time }
}

/** Expands forms that are short for a day and a time. */
function inFull(phrase: string): string {
  return phrase
    .replace(/^this (?=(?:morning|afternoon|evening)$)/, 'today ')
    .replace(/^tonight$/, 'today evening')
    .replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/, '$1 ')
}

/** `now`, `10m`, `in an hour`, `2 hours ago`: by the local clock, across midnight if needed. */
function momentForm(phrase: string, context: PhraseContext): Due | null {
  const { now } = context
  if (phrase === 'now') return { day: now.day, time: now.time }
  refuseHourOrHours(phrase)
  return (
    minutesAway(phrase, now, spanAhead(phrase, context), 1) ??
    minutesAway(phrase, now, spanBack(phrase, context), -1)
  )
}

/** @throws FuError `usage` for a bare `17h`: an hour of the clock, or a number of hours */
function refuseHourOrHours(phrase: string): void {
  const [, digits = ''] = /^(\d\d) ?h$/.exec(phrase) ?? []
  const hour = Number(digits)
  if (hour < 13 || hour > 24) return
  throw usage(
    `"${phrase}" may be an hour of the clock or a number of hours from now.`,
    `Try "${hour === 24 ? '00' : digits}:00" or "in ${digits}h".`,
  )
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

/** A time alone: today, or tomorrow if it has passed; looking back, yesterday if it is still to come. */
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
 * `next fri` is the Friday of the next calendar week, `last fri` the last one before today. `next week`, `next month`
 * and `next year` are their first working day; `last week` and so on are their first day, so that a search from there
 * misses nothing.
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
  if (what === 'year') {
    const january = addMonths(first, 1 - partsOf(first).month)
    return which === 'next'
      ? workingDayFrom(inCalendar(addMonthsOrNull(january, 12), phrase), week)
      : addMonths(january, -12)
  }
  return null
}

/**
 * `eow`, `end of month`, `end of the year`: the last working day of this week, month or year; if it has passed, as on a
 * Sunday, that of the week, month or year of the next working day. `end of next week` is that of the next one.
 */
function endOf(phrase: string, { now, week }: PhraseContext): Day | null {
  const [, letter, next, word] =
    /^(?:eo([wmy])|end of (?:(next )|the |this )?(week|month|year))$/.exec(phrase) ?? []
  const unit = letter ?? word?.slice(0, 1)
  const more = next === undefined ? 0 : 1
  const from = next === undefined ? workingDayFrom(now.day, week) : now.day
  if (unit === 'w') {
    const monday = inCalendar(addDaysOrNull(mondayOf(from), 7 * more), phrase)
    return workingDayUntil(addDays(monday, 6), week)
  }
  if (unit === undefined) return null
  const distance = unit === 'm' ? more : 12 - partsOf(from).month + 12 * more
  const last = inCalendar(addMonthsOrNull(firstOfMonth(from), distance), phrase)
  return workingDayUntil(lastDayOfMonth(last), week)
}

/** `end of january`: the last working day of the next January; looking back, of the last one. */
function endOfMonth(phrase: string, { now, week, direction }: PhraseContext): Day | null {
  const [, name = ''] = /^end of ([a-z]+)$/.exec(phrase) ?? []
  const month = months.get(name)
  if (month === undefined) return null
  const january = addMonths(firstOfMonth(now.day), 1 - partsOf(now.day).month)
  const endIn = (years: number): Day =>
    workingDayUntil(
      lastDayOfMonth(inCalendar(addMonthsOrNull(january, 12 * years + month - 1), phrase)),
      week,
    )
  const day = endIn(0)
  if (direction === 'back') return day > now.day ? endIn(-1) : day
  return day < now.day ? endIn(1) : day
}

/** `3d`, `+3d`, `in 3 days`, `2wd`, `in a month`; `2 days ago`. */
function spanAway(phrase: string, context: PhraseContext): Day | null {
  const { now, week } = context
  const ahead = spanAhead(phrase, context)
  const span = ahead ?? spanBack(phrase, context)
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
