import { parse } from 'csv-parse/sync'
import { failed, usage } from '../../domain/errors.ts'
import { mostColumns } from '../../domain/import-limits.ts'
import { quoted } from '../../parse/shell/quoted.ts'
import { lineEnds } from '../text/decode.ts'
import { bookOf } from './books.ts'

/** The longest first line, in characters; a file with a longer one is not a table of people. */
const longestHead = 1_000_000

/** How many characters are read before the head is searched: the lines before the names have a few hundred. */
const enoughToTell = 8_000

/** A byte order mark, Excel's line on what separates the cells, blank lines. */
const before = /^\uFEFF?(?:[ \t]*(?:\r\n|\r|\n))*(?:sep=(.)[,;\t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*)?/i

/** The lines that LinkedIn writes before the column names, and the first of these names. */
const preamble = /^"?Notes:/
const firstName = /(?:^|[\r\n])(?="?First Name"?[,;\t])/

/** The head of a table, and the text of its rows. */
export type CsvHead = {
  /** Trimmed, in table order; `''` for a column without a name. */
  readonly columns: readonly string[]
  readonly delimiter: string
  /** The line of the column names, counted from 1. */
  readonly nameLine: number
  /** The line on which the rows begin. */
  readonly line: number
  readonly rest: Iterable<string>
}

/** Whether the first line of a table holds the column names or is already a row. */
export type FirstLine = 'names' | 'row'

/**
 * Reads the column names of a table and its separator: `,`, `;` or a tab, whichever occurs most in the line of names.
 * Excel's `sep=;`, a byte order mark, blank lines and LinkedIn's notes may come first. A repeated name, such as "Ville"
 * in Thunderbird's French table, gets a number: "Ville (2)".
 *
 * @throws FuError `failed` for no names or an endless first line; `usage` for a repeated name in a book of ours
 */
export function csvHead(text: Iterable<string>, first: FirstLine = 'names'): CsvHead {
  const chunks = text[Symbol.iterator]()
  let head = ''
  let from = 0
  let until = -1
  let done = false
  while (!done && until < 0) {
    const next = chunks.next()
    if (next.done === true) done = true
    else head += next.value
    if (!done && head.length < enoughToTell) continue
    from = headStart(head)
    until = recordEnd(head, from)
    if (from > longestHead || (until < 0 ? head.length : until) - from > longestHead) throw endless()
  }
  if (until < 0) until = head.length
  const line = 1 + lineEnds(head.slice(0, from))
  const names = head.slice(from, until)
  const delimiter = before.exec(head)?.[1] ?? delimiterOf(names)
  const written = columnsOf(names, delimiter, line)
  const isOurs = bookOf(written) !== null
  if (isOurs) refuseTwice(written, line)
  const columns = first === 'row' || isOurs ? written : numberedTwice(written)
  return {
    columns,
    delimiter,
    nameLine: line,
    line: line + lineEnds(names),
    rest: joined(head.slice(until), done ? null : chunks),
  }
}

/** The index of the line of names. */
function headStart(text: string): number {
  const start = before.exec(text)?.[0].length ?? 0
  if (!preamble.test(text.slice(start, start + 8))) return start
  const found = firstName.exec(text.slice(start))
  return found === null ? start : start + found.index + found[0].length
}

/** The index after the line end that closes the record at `from`; -1 if the text has none. */
function recordEnd(text: string, from: number): number {
  const marks = /["\r\n]/g
  marks.lastIndex = from
  let within = false
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '"') within = !within
    else if (!within && mark.index > from) {
      // A carriage return at the very end may be half of a line end.
      if (mark[0] === '\r' && mark.index + 1 === text.length) return -1
      return mark.index + (text.startsWith('\r\n', mark.index) ? 2 : 1)
    }
  }
  return -1
}

function delimiterOf(names: string): string {
  const bare = names.replace(/"(?:[^"]|"")*"/g, '')
  const count = (delimiter: string): number => bare.split(delimiter).length
  return [',', ';', '\t'].reduce((limit, delimiter) => (count(delimiter) > count(limit) ? delimiter : limit))
}

function columnsOf(names: string, delimiter: string, line: number): string[] {
  const columns = parsedNames(names, delimiter, line).map((name) => name.trim())
  if (columns.every((name) => name === '')) {
    throw failed('The file is empty.', 'Export the contacts as CSV again.')
  }
  const most = bookOf(columns) === null ? mostColumns.others : mostColumns.ours
  if (columns.length > most) {
    throw failed(
      `The file has ${columns.length} columns; a table can have at most ${most}.`,
      'Is it an address book? Export the contacts as CSV again.',
    )
  }
  return columns
}

function numberedTwice(columns: readonly string[]): string[] {
  const written = new Set(columns)
  const last = new Map<string, number>()
  return columns.map((column) => {
    let number = last.get(column)
    if (column === '' || number === undefined) {
      last.set(column, 1)
      return column
    }
    do number += 1
    while (written.has(`${column} (${number})`))
    last.set(column, number)
    return `${column} (${number})`
  })
}

function refuseTwice(columns: readonly string[], line: number): void {
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  if (twice !== undefined) {
    throw usage(
      `The column ${quoted(twice)} appears twice in line ${line}.`,
      'Give each column its own name, and import the file again.',
    )
  }
}

function parsedNames(names: string, delimiter: string, line: number): readonly string[] {
  try {
    const [columns] = parse(names, { delimiter, trim: true, record_delimiter: ['\r\n', '\n', '\r'] })
    return columns ?? []
  } catch (cause) {
    throw failed(
      `The column names in line ${line} have a quote that is not closed.`,
      'Close it, or export the contacts as CSV again.',
      cause,
    )
  }
}

function endless(): Error {
  return failed(
    `The column names do not end within ${longestHead.toLocaleString('en')} characters, so this is not a table of people.`,
    'Export the contacts as CSV again.',
  )
}

function* joined(first: string, chunks: Iterator<string> | null): Generator<string> {
  if (first !== '') yield first
  for (let next = chunks?.next(); next?.done === false; next = chunks?.next()) yield next.value
}
