import type { DateOrder } from '../../../domain/settings.ts'
import type { PartialDate } from '../../../domain/partial-date.ts'
import type { Cells } from '../../csv/rows.ts'
import { isOfTwoMeanings, orderIn, tableDate } from './date.ts'

/** Reads the date of a cell under a column; `null` where it is none, or another day in another country. */
export type DateReader = (column: string, text: string) => PartialDate | null

/** How the dates of a table are written, column by column. */
export type DateOrders = {
  /** Notes what a row tells; call it with all rows, before the first date is read. */
  readonly see: (cells: Cells) => void
  readonly read: DateReader
  /** The columns with dates that were not read, since nothing tells the day from the month; each with the first of them. */
  readonly unclear: ReadonlyMap<string, string>
}

/**
 * Tells day and month apart by the other dates of their column, one of which has a day above 12; where none has, by the
 * order in which the user writes dates. A column that has dates of both orders tells nothing, and neither does the user.
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
