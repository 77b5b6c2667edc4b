import type { EntryData } from '../../domain/entry-data.ts'
import { readEntryData } from '../../domain/entry-data-json.ts'
import { columns } from './columns.ts'
import { BadValue, parsed, text } from './rules.ts'

/** The act and the data of an entry, which belong together. @throws BadValue if the data is not that of the act */
export function storedEntryData(actValue: unknown, data: unknown): EntryData {
  const act = columns.entries.act(actValue)
  if (data === null) return { act, data }
  try {
    return readEntryData(act, parsed(text(data)))
  } catch (error) {
    if (!(error instanceof RangeError) || error instanceof BadValue) throw error
    throw new BadValue(data, `data of "${act}" (${error.message})`)
  }
}
