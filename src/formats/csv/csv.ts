/** A cell: what it holds, or nothing. */
export type Cell = string | number | boolean | null

/*
 * A spreadsheet runs a cell that begins with one of `= + - @`. It takes the separator from the language of its user,
 * so that one that separates by `;` or tabs begins a cell behind each of these, and a row behind each line end, also
 * within our quotes, which mean nothing to it in the middle of its cell. So an apostrophe is put before whatever would
 * begin a formula at the start of a cell, and behind each `;`, tab and line end in it, with or without quotes between.
 * Reading takes exactly that apostrophe away again; one that was typed there gets another.
 */

/** What would begin a formula at the start of a text, with any apostrophes already before it. */
const formulaAtStart = /^'*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/

/** What would begin one behind a separator or a line end. */
const formulaWithin = /([;\t\r\n]"*)(?='*[=+\-@\0\uff1d\uff0b\uff0d\uff20])/g
const guardedWithin = /([;\t\r\n]"*)'(?='*[=+\-@\0\uff1d\uff0b\uff0d\uff20])/g

/** A phone number in international groups, which no spreadsheet runs where a comma ends it. */
const strictNumber = /^\+\d+(?: \d+)*$/

/** What has to stand in quotes. */
const quotedText = /[",\r\n]/

/** What most texts are: nothing in them ends a cell, or begins a formula. */
const harmless = /^[A-Za-z\d][^",;\t\r\n]*$/

/**
 * A table as CSV (RFC 4180, CRLF), with a header row; or, with `null` for a header, further rows of it. No cell is run
 * as a formula, whether a spreadsheet separates by comma, semicolon or tab.
 */
export function csv(header: readonly string[] | null, rows: readonly (readonly Cell[])[]): string {
  let text = header === null ? '' : csvRow(header)
  for (const row of rows) text += csvRow(row)
  return text
}

/** In the first cell of a row a phone number is no exception: for a `;` the next cell would be the rest of its formula. */
function csvRow(row: readonly Cell[]): string {
  let line = ''
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) line += ','
    const cell = row[index]
    // Most cells are empty: nothing in them has to be looked at.
    if (cell !== null && cell !== undefined && cell !== '') line += csvCell(String(cell), index > 0)
  }
  return `${line}\r\n`
}

/** The cell of a text as `csv` writes it; `mayBeNumber` where a phone number may stand without an apostrophe. */
export function csvCell(text: string, mayBeNumber = true): string {
  if (harmless.test(text) || (mayBeNumber && strictNumber.test(text))) return text
  const safe = (formulaAtStart.test(text) ? `'${text}` : text).replace(formulaWithin, "$1'")
  return quotedText.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * What a cell of a table written by `csv` held: the apostrophes that kept it from being run are taken away. For tables
 * of our own only; in those of others an apostrophe is a letter like any other, but before a `+`.
 *
 * @example plainCell("'=1+1") // '=1+1'
 */
export function plainCell(cell: string): string {
  const start = cell.startsWith("'") && formulaAtStart.test(cell) ? cell.slice(1) : cell
  return start.replace(guardedWithin, '$1')
}

/**
 * What a cell of another program's table holds. An apostrophe before a `+` is ours or a spreadsheet's: nobody writes a
 * number that way, and whoever copies one out of a table of ours has it.
 */
export function foreignCell(cell: string): string {
  return cell.startsWith("'+") ? cell.slice(1) : cell
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
