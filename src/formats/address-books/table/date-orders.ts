import type { DateOrder } from '../../../domain/settings.ts'
import type { PartialDate } from '../../../domain/partial-date.ts'
import type { Cells } from '../../csv/rows.ts'
import { isOfTwoMeanings, orderIn, tableDate } from './date.ts'

/** Reads a date in a cell of a column; `null` if it is not a date, or if day and month cannot be told apart. */
export type DateReader = (column: string, text: string) => PartialDate | null

/** How the dates of a table are written, by column. */
export type DateOrders = {
  /** Looks at the dates of a row; call it with all rows before the first date is read. */
  readonly see: (cells: Cells) => void
  readonly read: DateReader
  /** The columns with ambiguous dates, which were not read; each with the first of them. */
  readonly unclear: ReadonlyMap<string, string>
}

/**
 * Tells day and month apart by a date in the same column with a day above 12; without one, by the order in which the
 * user writes dates. In a column with dates of both orders, ambiguous dates are not read.
 */
export function dateOrders(columns: ReadonlySet<string>, users: DateOrder): DateOrders {
  const told = new Map<string, DateOrder>()
  const unclear = new Map<string, string>()
  return {
    unclear,
    see: (cells) => {
      for (const column of columns) {
        for (const text of (cells[column] ?? '').split(':::')) {
          const order = orderIn(text)
          if (order === null) continue
          const before = told.get(column)
          told.set(column, before === undefined || before === order ? order : null)
        }
      }
    },
    read: (column, text) => {
      const order = told.get(column)
      const date = tableDate(text, order === undefined ? users : order)
      if (date === null && isOfTwoMeanings(text) && !unclear.has(column)) unclear.set(column, text.trim())
      return date
    },
  }
}
