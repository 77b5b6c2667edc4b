import { nameAndCompany } from '../../domain/contact.ts'
import type { DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Line } from '../../domain/page.ts'
import { isWorkingDay, type WorkingWeek } from '../../domain/working-week.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { padRow, gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import type { Theme } from '../layout/theme.ts'

type WeekOptions = {
  readonly theme: Theme
  readonly width: number
  readonly words: DateWords
  readonly now: Moment
  /** The number of lines that fill a day. */
  readonly dayLoad: number
  readonly week: WorkingWeek
}

/** The widest readable line, in columns. */
const maxLineWidth = 84

/** The days ahead: the load of each, and the contacts due for keeping in touch. */
export function weekView(
  days: readonly { readonly day: Day; readonly lines: readonly Line[]; readonly load: number }[],
  options: WeekOptions,
): string {
  const sheet = contentArea(options.width, maxLineWidth)
  const rows = days.flatMap(({ day, lines, load }) => [
    [],
    dayRow(day, load, options, sheet.width),
    ...lines.flatMap((line) => lineRows(line, sheet.width)),
  ])
  return renderRows([...rows, []], options.theme, sheet.margin)
}

/** The days ahead in one line: "Wed 25 Nov 2 · Thu 26 Nov 1 · …". */
export function weekBrief(
  days: readonly { readonly day: Day; readonly load: number }[],
  { words, now }: Pick<WeekOptions, 'words' | 'now'>,
): string {
  return days.map(({ day, load }) => `${words.short(day, now.day)} ${load}`).join(' · ')
}

function dayRow(day: Day, load: number, { words, now, dayLoad, week }: WeekOptions, width: number): Row {
  const name = [span(day === now.day ? 'first' : 'heading', words.short(day, now.day))]
  const off = isWorkingDay(day, week) ? [] : [span('dim', ' · day off')]
  const full =
    load >= dayLoad ? [span('late', `${load} of ${dayLoad}, full`)] : [span('dim', loadWords(load))]
  const before = [...name, ...off]
  return [...padRow(before, Math.max(rowWidth(before) + 2, width - rowWidth(full))), ...full]
}

function loadWords(load: number): string {
  return load === 0 ? 'nothing' : String(load)
}

function lineRows({ promise, contact, what, next }: Line, width: number): Row[] {
  const id = promise === null ? `@${contact.id}` : String(promise.id)
  const head: Row = [...padRow([span('number', id)], 5, 'right'), gap(2)]
  const time = next.time === null ? [] : [span('time', `${next.time} `)]
  const theirs = promise?.owner === 'theirs' ? [span('dim', ' (they owe it)')] : []
  const text = [
    ...time,
    span('name', nameAndCompany(contact)),
    span('dim', ' · '),
    span('plain', what),
    ...theirs,
  ]
  return hangingIndent(head, wrap(text, Math.max(10, width - rowWidth(head))))
}
