import type { Contact } from '../../domain/contact.ts'
import type { DateWords } from '../../domain/date-words.ts'
import { dueWords } from '../../domain/date-words.ts'
import type { Day, Due } from '../../domain/day.ts'
import type { Line } from '../../domain/page.ts'
import type { PlacedLine } from '../../domain/reading-order.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { html, nothing, type Html } from '../layout/html.ts'
import { rowText, rowWidth, type Row } from '../layout/span.ts'
import { linePieces } from '../page/line-pieces.ts'
import type { Role } from '../layout/theme.ts'

/** A promise that has left a day's page: done, moved to another day, or dropped. */
export type OffThePage = {
  readonly mark: 'done' | 'moved' | 'dropped'
  readonly promise: DiaryPromise
  /** The day on which it is due now; `null` if it is closed. */
  readonly next: Due | null
}

/** Separates the parts of a row. */
const separator = ' · '

/** The marks of the diary, as written by hand. */
export const marks = { done: '✓', moved: '→', dropped: '✗', waiting: '·' } as const

/** A line of a page on paper: a box to tick, the content of the line, and ruled room to write. */
export function paperLine(
  { line, section }: PlacedLine,
  { day, first, rules }: { day: Day; first: boolean; rules: number },
): Html {
  const { id, reach, late, what, why } = linePieces(withoutAdvice(line), { section, day, first })
  return html`<li class="line${first ? ' first' : ''}">
    ${boxOf(line, [id])}
    <div class="body">
      <p class="row"><span>${nameOf(line.contact)}</span>${asideOf('reach', [[reach]])}</p>
      <p class="row"><span>${joinRows(what)}</span>${asideOf('late', [[late]])}</p>
      <p class="why">${joinRows(why)}</p>
      ${ruledLines(rules)}
    </div>
  </li> `
}

/** A line of a long section on paper: a box to tick, and as much content as fits in half the sheet's width. */
export function shortLine({ line, section }: PlacedLine, day: Day): Html {
  const { id, reach, late, what } = linePieces(line, { section, day, first: false })
  return html`<li class="line">
    ${boxOf(line, [id])}
    <div class="body">
      <p class="row">
        <span>${nameOf({ ...line.contact, company: null })}</span>${asideOf('reach', [[reach]])}
      </p>
      <p class="row"><span>${joinRows(what)}</span>${asideOf('late', [[late]])}</p>
    </div>
  </li> `
}

/** Paper takes no commands, so it does not ask for a missing number. */
function withoutAdvice(line: Line): Line {
  return { ...line, flags: line.flags.filter((flag) => flag !== 'no-number') }
}

/** A line of a week on paper: as much as fits in a seventh of a sheet. */
export function weekLine(line: Line, day: Day): Html {
  const section =
    line.promise === null ? 'keep-in-touch' : line.promise.owner === 'theirs' ? 'waiting' : 'today'
  const { id, reach, late, what } = linePieces(line, { section, day, first: false })
  return html`<li class="line">
    ${boxOf(line, [id])}
    <p class="row body">
      <span>${nameOf(line.contact)}: ${joinRows(what)}</span>${asideOf('reach', [[late], [reach]])}
    </p>
  </li> `
}

/** A promise that has left the page, with its mark: its outcome, its new day, or why it was dropped. */
export function offThePageLine({ mark, promise, next }: OffThePage, now: Day, words: DateWords): Html {
  return html`<li class="off">
    <span class="mark" role="img" aria-label="${mark}">${marks[mark]}</span>
    <p>${nameOf(promise.contact)}: ${isolated(promise.what)}${remark(promise, next, now, words)}</p>
  </li> `
}

/** Ruled lines to write on. */
export function ruledLines(rules: number): Html {
  return html`<div class="room" aria-hidden="true">
    ${Array.from({ length: rules }, () => html`<i></i>`)}
  </div>`
}

function remark(promise: DiaryPromise, next: Due | null, now: Day, words: DateWords): Html {
  const text = promise.status === 'kept' ? promise.note : promise.status === 'dropped' ? promise.reason : null
  const to = next === null ? null : `to ${dueWords(next, now, words)}`
  return html`${[to, text].filter((known) => known !== null && known !== '').map((known) => html`<span class="why">${separator}${isolated(known ?? '')}</span>`)}`
}

/** The box, with the line's number in the diary below it; something that they owe has the waiting mark in it. */
function boxOf({ promise }: Line, id: Row): Html {
  const mark = promise?.owner === 'theirs' ? marks.waiting : ''
  return html`<div class="tick">
    <span class="box">${mark}</span><span class="number">${rowText(id)}</span>
  </div>`
}

function nameOf({ name, company }: Pick<Contact, 'name' | 'company'>): Html {
  const of = company === null ? nothing : html`, ${isolated(company)}`
  return html`<b dir="auto">${name}</b>${of}`
}

function asideOf(role: string, rows: readonly Row[]): Html {
  return rows.every((row) => rowWidth(row) === 0)
    ? nothing
    : html`<span class="${role}">${joinRows(rows)}</span>`
}

/** The non-empty rows, one after the other. */
function joinRows(rows: readonly Row[]): Html {
  const pieces = rows.filter((row) => rowWidth(row) > 0).map((row) => isolated(rowText(row), row[0]?.role))
  return html`${pieces.map((one, index) => (index === 0 ? one : html`${separator}${one}`))}`
}

/** Text in the direction of its script, isolated from the text beside it. */
function isolated(text: string, role: Role = 'plain'): Html {
  return html`<span class="${role}" dir="auto">${text}</span>`
}
