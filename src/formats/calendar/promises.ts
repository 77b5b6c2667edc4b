import { byChannel, type KnownChannel, type OtherChannel } from '../../domain/channel.ts'
import { nameAndCompany, reachBy, valueFor, type Contact } from '../../domain/contact.ts'
import { addDays, lastDay, minutesOf, type Day, type Due, type Time } from '../../domain/day.ts'
import { momentOf, type Moment } from '../../domain/moment.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { contentLine, lineEnd, textLine } from '../vcard/content-line.ts'

/** A promise and its facts for a calendar. */
export type CalendarPromise = {
  readonly promise: DiaryPromise
  readonly contact: Contact
  /** The next day on which it is due: later than the promised day if it was tried or put off. */
  readonly next: Due
  readonly attempts: number
  readonly moves: number
}

/** Options of the calendar. */
export type CalendarStyle = {
  /** Whether open promises also become events, for calendars that do not show to-dos. */
  readonly events: boolean
  /** When the alarm rings: minutes before a timed event, and the time of day for an all-day event. */
  readonly alarm: { readonly minutesBefore: number; readonly dayAt: Time }
  /** The moment of a day and time on the user's clock. */
  readonly momentAt: (due: Due) => Moment
}

/**
 * Promises as a calendar (iCalendar, RFC 5545), in pieces: one to-do each and, with `events`, an event for each open
 * one. Days are days in every time zone; a time of day is an instant in UTC, which programs show on their own clock.
 * The same promises give the same bytes.
 */
export function* promisesCalendar(
  promises: Iterable<CalendarPromise>,
  style: CalendarStyle,
): Iterable<string> {
  yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//fu//fu-diary//EN', 'CALSCALE:GREGORIAN'])
  for (const item of promises) {
    yield lines(todo(item, style))
    if (style.events && item.promise.status === 'open') yield lines(event(item, style))
  }
  yield lines(['END:VCALENDAR'])
}

function lines(all: readonly string[]): string {
  return all.map(contentLine).join('')
}

function todo(item: CalendarPromise, style: CalendarStyle): string[] {
  const { promise } = item
  return [
    'BEGIN:VTODO',
    ...textLine('UID', promise.uid),
    ...shared(item),
    dateLine('DUE', promise.due, style),
    ...statusOf(promise),
    'END:VTODO',
  ]
}

function statusOf(promise: DiaryPromise): string[] {
  switch (promise.status) {
    case 'open':
      return ['STATUS:NEEDS-ACTION']
    case 'kept':
      return ['STATUS:COMPLETED', `COMPLETED:${utc(promise.closedAt)}`, 'PERCENT-COMPLETE:100']
    case 'dropped':
      return ['STATUS:CANCELLED']
  }
}

function event(item: CalendarPromise, style: CalendarStyle): string[] {
  const { next, promise } = item
  const { minutesBefore, dayAt } = style.alarm
  return [
    'BEGIN:VEVENT',
    ...textLine('UID', `${promise.uid}-event`),
    ...shared(item),
    dateLine('DTSTART', next, style),
    lengthOf(next),
    'TRANSP:TRANSPARENT',
    ...textLine('RELATED-TO', promise.uid),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    ...textLine('DESCRIPTION', summaryOf(item)),
    // Relative to the start: before a timed event, after the midnight of an all-day event.
    next.time === null ? `TRIGGER:PT${minutesOf(dayAt)}M` : `TRIGGER:-PT${minutesBefore}M`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

/** The end of an all-day event is the next day, which does not exist after the last day of the calendar. */
function lengthOf({ day, time }: Due): string {
  if (time !== null) return 'DURATION:PT15M'
  return day === lastDay ? 'DURATION:P1D' : `DTEND;VALUE=DATE:${basicDay(addDays(day, 1))}`
}

/** The properties that a to-do and an event share. */
function shared(item: CalendarPromise): string[] {
  const { promise, contact, moves } = item
  const made = utc(promise.madeAt)
  const closed = promise.status === 'open' ? [] : [`LAST-MODIFIED:${utc(promise.closedAt)}`]
  return [
    `DTSTAMP:${made}`,
    `CREATED:${made}`,
    ...closed,
    `SEQUENCE:${moves + closed.length}`,
    ...textLine('SUMMARY', summaryOf(item)),
    ...textLine('DESCRIPTION', descriptionOf(item)),
    ...textLine('CONTACT', nameAndCompany(contact)),
    ...textLine('CATEGORIES', promise.kind),
    ...(promise.hot ? ['PRIORITY:1'] : []),
  ]
}

const asked: Readonly<Record<KnownChannel, string>> = {
  call: 'Call',
  email: 'Email',
  text: 'Text',
  post: 'Write to',
  visit: 'Visit',
  video: 'Video call with',
}

/** The name of a channel as the first word of a line: "Whatsapp". */
function capitalised(channel: OtherChannel): string {
  const [first = '', ...rest] = channel
  return `${first.toUpperCase()}${rest.join('')}`
}

/** "Call Gary Lee: send the quote"; "Waiting on Gary Lee: the deposit"; one line only, because lists show no more. */
function summaryOf({ promise, contact }: CalendarPromise): string {
  const channel = promise.channel ?? reachBy(contact, null)?.channel ?? null
  const how =
    promise.owner === 'theirs'
      ? 'Waiting on '
      : channel === null
        ? ''
        : `${byChannel(asked, channel, capitalised)} `
  const said = `${how}${contact.name}: ${promise.what}`.replace(lineEnd, '\n').split(/\n+/)
  return said.length === 1 ? said.join('') : said.map((line) => line.trim()).join(' ')
}

function descriptionOf({ promise, contact, attempts, moves }: CalendarPromise): string | null {
  const { company, emails } = contact
  const parts: readonly (readonly [title: string, text: string | null])[] = [
    ['In full', promise.what.search(lineEnd) < 0 ? null : promise.what],
    ['Company', company],
    ['Phone', valueFor(contact, 'call')],
    ['Email', emails[0]?.value ?? null],
    ['About', promise.about?.name ?? null],
    ['Waits for', promise.trigger],
    ['Plan', promise.plan],
    ['Promised for', moves === 0 ? null : dueText(promise.promised)],
    ['Moved', moves === 0 ? null : times(moves)],
    ['Tried', attempts === 0 ? null : times(attempts)],
    ['Off the page until', promise.snoozedUntil],
    ['Reason', promise.status === 'open' ? null : promise.reason],
    ['Note', promise.status === 'kept' ? promise.note : null],
  ]
  const said = parts.flatMap(([title, text]) => (text === null ? [] : [`${title}: ${text}`]))
  return said.length === 0 ? null : said.join('\n')
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function dueText({ day, time }: Due): string {
  return time === null ? day : `${day} ${time}`
}

function dateLine(property: string, due: Due, { momentAt }: CalendarStyle): string {
  if (due.time === null) return `${property};VALUE=DATE:${basicDay(due.day)}`
  try {
    return `${property}:${utc(momentAt(due))}`
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // The calendar's last evening is already past the last day in UTC, so this time stays local.
    return `${property}:${basicDay(due.day)}T${due.time.replace(':', '')}00`
  }
}

function basicDay(day: Day): string {
  return day.replaceAll('-', '')
}

/** A moment in UTC: `20261127T103000Z`. */
function utc({ instant }: Moment): string {
  const { day, time } = momentOf(instant, 0)
  const seconds = String(((instant % 60) + 60) % 60).padStart(2, '0')
  return `${basicDay(day)}T${time.replace(':', '')}${seconds}Z`
}
