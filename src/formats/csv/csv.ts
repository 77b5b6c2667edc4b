import { stringify } from 'csv-stringify/sync'

/** What a spreadsheet takes for the start of a formula, with any apostrophes already before it. */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/** A phone number in international groups, which no spreadsheet runs. */
const strictNumber = /^\+\d+(?: \d+)*$/

/** A cell: what it holds, or nothing. */
export type Cell = string | number | boolean | null

/**
 * A table as CSV (RFC 4180, CRLF), with a header row; or, with `null` for a header, further rows of it. Cells that a
 * spreadsheet would run as a formula get an apostrophe, which reading takes away again; phone numbers stay as they are.
 */
export function csv(header: readonly string[] | null, rows: readonly (readonly Cell[])[]): string {
  return stringify(
    [...(header === null ? [] : [header]), ...rows].map((row) => row.map(cellText)),
    // A line end of any kind is quoted, not only that of the table.
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  )
}

/**
 * A list in one cell, read again by `listIn`: what holds a comma or a quote stands in quotes.
 *
 * @example listCell(['vip', 'paid, late']) // 'vip, "paid, late"'
 */
export function listCell(items: readonly string[]): string | null {
  const quoted = items.map((item) => (/[",]|^\s|\s$/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
  return quoted.join(', ') || null
}

/** The list of a cell that `listCell` wrote, or somebody by hand. */
export function listIn(cell: string): string[] {
  const items = [...cell.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^",][^,]*)?)\s*(?:,|$)/g)]
  return items
    .map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? (bare ?? '').trim())
    .filter((item) => item !== '')
}

/** What most texts are: nothing in them ends a cell, or begins a formula. */
const harmless = /^(?:[a-z\d][^",\r\n]*|\+\d+)$/i

/** The cell of a text as `csv` writes it. */
export function csvCell(text: string): string {
  if (harmless.test(text)) return text
  const safe = cellText(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
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
