/** A cell: what it holds, or nothing. */
export type Cell = string | number | boolean | null

/*
 * A spreadsheet runs a cell that begins with one of `= + - @`. It takes the separator from the language of its user,
 * so that one that separates by `;` or tabs begins a cell behind each of these, and a row behind each line end, also
 * within our quotes, which mean nothing to it in the middle of its cell. So an apostrophe is put before whatever would
 * begin a formula at the start of a cell, and behind each `;`, tab and line end in it, with or without quotes between.
 * Reading takes exactly that apostrophe away again; one that was typed there gets another.
 */

/** The start of a formula at the start of a text, after any apostrophes. */
const formulaAtStart = /^'*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/

/** The start of a formula after a separator or a line end. */
const formulaWithin = /([;\t\r\n]"*)(?='*[=+\-@\0\uff1d\uff0b\uff0d\uff20])/g
const guardedWithin = /([;\t\r\n]"*)'(?='*[=+\-@\0\uff1d\uff0b\uff0d\uff20])/g

/** A grouped international phone number. No spreadsheet runs it as a formula if a comma ends it. */
const strictNumber = /^\+\d+(?: \d+)*$/

/** Characters that force a cell to be quoted. */
const quotedText = /[",\r\n]/

/** Most texts: no character that ends a cell or begins a formula. */
const harmless = /^[A-Za-z\d][^",;\t\r\n]*$/

/**
 * A table as CSV (RFC 4180, CRLF), with a header row; with `null` as the header, only rows. No spreadsheet runs a cell
 * as a formula, whether it separates cells by comma, semicolon or tab.
 */
export function csv(header: readonly string[] | null, rows: readonly (readonly Cell[])[]): string {
  let text = header === null ? '' : csvRow(header)
  for (const row of rows) text += csvRow(row)
  return text
}

/**
 * A phone number in the first cell is escaped too: if a spreadsheet separates by `;`, the formula would extend over the
 * whole row.
 */
function csvRow(row: readonly Cell[]): string {
  let line = ''
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) line += ','
    const cell = row[index]
    // Most cells are empty and need no check.
    if (cell !== null && cell !== undefined && cell !== '') line += csvCell(String(cell), index > 0)
  }
  return `${line}\r\n`
}

/** A text as a cell of `csv`; with `mayBeNumber`, a phone number gets no apostrophe. */
export function csvCell(text: string, mayBeNumber = true): string {
  if (harmless.test(text) || (mayBeNumber && strictNumber.test(text))) return text
  const safe = (formulaAtStart.test(text) ? `'${text}` : text).replace(formulaWithin, "$1'")
  return quotedText.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * The text of a cell written by `csv`, without the apostrophes that prevent formulas. Only for our own tables: in other
 * tables an apostrophe is ordinary text, except before a `+`.
 *
 * @example plainCell("'=1+1") // '=1+1'
 */
export function plainCell(cell: string): string {
  const start = cell.startsWith("'") && formulaAtStart.test(cell) ? cell.slice(1) : cell
  return start.replace(guardedWithin, '$1')
}

/**
 * The text of a cell in another program's table. An apostrophe before a `+` was added by us or a spreadsheet: nobody
 * writes a number that way, but a number copied from one of our tables has it.
 */
export function foreignCell(cell: string): string {
  return cell.startsWith("'+") ? cell.slice(1) : cell
}

/**
 * A list as one cell, which `listIn` reads. Items with a comma or a quote are quoted.
 *
 * @example listCell(['vip', 'paid, late']) // 'vip, "paid, late"'
 */
export function listCell(items: readonly string[]): string | null {
  const quoted = items.map((item) => (/[",]|^\s|\s$/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
  return quoted.join(', ') || null
}

/** Reads a list that was written by `listCell` or by hand. */
export function listIn(cell: string): string[] {
  const items = [...cell.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^",][^,]*)?)\s*(?:,|$)/g)]
  return items
    .map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? (bare ?? '').trim())
    .filter((item) => item !== '')
}
