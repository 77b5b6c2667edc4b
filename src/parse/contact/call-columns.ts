import { usage } from '../../domain/errors.ts'

/** The fields that columns of a call table can hold. */
export const callFields = ['number', 'date', 'time', 'type', 'duration', 'name'] as const
export type CallField = (typeof callFields)[number]

/** The column of each field, by name or by place, counted from 1. */
export type CallColumns = { readonly [Field in CallField]?: string }

/** The order in which a table writes its dates; `epoch` is seconds or milliseconds since 1970. */
export const datePatterns = ['dmy', 'mdy', 'ymd', 'iso', 'epoch'] as const
export type DatePattern = (typeof datePatterns)[number]

/**
 * Parses the column of each field: "number=Phone date=When type=Kind".
 *
 * @throws FuError `usage` for an unknown field, a repeated field, or no column for the number or the date
 */
export function readColumns(typed: readonly string[]): CallColumns {
  const columns: Partial<Record<CallField, string>> = {}
  for (const pair of typed) {
    const [, name = '', column = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? []
    const field = callFields.find((candidate) => candidate === name.trim().toLowerCase())
    if (field === undefined || column.trim() === '')
      throw usage(`--map cannot be "${pair}".`, `It takes ${callFields.join('=…, ')}=… with a column.`)
    if (columns[field] !== undefined) throw usage(`--map names ${field} twice.`, 'Name it once.')
    columns[field] = column.trim()
  }
  for (const needed of ['number', 'date'] as const) {
    if (columns[needed] === undefined)
      throw usage(
        `--map does not name the column of the ${needed}.`,
        'Map the columns of a call table like this: --map number=Phone date=When type=Kind',
      )
  }
  return columns
}
