import { usage } from '../../domain/errors.ts'

/** What the columns of a table of calls may hold. */
export const callFields = ['number', 'date', 'time', 'type', 'duration', 'name'] as const
export type CallField = (typeof callFields)[number]

/** The name of the column that holds a field, or its place, counted from 1. */
export type CallColumns = { readonly [Field in CallField]?: string }

/** The order in which a table writes its dates; `epoch` is seconds or milliseconds since 1970. */
export const datePatterns = ['dmy', 'mdy', 'ymd', 'iso', 'epoch'] as const
export type DatePattern = (typeof datePatterns)[number]

/**
 * Which column holds what, as it was typed: "number=Phone date=When type=Kind".
 *
 * @throws FuError `usage` for an unknown field, one that is named twice, or no column for the number or the date
 */
export function readColumns(typed: readonly string[]): CallColumns {
  const columns: Partial<Record<CallField, string>> = {}
  for (const pair of typed) {
    const [, name = '', column = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? []
    const field = callFields.find((candidate) => candidate === name.trim().toLowerCase())
    if (field === undefined || column.trim() === '')
      throw usage(`--map cannot be "${pair}".`, `It takes ${callFields.join('=…, ')}=… with a column.`)
    if (columns[field] !== undefined) throw usage(`--map names ${field} twice.`, 'Say it once.')
    columns[field] = column.trim()
  }
  for (const needed of ['number', 'date'] as const) {
    if (columns[needed] === undefined)
      throw usage(
        `--map does not say which column is the ${needed}.`,
        'A table of calls is read as in --map number=Phone date=When type=Kind.',
      )
  }
  return columns
}
