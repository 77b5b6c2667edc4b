import type { DateWords } from '../../domain/date-words.ts'
import {
  countOf,
  isShown,
  type Agenda,
  type Line,
  type Section,
  type SectionName,
} from '../../domain/page.ts'
import { joinNames } from '../layout/pluralize.ts'
import { flow, gap, hung, printed, rowWidth, sheetOn, span, wrap, type Row } from '../layout/layout.ts'
import { withFullStop } from '../layout/sentence.ts'
import type { LinePlace } from './line-words.ts'
import { columnsFor, lineSetter } from './line.ts'
import { doneRows, type DayDone } from './past-page.ts'
import type { Theme } from '../layout/theme.ts'

export type PageOptions = {
  readonly theme: Theme
  /** Columns of the screen. */
  readonly width: number
  readonly words: DateWords
  /** `hint`: whether the page ends with the commands for its lines. */
  readonly commands: { readonly hint: boolean }
  /** What was done on a past day, above what stood there. */
  readonly done?: DayDone
}

/** Longer rows than this are hard to read; the page does not stretch. */
const measure = 82

/**
 * The page of a day: what to do first, whom to reach and how, why it stands there, how much is left. One line
 * break at the end. Where the screen is narrow, the parts of a line stand below each other; nothing is cut off.
 */
export function pageView(
  agenda: Agenda,
  { theme, width: screenWidth, words, commands, done }: PageOptions,
): string {
  const sheet = sheetOn(screenWidth)
  const width = Math.min(measure, sheet.width)
  const page: Page = { agenda, width, words, tense: tenseOf(agenda) }
  const set = (rows: readonly Row[]): string => printed(rows, theme, sheet.margin)
  const above = set([...header(page), ...(done === undefined ? [] : doneRows(done, width, words))])
  if (!agenda.sections.some(isShown)) return above + set([[], ...nothingDue(page)])
  const columns = columnsFor(agenda.sections, agenda.day, width)
  const lines = sections(page, set, lineSetter(columns, theme, sheet.margin))
  return above + lines + set([[], ...foot(page), ...(commands.hint ? hints(page) : [])])
}

type Page = { agenda: Agenda; width: number; words: DateWords; tense: Tense }

/** How a page speaks of its day. */
type Tense = { note: string; day: string; onDay: string; dayAfter: string }

const today: Tense = { note: '', day: 'today', onDay: 'today', dayAfter: 'tomorrow' }
const otherDay = { day: 'that day', onDay: 'on the day', dayAfter: 'the day after' }

function tenseOf({ day, now }: Agenda): Tense {
  if (day === now.day) return today
  return { ...otherDay, note: day > now.day ? 'as it will stand' : 'as it was' }
}

const headings: Record<SectionName, string> = {
  'carried-over': 'CARRIED OVER',
  today: 'TODAY',
  waiting: 'WAITING ON THEM',
  'keep-in-touch': 'KEEP IN TOUCH',
}

/** The date, and how much there is; below each other where one row has no room for both. */
function header({ agenda, width, words, tense }: Page): Row[] {
  const note = tense.note === '' ? [] : [span('dim', `, ${tense.note}`)]
  const date = [span('title', words.long(agenda.day)), ...note]
  const countWords: Record<SectionName, string> = {
    'carried-over': 'carried over',
    today: tense.onDay,
    waiting: 'waiting',
    'keep-in-touch': 'to keep in touch',
  }
  const counts = agenda.sections
    .map(({ name }) => ({ count: countOf(agenda, name), said: countWords[name] }))
    .filter(({ count }) => count > 0)
    .map(({ count, said }) => [span('dim', `${count} ${said}`)])
  const separator = span('dim', ' · ')
  const [oneRow = []] = flow(counts, separator, Infinity)
  const between = width - rowWidth(date) - rowWidth(oneRow)
  if (between >= 4) return [[...date, gap(between), ...oneRow]]
  return [...wrap(date, width), ...flow(counts, separator, width)]
}

/** The sections as text: their headings and what they leave out set as rows, their lines as lines. */
function sections(
  { agenda, width, tense }: Page,
  set: (rows: readonly Row[]) => string,
  setLine: (line: Line, place: LinePlace) => string,
): string {
  const leading = agenda.sections.find(({ lines }) => lines.length > 0)?.lines[0]
  return agenda.sections.filter(isShown).reduce((page, section) => {
    const { lines, name } = section
    const place = { section: name, day: agenda.day, first: false }
    const text = lines.reduce(
      (said, line) => said + setLine(line, line === leading ? { ...place, first: true } : place),
      '',
    )
    return page + set([[], heading(section, agenda, tense)]) + text + set(moreOf(section, agenda, width))
  }, '')
}

function heading({ name }: Section, agenda: Agenda, tense: Tense): Row {
  const words = name === 'today' ? tense.onDay.toUpperCase() : headings[name]
  const count = countOf(agenda, name)
  return [span('heading', words), span('dim', count > 1 ? ` · ${count}` : '')]
}

/** How many lines the section has that the page does not show, left of where its lines begin. */
function moreOf({ more }: Section, { day, now }: Agenda, width: number): Row[] {
  if (more === 0) return []
  const command = day === now.day ? 'fu today --all' : `fu today ${day} --all`
  return hung([gap(2)], wrap([span('dim', `and ${more} more: ${command}`)], width - 2))
}

/** What was done, what comes, and who is left with nothing next (R46). */
function foot({ agenda, width, tense }: Page): Row[] {
  const done = agenda.doneToday > 0 ? `${agenda.doneToday} done ${tense.day}` : ''
  const nothingElse =
    countOf(agenda, 'today') > 0 ? '' : done === '' ? `nothing else ${tense.day}` : 'nothing else'
  const said = [
    [done, nothingElse].filter((words) => words !== '').join(', '),
    `${tense.dayAfter} ${agenda.tomorrow}`,
    `no next step: ${joinNames(agenda.nothingNext)}`,
  ].filter((words) => words !== '')
  const items = said.map((words, index) => [span('plain', index === 0 ? capitalised(words) : words)])
  return flow(items, span('dim', ' · '), width)
}

/** The commands that the first lines of the page are likely to need, with their numbers. */
function hints({ agenda, width }: Page): Row[] {
  const lines = agenda.sections.flatMap((section) => section.lines)
  const promised = lines.filter(({ promise }) => promise !== null)
  const [first, second = first] = promised.slice(0, 2).map(({ promise }) => promise?.id)
  const contact = lines[0]?.contact.id
  if (contact === undefined) return []
  const commands =
    first === undefined
      ? [`fu log @${contact} "…"`, `fu tried @${contact}`, `fu promise @${contact} "…" --due fri`]
      : [`fu done ${first} "…"`, `fu tried ${second ?? first}`, `fu move ${first} fri`]
  return flow(
    commands.map((command) => [span('dim', command)]),
    gap(4),
    width,
  )
}

/** A page with nothing to do: what was done, what tomorrow brings, who comes next. */
function nothingDue({ agenda, width, words, tense }: Page): Row[] {
  const { doneToday, tomorrow, upcoming, nothingNext, now } = agenda
  const done = doneToday > 0 ? `All done: ${doneToday} done ${tense.day}.` : 'Nothing due.'
  const comes = `${capitalised(tense.dayAfter)}: ${tomorrow === 0 ? 'nothing' : tomorrow}.`
  const next =
    upcoming === null
      ? ''
      : withFullStop(`The next is ${upcoming.contact} on ${words.short(upcoming.day, now.day)}`)
  const nothing = doneToday > 0 ? `${done} Nothing is` : 'Nothing due, and nothing'
  const nothingLater = `${nothing} written for later. fu add writes the next line.`
  const said = upcoming === null && tomorrow === 0 ? nothingLater : `${done} ${comes} ${next}`
  const left = nothingNext.length > 0 ? `No next step: ${joinNames(nothingNext)}.` : ''
  return [said, left].flatMap((sentences) => wrap([span('plain', sentences)], width))
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
