import type { ContactName } from '../../domain/contact.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { span, type Row } from '../layout/span.ts'
import { tableView } from '../layout/table.ts'
import type { Theme } from '../layout/theme.ts'
import { wrap } from '../layout/wrap.ts'

/** The screen that a report of a call log or a mailbox is for. */
export type ReportOptions = { readonly theme: Theme; readonly width: number }

/** The most rows of a section that are listed; the others are counted. */
export const maxListed = 10

const maxLineWidth = 74

/** A table of a report with a title and sentences below; empty if it has no rows. */
export function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  below: readonly string[],
  options: ReportOptions,
  align: readonly ('left' | 'right')[] = [],
): string {
  if (rows.length === 0) return ''
  const { theme, width } = options
  const heading = renderRows([[], [span('heading', title.toUpperCase())]], theme, contentArea(width).margin)
  const table = tableView(head, rows, { theme, width, align })
  // A table without column names has an empty first line.
  return `${heading}${table.replace(/^\n/, '')}${notes(below, options)}`
}

/** Sentences of a report. */
export function notes(sentences: readonly string[], { theme, width }: ReportOptions): string {
  const area = contentArea(width, maxLineWidth)
  const rows: Row[] = sentences.flatMap((sentence) => wrap([span('dim', sentence)], area.width))
  return renderRows(rows, theme, area.margin)
}

/** How many of `count` rows are not listed, if any. */
export function moreLine(count: number): string[] {
  return count <= maxListed ? [] : [`and ${count - maxListed} more; --json lists them all`]
}

/** The number of rows by what became of them, and the total; zeros are left out. */
export function countTable(
  title: string,
  counts: readonly (readonly [count: number, what: string])[],
  options: ReportOptions,
): string {
  const all = counts.reduce((sum, [count]) => sum + count, 0)
  const shown = counts.filter(([count]) => count > 0).map(([count, what]) => [String(count), what])
  return section(title, ['', ''], [...shown, [String(all), 'in all']], [], options, ['right', 'left'])
}

/** Contacts with their numbers: "Gary Lee (@1), Ada Müller (@2)". */
export function namesOf(contacts: readonly ContactName[]): string {
  return contacts.map(({ id, name }) => `${name} (@${id})`).join(', ')
}
