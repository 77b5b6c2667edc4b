import type { Call, CallRow, CallType } from '../../domain/call.ts'
import { failed, usage } from '../../domain/errors.ts'
import type { CallColumns, CallField, DatePattern } from '../../parse/contact/call-columns.ts'
import { typeKey, type OwnCallTypes } from '../../parse/contact/call-types.ts'
import { isPhoneNumber } from '../../parse/contact/phone.ts'
import { csvHead, type CsvHead } from '../csv/head.ts'
import { rowsBelow, type Cells, type CsvRow } from '../csv/rows.ts'
import { numberedType, wordedType, type TypeNumbers } from './call-type.ts'
import { secondsOf, timeOf } from './table-time.ts'

/** How a table of calls is read. */
export type CallTable = {
  readonly columns: CallColumns
  readonly dates: DatePattern
  /** The user's own call types; they override the known ones. */
  readonly types: OwnCallTypes
}

/** The column of each field, and how the table is read. */
type Layout = Omit<CallTable, 'columns'> & {
  readonly names: ReadonlyMap<CallField, string>
  /** The numbering of call types, if they are numbers. */
  readonly numbers: TypeNumbers
}

/**
 * The calls of a table (CSV), row by row. Columns are given by name, or by place counted from 1; in that case the first
 * line may already be a row. The time of day is in the date column or in its own, as 14:20 or 2:20 pm, with or without
 * seconds, in the user's zone; an ISO time may have a zone.
 *
 * @param onNumbers is called with the numbering, if a type is a number
 * @throws FuError `failed` if a column is missing, `usage` if no column holds the type; what `csvRows` throws
 */
export async function* callLogCsv(
  text: Iterable<string>,
  table: CallTable,
  onNumbers: (numbers: TypeNumbers) => void = () => {},
): AsyncGenerator<CallRow> {
  const isByPlace = Object.values(table.columns).every((column) => /^[1-9]\d{0,2}$/.test(column))
  const head = csvHead(text, isByPlace ? 'row' : 'names')
  const columns = isByPlace ? places.slice(0, head.columns.length) : head.columns
  const layout: Layout = {
    ...table,
    names: columnNames(table, columns, head.columns),
    numbers: typeNumbersOf(head, table.dates),
  }
  let isSaid = false
  for await (const row of isByPlace ? rowsByPlace(head, layout) : rowsBelow(head)) {
    const place = `line ${row.line}`
    if ('invalid' in row) {
      yield { place, invalid: row.invalid }
      continue
    }
    if (!isSaid && /^\d+$/.test(cellOf(row.cells, 'type', layout) ?? '')) {
      isSaid = true
      onNumbers(layout.numbers)
    }
    yield callOf(row.cells, place, layout)
  }
}

/** The rows of a table whose first line may be a row or the column names; an only line is a row. */
async function* rowsByPlace(head: CsvHead, layout: Layout): AsyncGenerator<CsvRow> {
  const first: CsvRow = { line: head.nameLine, cells: cellsOf(head.columns) }
  const isRow = !isLineOfNames(first.cells, layout)
  if (isRow) yield first
  let isAlone = !isRow
  for await (const row of rowsBelow({ ...head, columns: places })) {
    isAlone = false
    yield row
  }
  if (isAlone) yield first
}

/** Column places, as many as a call log may have. */
const places: readonly string[] = Array.from({ length: 200 }, (_, index) => String(index + 1))

function cellsOf(values: readonly string[]): Cells {
  return Object.fromEntries(places.map((place, index) => [place, values[index] ?? '']))
}

/** Whether the first line holds column names: it has neither a time nor a number in those columns. */
function isLineOfNames(cells: Cells, layout: Layout): boolean {
  const at = timeOf(cellOf(cells, 'date', layout) ?? '', cellOf(cells, 'time', layout), layout.dates)
  return at === null && !isPhoneNumber(cellOf(cells, 'number', layout) ?? '')
}

/** The spelling of each field's column in the table. */
function columnNames(
  { columns: wanted, types }: CallTable,
  columns: readonly string[],
  firstLine: readonly string[],
): ReadonlyMap<CallField, string> {
  const names = new Map<CallField, string>()
  for (const [field, column] of Object.entries(wanted) as [CallField, string][]) {
    const name = columns.find((candidate) => candidate.toLowerCase() === column.toLowerCase())
    if (name === undefined)
      throw failed(
        `There is no column "${column}".`,
        columns === firstLine
          ? `The columns are ${firstLine.filter((one) => one !== '').join(', ')}; nothing was written.`
          : `The first line has ${columns.length} of them; nothing was written.`,
      )
    names.set(field, name)
  }
  if (names.has('type')) return names
  const taken = new Set(names.values())
  const free = firstLine.flatMap((text, index) => {
    const column = columns[index] ?? ''
    return column === '' || taken.has(column) ? [] : [{ column, text }]
  })
  const [type, another] = free.filter(
    ({ text }) => typeColumns.has(typeKey(text)) || wordedType(text) !== null || types.has(typeKey(text)),
  )
  if (type === undefined || another !== undefined)
    throw usage(
      '--map does not name the column of the type.',
      'Map the columns of a call table like this: --map number=Phone date=When type=Kind',
    )
  return names.set('type', type.column)
}

/** Names of the type column, for a map that does not give it. */
const typeColumns: ReadonlySet<string> = new Set(
  (
    "type|call type|calltype|direction|kind|typ|art|anruftyp|anrufart|richtung|type d\u2019appel|type d'appel|sens|" +
    'tipo|tipo de llamada|direcci\u00f3n|tipo di chiamata|direzione|soort|richting|tipo de chamada|dire\u00e7\u00e3o'
  ).split('|'),
)

/** Columns that only a Fritz!Box table has. */
const fritzBoxColumns: ReadonlySet<string> = new Set(['nebenstelle', 'eigene rufnummer', 'extension'])

/** Android programs write times in milliseconds or separate cells by commas; a Fritz!Box uses semicolons. */
function typeNumbersOf({ columns, delimiter }: CsvHead, dates: DatePattern): TypeNumbers {
  const isFritzBox =
    columns.some((column) => fritzBoxColumns.has(typeKey(column))) || (delimiter === ';' && dates !== 'epoch')
  return isFritzBox ? 'Fritz!Box' : 'Android'
}

function cellOf(cells: Cells, field: CallField, { names }: Layout): string | null {
  const name = names.get(field)
  return name === undefined ? null : (cells[name] ?? '').trim()
}

function callOf(cells: Cells, place: string, layout: Layout): CallRow {
  const cell = (field: CallField): string | null => cellOf(cells, field, layout)
  const number = cell('number') ?? ''
  const date = cell('date') ?? ''
  const type = cell('type') ?? ''
  const [time, duration, name] = [cell('time'), cell('duration'), cell('name')]
  const said = typeOf(type, layout)
  if (said === null)
    return { place, invalid: `its type is "${type.slice(0, 40)}", which is unknown; define it with --types` }
  if (said === 'other') return { other: true }
  const at = timeOf(date, time, layout.dates)
  if (at === null)
    return {
      place,
      invalid: `its date is "${date.slice(0, 40)}", which is not a date in the order ${layout.dates}`,
    }
  const seconds = duration === null || duration === '' ? null : secondsOf(duration)
  if (seconds !== null && !Number.isFinite(seconds))
    return { place, invalid: `its duration is "${duration?.slice(0, 40)}", which is not a duration` }
  const common = { number, at, name: name === '' ? null : name }
  const call: Call =
    said === 'unanswered' ? { ...common, kind: 'outgoing', seconds: 0 } : { ...common, kind: said, seconds }
  return { place, call }
}

function typeOf(text: string, { types, numbers }: Layout): CallType | null {
  const own = types.get(typeKey(text))
  if (own !== undefined) return own
  return /^\d{1,3}$/.test(text) ? numberedType(Number(text), numbers) : wordedType(text)
}
