import { reachLink } from '../../domain/reach-link.ts'
import type { DateWords } from '../../domain/date-words.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Line, SectionName } from '../../domain/page.ts'
import { entryWords, type About } from '../card/entry-words.ts'
import { flow } from '../layout/flow.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { padRow, gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import { linePieces } from '../page/line-pieces.ts'
import type { Theme } from '../layout/theme.ts'
import { escapeControls } from '../layout/escape-controls.ts'

/** One line of the page, with everything needed to act on it. */
export type LineDetails = {
  readonly now: Moment
  readonly line: Line
  readonly section: SectionName
  /** Its position among the lines: "4 left". */
  readonly place: string
  /** The latest entries of the contact, newest first, with the promise of each. */
  readonly last: readonly { readonly entry: Entry; readonly about: About | null }[]
  /** The message to leave; empty if it is not wanted. */
  readonly say: string
  /** The commands that add missing parts of the message; empty if it is complete. */
  readonly hint: string
  /** Questions to ask. */
  readonly ask: readonly string[]
}

/** A key and its action. */
export type KeyLabel = {
  readonly key: string
  readonly label: string
  /** A longer description, for the help. */
  readonly about?: string
  /** An alternative key. */
  readonly alias?: string
}

export type LineDetailsOptions = {
  readonly theme: Theme
  /** In columns of the screen. */
  readonly width: number
  readonly words: DateWords
  /** Whether the screen supports hyperlinks for numbers. */
  readonly links: boolean
  /** The available actions: keys in groups, or commands. */
  readonly foot:
    | { readonly keys: readonly (readonly KeyLabel[])[] }
    | { readonly commands: readonly string[] }
}

const maxLineWidth = 76

/** The least width of the labels beside the rows. */
const minimumColumn = 6

const sectionWords: Record<SectionName, string> = {
  'carried-over': 'Carried over',
  today: 'Today',
  waiting: 'Waiting on them',
  'keep-in-touch': 'Keep in touch',
}

/** One line in detail: who, how to reach them, what and why; then the latest entries, and what to say and ask. */
export function lineDetailsView(
  details: LineDetails,
  { theme, width: screenWidth, words, links, foot }: LineDetailsOptions,
): string {
  const { margin, width } = contentArea(screenWidth, maxLineWidth)
  const column = Math.max(minimumColumn, rowWidth(idOf(details)))
  const body = Math.max(10, width - column)
  const rows: Row[] = [
    [],
    ...header(details, width),
    [],
    ...hangingIndent(padRow(idOf(details), column), contactRows(details, body)),
    [],
    ...labelled('last', column, lastRows(details, words, body)),
    ...labelled(
      'say',
      column,
      [details.say, details.hint].flatMap((said, index) =>
        wrap([span(index === 0 ? 'plain' : 'dim', said)], body),
      ),
    ),
    ...labelled(
      'ask',
      column,
      details.ask.flatMap((question) => wrap([span('plain', question)], body)),
    ),
    ...footRows(foot, width),
  ]
  const target =
    links && details.line.reachBy !== null ? reachLink(details.line.reachBy, details.line.contact) : null
  return renderRows(
    rows,
    target === null ? theme : { ...theme, reach: hyperlinked(theme.reach, target) },
    margin,
  )
}

/** A question, and the keys that answer it. */
export function keysView(
  question: string,
  keys: readonly KeyLabel[],
  { theme, width: screenWidth }: { theme: Theme; width: number },
): string {
  const { margin, width } = contentArea(screenWidth, maxLineWidth)
  return renderRows([[], ...wrap([span('name', question)], width), ...keyRows(keys, width)], theme, margin)
}

/** The action of each key, one per row. */
export function keysHelp(
  keys: readonly KeyLabel[],
  { theme, width: screenWidth }: { theme: Theme; width: number },
): string {
  const { margin, width } = contentArea(screenWidth, maxLineWidth)
  const rows = keys.flatMap(({ key, label, about }) =>
    hangingIndent(
      [span('accent', key), gap(2)],
      wrap([span('plain', about === undefined ? label : `${label}: ${about}`)], Math.max(10, width - 3)),
    ),
  )
  return renderRows([[], ...rows], theme, margin)
}

/** The line as one row of text. */
export function lineBrief({ line }: Pick<LineDetails, 'line'>): string {
  const { contact, promise, reachBy, what, daysLate } = line
  const id = promise === null ? `@${contact.id}` : String(promise.id)
  const reach = reachBy === null ? '' : `, ${reachBy.value}`
  const late = daysLate === 0 ? '' : daysLate === 1 ? ' · 1 day late' : ` · ${daysLate} days late`
  return escapeControls(`${id}  ${contact.name}${reach}: ${what}${late}`)
}

/** The section, the position in it, and the lateness of the line. */
function header({ line, section, place, now }: LineDetails, width: number): Row[] {
  const { late } = linePieces(line, { section, day: now.day, first: true })
  const where = [span('heading', sectionWords[section]), span('dim', place === '' ? '' : ` · ${place}`)]
  const between = width - rowWidth(where) - late.width
  return between >= 2 ? [[...where, gap(between), late]] : [...wrap(where, width), ...wrap([late], width)]
}

/** The marker and the number of the line. */
function idOf({ line, section, now }: LineDetails): Row {
  return [span('first', '▸ '), linePieces(line, { section, day: now.day, first: true }).id, gap(2)]
}

/** Who, how to reach them, what to do, and why. */
function contactRows({ line, section, now }: LineDetails, width: number): Row[] {
  const { name, reach, what, why } = linePieces(line, { section, day: now.day, first: true })
  const best = line.contact.bestTime === null ? [] : [[span('dim', `best ${line.contact.bestTime}`)]]
  const separator = span('dim', ' · ')
  return [
    ...wrap(name, width),
    ...flow([[reach], ...best], separator, width),
    [],
    ...flow(what, separator, width),
    ...flow(why, separator, width),
  ]
}

function lastRows({ last, now }: LineDetails, words: DateWords, width: number): Row[] {
  const days = last.map(({ entry }): Row => [span('dim', words.short(entry.at.day, now.day)), gap(2)])
  const column = Math.max(0, ...days.map(rowWidth))
  return last.flatMap(({ entry, about }, index) =>
    hangingIndent(
      padRow(days[index] ?? [], column),
      wrap([span('plain', entryWords(entry, about, words))], Math.max(10, width - column)),
    ),
  )
}

/** Rows with a label; nothing if there are none. */
function labelled(label: string, column: number, rows: readonly Row[]): Row[] {
  return rows.length === 0 ? [] : [...hangingIndent(padRow([span('heading', label)], column), rows), []]
}

function footRows(foot: LineDetailsOptions['foot'], width: number): Row[] {
  if ('keys' in foot) return foot.keys.flatMap((group) => keyRows(group, width))
  return flow(
    foot.commands.map((command) => [span('dim', command)]),
    gap(4),
    width,
  )
}

function keyRows(keys: readonly KeyLabel[], width: number): Row[] {
  const items = keys.map(({ key, label }) => [span('accent', key), span('plain', ' '), span('dim', label)])
  return flow(items, gap(3), width)
}

/** Text as a hyperlink (OSC 8). */
function hyperlinked(look: (text: string) => string, target: string): (text: string) => string {
  return (text) => `\u001b]8;;${target}\u001b\\${look(text)}\u001b]8;;\u001b\\`
}
