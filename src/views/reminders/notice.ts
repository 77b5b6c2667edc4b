import { nameAndCompany } from '../../domain/contact.ts'
import { dueWords, type DateContext } from '../../domain/date-words.ts'
import type { Line, PagePromise } from '../../domain/page.ts'
import {
  remindersOf,
  type Notice,
  type NoticeText,
  type OpenReminder,
  type Reminder,
} from '../../domain/reminder.ts'
import { rowText, span } from '../layout/span.ts'
import { truncateRow } from '../layout/truncate.ts'
import { reachWords } from '../page/line-pieces.ts'

/** A reminder with the line of the page that it is about. */
export type LineReminder = OpenReminder & { readonly line: Line & { readonly promise: PagePromise } }

/** The longest line of a notice, in columns: desktops show little more. */
const mostColumns = 80
/** How many promises a notice names. */
const mostNamed = 5

/**
 * The text of a notice: a title of one line and a body of at most six, each of at most 80 columns, without control
 * characters.
 *
 * @example { title: '10:30 Gary Lee, Lee Mortgages', body: 'send the quote\n0412 555 019 · fu done 12' }
 * @example { title: '3 came up while you were away', body: '10:30 Gary Lee: send the quote\n…' }
 */
export function noticeText(notice: Notice<LineReminder>, context: DateContext): NoticeText {
  if (notice.kind === 'one') return textOfOne(notice.reminder, context)
  const { kind, reminders } = notice
  const named = reminders.slice(0, mostNamed).map((reminder) => {
    const { contact } = reminder.line
    const when = kind === 'day' ? '' : `${whenWords(reminder, context)} `
    return `${when}${contact.name}: ${whatWords(reminder)}`
  })
  const more = reminders.length - named.length
  return textFrom(titles[kind](reminders.length), more === 0 ? named : [...named, `and ${more} more: fu`])
}

/** A notice that was shown, in one sentence. */
export function toldSentence(notice: Notice<LineReminder>, context: DateContext): string {
  const [first] = remindersOf(notice)
  const { title } = noticeText(notice, context)
  return notice.kind === 'one' && first !== undefined
    ? `Shown: ${title}: ${whatWords(first)}.`
    : `Shown: ${title}.`
}

const titles = {
  missed: (count: number) => `${count} came up while you were away`,
  many: (count: number) => `${count} came up`,
  day: (count: number) => `${count} for today`,
}

function textOfOne(reminder: LineReminder, context: DateContext): NoticeText {
  const { contact, promise, reachBy } = reminder.line
  const act = `fu done ${promise.id}`
  return textFrom(`${whenWords(reminder, context)} ${nameAndCompany(contact)}`, [
    whatWords(reminder),
    reachBy === null ? act : `${reachWords(reachBy)} · ${act}`,
  ])
}

function textFrom(title: string, lines: readonly string[]): NoticeText {
  return { title: cut(title), body: lines.map(cut).join('\n') }
}

/** The time; with the day if it is not today. */
function whenWords({ due }: Reminder, { today, words }: DateContext): string {
  return due.day === today && due.time !== null ? due.time : dueWords(due, today, words)
}

function whatWords({ line: { promise, what } }: LineReminder): string {
  return promise.owner === 'theirs' ? `waiting for ${what}` : what
}

function cut(text: string): string {
  return rowText(truncateRow([span('plain', text)], mostColumns))
}
