import type { DateWords } from '../../domain/date-words.ts'
import { countOf, isShown, type Agenda, type SectionName } from '../../domain/page.ts'
import { linesInReadingOrder, readingSections, type ReadingSection } from '../../domain/reading-order.ts'
import { joinNames } from '../layout/pluralize.ts'
import { flow } from '../layout/flow.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { withFullStop } from '../layout/sentence.ts'
import { gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import { linePieces } from './line-pieces.ts'
import { compactColumns, compactRows } from './compact-line.ts'
import { columnsFor, lineRows } from './line.ts'
import { doneRows, type DayDone } from './past-page.ts'
import type { Theme } from '../layout/theme.ts'

export type PageOptions = {
  readonly theme: Theme
  /** In columns of the screen. */
  readonly width: number
  readonly words: DateWords
  /** `hint`: whether the page ends with suggested commands for its lines. */
  readonly commands: { readonly hint: boolean }
  /** Whether every line is shown with its reasons, even in long sections; default: `false`. */
  readonly full?: boolean
  /** The number of my messages without a reply (R65); none if left out. */
  readonly unreplied?: number
  /** What was done on a past day, shown above the page of that day. */
  readonly done?: DayDone
}

/** The widest readable line, in columns; the page does not stretch. */
const maxLineWidth = 82

/**
 * The page of a day: what to do first, whom to reach and how, why it is due, how much is left. It ends with one line
 * break. On a narrow screen, the parts of a line are below each other. Only the texts in long sections are cut off,
 * because their lines are compact.
 */
export function pageView(
  agenda: Agenda,
  { theme, width: screenWidth, words, commands, full = false, unreplied = 0, done }: PageOptions,
): string {
  const { margin, width } = contentArea(screenWidth, maxLineWidth)
  const page: Page = { agenda, width, words, full, tense: tenseOf(agenda) }
  const above = header(page).concat(done === undefined ? [] : doneRows(done, width, words))
  const missing = unrepliedRows(unreplied, width)
  const below = agenda.sections.some(isShown)
    ? sectionRows(page).concat([[]], foot(page), missing, commands.hint ? hints(page) : [])
    : [[], ...nothingDue(page), ...missing]
  return renderRows(above.concat(below), theme, margin)
}

type Page = { agenda: Agenda; width: number; words: DateWords; full: boolean; tense: Tense }

/** The words for a page's day. */
type Tense = { note: string; day: string; onDay: string; dayAfter: string }

const today: Tense = { note: '', day: 'today', onDay: 'today', dayAfter: 'tomorrow' }
const otherDay = { day: 'that day', onDay: 'on the day', dayAfter: 'the day after' }

function tenseOf({ day, now }: Agenda): Tense {
  if (day === now.day) return today
  return { ...otherDay, note: day > now.day ? 'as planned' : 'as it was' }
}

const headings: Record<ReadingSection['name'], string> = {
  first: 'FIRST',
  'carried-over': 'CARRIED OVER',
  today: 'TODAY',
  waiting: 'WAITING ON THEM',
  'keep-in-touch': 'KEEP IN TOUCH',
}

/** The date and the counts; below each other if one row has no room for both. */
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

/** The sections: their headings, their lines in shared columns, and the number of lines left out. */
function sectionRows(page: Page): Row[] {
  const { agenda, width, full } = page
  const { day } = agenda
  const [leading] = linesInReadingOrder(agenda)
  const sections = readingSections(agenda).map((section) => ({
    section,
    lines: section.lines.map((place) =>
      linePieces(place.line, { section: place.section, day, first: place.line === leading?.line }),
    ),
  }))
  const columns = columnsFor(
    sections.flatMap(({ lines }) => lines),
    width,
  )
  return sections.flatMap(({ section, lines }) => {
    const isShort = section.isLong && !full
    const short = compactColumns(lines, columns)
    return [
      [],
      ...heading(section, page),
      ...lines.flatMap((line) =>
        isShort && !line.first ? compactRows(line, short) : lineRows(line, columns),
      ),
      ...moreRows(section, agenda, width),
    ]
  })
}

function heading({ name, lines, more, isLong }: ReadingSection, { agenda, tense, width }: Page): Row[] {
  const words = name === 'today' ? tense.onDay.toUpperCase() : headings[name]
  const count = lines.length + more
  const said = [span('heading', words), span('dim', count > 1 ? ` · ${count}` : '')]
  const isOfToday = agenda.day === agenda.now.day
  const clears =
    name === 'carried-over' && isLong && isOfToday ? [[span('dim', 'fu go --late clears them')]] : []
  return flow([said, ...clears], gap(3), width)
}

/** The number of lines left out of a section, aligned left of the lines. */
function moreRows({ more }: ReadingSection, { day, now }: Agenda, width: number): Row[] {
  if (more === 0) return []
  const command = `${pageCommand({ day, now })} --all`
  return hangingIndent([gap(2)], wrap([span('dim', `and ${more} more: ${command}`)], width - 2))
}

function pageCommand({ day, now }: Pick<Agenda, 'day' | 'now'>): string {
  return day === now.day ? 'fu today' : `fu today ${day}`
}

/** The foot of the page: what was done, what comes next, and who has no next step (R46). */
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

/** How many of my messages have no reply, and the command that lists them. */
function unrepliedRows(count: number, width: number): Row[] {
  return count === 0 ? [] : wrap([span('plain', `No reply yet: ${count} (fu mail --unreplied)`)], width)
}

/** Commands that the first lines of the page probably need, with their numbers. */
function hints({ agenda, width, full }: Page): Row[] {
  const lines = linesInReadingOrder(agenda).map(({ line }) => line)
  const promised = lines.filter(({ promise }) => promise !== null)
  const [first, second = first] = promised.slice(0, 2).map(({ promise }) => promise?.id)
  const top = lines[0]
  if (top === undefined) return []
  const who = `@${top.contact.id}`
  // A greeting is not retried until they are reached.
  const tried = top.isOccasion === true ? [] : [`fu tried ${who}`]
  const commands =
    first === undefined
      ? [`fu log ${who} "…"`, ...tried, `fu promise ${who} "…" --due fri`]
      : [`fu done ${first} "…"`, `fu tried ${second ?? first}`, `fu move ${first} fri`]
  const isShort = !full && readingSections(agenda).some(({ isLong }) => isLong)
  return flow(
    [...commands, ...(isShort ? [`${pageCommand(agenda)} --full`] : [])].map((command) => [
      span('dim', command),
    ]),
    gap(4),
    width,
  )
}

/** A page with nothing to do: what was done, what tomorrow brings, and who comes next. */
function nothingDue({ agenda, width, words, tense }: Page): Row[] {
  const { doneToday, tomorrow, upcoming, nothingNext, now } = agenda
  const done = doneToday > 0 ? `All done: ${doneToday} done ${tense.day}.` : 'Nothing due.'
  const comes = `${capitalised(tense.dayAfter)}: ${tomorrow === 0 ? 'nothing' : tomorrow}.`
  const next =
    upcoming === null
      ? ''
      : withFullStop(`The next is ${upcoming.contact} on ${words.short(upcoming.day, now.day)}`)
  const nothing = doneToday > 0 ? `${done} Nothing is` : 'Nothing due, and nothing'
  const nothingLater = `${nothing} planned for later. fu check lists who has no next step.`
  const said = upcoming === null && tomorrow === 0 ? nothingLater : `${done} ${comes} ${next}`
  const left = nothingNext.length > 0 ? `No next step: ${joinNames(nothingNext)}.` : ''
  return [said, left].flatMap((sentences) => wrap([span('plain', sentences)], width))
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
