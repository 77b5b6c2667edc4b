import { stringify } from 'csv-stringify/sync'

/** What a spreadsheet takes for the start of a formula, with any apostrophes already before it. */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/** A phone number in international groups, which no spreadsheet runs. */
const strictNumber = /^\+\d+(?: \d+)*$/

/** A cell: what it holds, or nothing. */
export type Cell = string | number | boolean | null

/**
 * A table as CSV (RFC 4180, CRLF), with a header row. Cells that a spreadsheet would run as a formula get an
 * apostrophe, which reading takes away again; phone numbers stay as they are.
 */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify(
    [header, ...rows].map((row) => row.map(cellText)),
    // A line end of any kind is quoted, not only that of the table.
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  )
}

function cellText(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return formula.test(text) && !strictNumber.test(text) ? `'${text}` : text
}

/**
 * What a cell of a table written by `csv` held: the one apostrophe that kept it from being run is taken away.
 * For tables of our own only; in those of others an apostrophe is a letter like any other.
 *
 * @example plainCell("'=1+1") // '=1+1'
 */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
