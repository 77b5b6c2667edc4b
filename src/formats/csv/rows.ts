import { CsvError, parse, type Parser } from 'csv-parse'
import { FuError, failed } from '../../domain/errors.ts'
import { quoted } from '../../parse/shell/quoted.ts'
import { bookOf } from './books.ts'
import { foreignCell } from './csv.ts'
import { csvHead, type CsvHead } from './head.ts'
import { lineEnds } from '../text/decode.ts'

/** The longest row, in bytes: a file whose row never ends is refused before it fills the memory. */
export const longestRow = 4_000_000

/**
 * The cells of a row by column name. Every column is present; an empty cell is `''`. Own keys are the filled columns.
 */
export type Cells = Readonly<Record<string, string>>

/** The most cells kept beyond the last column; a row with more does not belong to this table. */
const mostNameless = 100

/** The most blank rows in sequence. */
const mostBlank = 100_000

/** A row of a table: its first line, counted from 1, and its cells or the reason why it is invalid. */
export type CsvRow =
  | { readonly line: number; readonly cells: Cells }
  | { readonly line: number; readonly invalid: string }

/**
 * The rows of a table below its column names, one after another. The separator is detected (see `csvHead`), a quoted
 * cell may contain line ends, and blank lines are skipped. A cell beyond the named columns gets the name of its place,
 * "column 4"; in a book of ours it makes that row invalid, and reading continues.
 *
 * The cells of our own books are returned as written (`plainCell` reads them). Cells of other tables lose blanks around
 * them outside quotes, and the apostrophe of `foreignCell`.
 *
 * @throws FuError `failed` for a quote that is not closed, or a row longer than `longestRow`; what `csvHead` throws
 */
export async function* csvRows(text: Iterable<string>): AsyncGenerator<CsvRow> {
  yield* rowsBelow(csvHead(text))
}

/** The rows below a head that has already been read. */
export async function* rowsBelow({ columns, delimiter, line: first, rest }: CsvHead): AsyncGenerator<CsvRow> {
  let line = first
  let blank = 0
  const begins: number[] = []
  const isOurs = bookOf(columns) !== null
  const empty = emptyCells(columns)
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    trim: !isOurs,
    max_record_size: longestRow,
    // The parser counts a quoted CRLF as two lines.
    on_record: (values: string[]) => {
      const begin = line
      line += 1 + values.reduce((ends, value) => ends + lineEnds(value), 0)
      if (values.every((value) => value === '')) {
        blank += 1
        if (blank > mostBlank) throw onlyBlank(begin)
        return null
      }
      blank = 0
      begins.push(begin)
      return isOurs ? values : values.map(foreignCell)
    },
  })
  void feed(parser, rest)
  try {
    for await (const values of parser) yield rowOf(begins.shift() ?? line, values, columns, { empty, isOurs })
  } catch (cause) {
    throw cause instanceof CsvError ? refusal(cause, line) : cause
  }
}

/** Feeds the parser only as fast as its rows are consumed. */
async function feed(parser: Parser, text: Iterable<string>): Promise<void> {
  try {
    for (const chunk of text) {
      if (parser.destroyed) return
      if (!parser.write(chunk)) await roomIn(parser)
    }
    parser.end()
  } catch (cause) {
    parser.destroy(cause instanceof Error ? cause : new Error(String(cause)))
  }
}

function roomIn(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      parser.off('drain', go).off('close', go)
      resolve()
    }
    parser.on('drain', go).on('close', go)
  })
}

/** Empty cells, the prototype of every row. Column names come from a file and may be anything, even `__proto__`. */
function emptyCells(columns: readonly string[]): Cells {
  const cells: Record<string, string> = Object.create(null)
  for (const name of columns) if (name !== '') cells[name] = ''
  return cells
}

function rowOf(
  line: number,
  values: readonly string[],
  columns: readonly string[],
  { empty, isOurs }: { readonly empty: Cells; readonly isOurs: boolean },
): CsvRow {
  if (values.length > columns.length + mostNameless && !isOurs) {
    return { line, invalid: `it has ${values.length} cells, and the table ${columns.length} columns` }
  }
  const cells: Record<string, string> = Object.create(empty)
  for (const [index, value] of values.entries()) {
    if (value === '') continue
    let name = columns[index] ?? ''
    if (name === '' && !isOurs) name = namelessColumn(index + 1, empty)
    if (name === '') return { line, invalid: `cell ${index + 1}, ${quoted(value)}, has no column name` }
    cells[name] = value
  }
  return { line, cells }
}

/** The name of a cell beyond the named columns; no column of the table has it. */
function namelessColumn(place: number, columns: Cells): string {
  let name = `column ${place}`
  while (name in columns) name = `cell in ${name}`
  return name
}

function onlyBlank(line: number): FuError {
  return failed(
    `The ${mostBlank} rows before line ${line} are blank.`,
    'Is it the right file? Nothing was imported.',
  )
}

function refusal(cause: CsvError, line: number): FuError {
  if (cause.code === 'CSV_MAX_RECORD_SIZE') {
    return failed(
      `The row on line ${line} is longer than ${longestRow / 1_000_000} MB.`,
      'Is a quote missing there, or is the file not a table? Nothing was imported.',
      cause,
    )
  }
  return failed(
    cause.code === 'INVALID_OPENING_QUOTE'
      ? `The row on line ${line} has a quote in the middle of a cell.`
      : `The row on line ${line} has a quote that is not closed where its cell ends.`,
    'A cell with quotes is written "Gary ""Gaz"" Lee". Correct the line, and import the file again.',
    cause,
  )
}
