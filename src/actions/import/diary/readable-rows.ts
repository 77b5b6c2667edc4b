import type { ExportedRow } from '../../../domain/exported-diary.ts'
import { highestNumber } from '../../../domain/import-limits.ts'
import type { ImportReport } from '../report/report.ts'
import type { Unread } from './loose-entries.ts'

/** The report of an import, and the rows whose number is too high to keep. */
export type Reading = { readonly account: ImportReport; readonly high: Set<string> }

/** The readable rows, each number once. The others are reported, and added to `unread`. */
export async function* readable<Row extends { readonly uid: string | null; readonly id?: number | null }>(
  rows: Iterable<ExportedRow<Row>> | AsyncIterable<ExportedRow<Row>>,
  { account, high }: Reading,
  unread: Unread | null = null,
): AsyncGenerator<{ readonly place: string; readonly row: Row }> {
  const numbers = new Set<number>()
  for await (const read of rows) {
    const { place } = read
    if ('invalid' in read) {
      account.leave('invalid', { place, name: null, why: read.invalid })
      if (typeof read.id === 'number') unread?.numbers.add(read.id)
      else if (unread !== null) unread.others = true
      continue
    }
    const number = read.row.id ?? null
    if (number !== null && numbers.has(number)) {
      account.leave('invalid', {
        place,
        name: null,
        why: `has the same number, ${number}, as an earlier row`,
      })
      continue
    }
    if (number !== null) numbers.add(number)
    if (number !== null && number > highestNumber) high.add(place)
    yield read
  }
}
