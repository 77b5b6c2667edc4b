import { readHeader } from './headers/header.ts'

/** The program that wrote a table, known by its columns; `table` for any other. */
export type TableKind = 'google' | 'outlook' | 'linkedin' | 'thunderbird' | 'table'

/**
 * The program whose columns a table has, in any language. The report names it; it does not affect how the table is
 * read.
 */
export function programOf(columns: readonly string[]): TableKind {
  const has = (...names: readonly string[]): boolean => names.every((name) => columns.includes(name))
  if (has('First Name', 'Last Name', 'Connected On')) return 'linkedin'
  if (
    columns.some((column) => /^(?:E-mail|Phone) \d+ - Value$/.test(column)) ||
    has('First Name', 'Organization Name', 'Labels') ||
    has('Given Name', 'Family Name', 'Group Membership')
  ) {
    return 'google'
  }
  const headers = columns.flatMap((column) => readHeader(column) ?? [])
  const count = (isOne: (header: (typeof headers)[number]) => boolean): number => headers.filter(isOne).length
  if (count(({ field }) => field === 'birthYear') === 1 && count(({ field }) => field === 'chat') === 1) {
    return 'thunderbird'
  }
  const own = new Set(['emailType', 'emailName', 'callback', 'radio', 'TTY', 'car', 'ISDN'])
  return count(({ field, label }) => own.has(field) || own.has(label)) > 2 ? 'outlook' : 'table'
}
