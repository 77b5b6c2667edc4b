import { usage } from '../../domain/errors.ts'
import type { ImportRow } from '../../domain/import.ts'
import type { DateOrder } from '../../domain/settings.ts'
import type { Book } from '../csv/books.ts'
import { rowsBelow } from '../csv/rows.ts'
import {
  isManifold,
  mapText,
  mappedColumns,
  unmapped,
  type ColumnMap,
  type MapField,
} from './table/column-map.ts'
import { canReach, mapFieldOf, readColumns, type Column } from './table/columns.ts'
import { columnGroups, type ColumnGroups } from './google.ts'
import { importKind } from './kind.ts'
import type { TableKind } from './program.ts'
import { dateOrders, type DateOrders, type DateReader } from './table/date-orders.ts'
import { peopleOf, type RowFacts, type RowReader } from './table/people.ts'
import { columnsReader } from './table/reader.ts'

/** A file to import: its kind and, for a table of another program, the people in it. */
export type PeopleIn =
  | {
      readonly kind: TableKind
      readonly rows: AsyncIterable<ImportRow>
      /**
       * The map guessed from the column names, as a user would type it; `null` for a program whose columns are known.
       */
      readonly guessed: string | null
      /** The columns of the rows read so far whose names are unknown; their cells are kept. */
      readonly unknown: ReadonlySet<string>
      /** The columns of the rows read so far with ambiguous dates, each with the first of them. */
      readonly unclearDates: ReadonlyMap<string, string>
    }
  | { readonly kind: 'vcard' | 'json' | Book; readonly rows: null }

/**
 * The people in a file, one after another, each row with its line. Cards and our own books are only identified; other
 * readers read them. A `map` assigns some columns to fields; the others are read by their names.
 *
 * @throws FuError `usage` for a table in which no column names or reaches anybody, for a mapped column that does not
 * exist, and for a map where none applies; what `importKind` throws; while reading, what `csvRows` throws
 */
export function peopleIn(bytes: Uint8Array, map: ColumnMap | null, dates: DateOrder = null): PeopleIn {
  const found = importKind(bytes)
  switch (found.kind) {
    case 'vcard':
    case 'json':
    case 'people':
    case 'promises':
    case 'entries':
      if (map === null) return { kind: found.kind, rows: null }
      throw usage(
        '--map is for tables of other programs; fu knows the columns of this file.',
        'Import it without --map.',
      )
    default: {
      const { columns } = found.head
      const mapped = mappedColumns(map ?? new Map(), columns)
      const groups = columnGroups(columns.filter((column) => !mapped.has(column)))
      const named = new Set([...columns.filter((column) => column !== ''), ...mapped.keys()])
      for (const column of groups.columns) named.delete(column)
      const read = readColumns([...named], mapped, groups.hasJob)
      if (!canReach(read) && groups.columns.size === 0) throw unmapped(columns)
      const unknown = new Set<string>()
      const withDates = read.filter(({ field }) => field === 'birthday' || field === 'anniversary')
      const orders = dateOrders(new Set([...withDates.map(({ name }) => name), ...groups.dates]), dates)
      const reader = tableReader(read, groups, { unknown, dateIn: orders.read })
      const people = peopleOf(rowsBelow(found.head), reader)
      const hasDates = withDates.length + groups.dates.size > 0
      return {
        kind: found.kind,
        rows: hasDates ? afterLooking(bytes, orders, people) : people,
        unknown,
        unclearDates: orders.unclear,
        guessed: found.kind === 'table' ? guessOf(read) : null,
      }
    }
  }
}

/** The people of a table, after a first pass over all rows for the order of their dates. */
async function* afterLooking(
  bytes: Uint8Array,
  { see }: DateOrders,
  people: AsyncIterable<ImportRow>,
): AsyncGenerator<ImportRow> {
  const again = importKind(bytes)
  if ('head' in again) for await (const row of rowsBelow(again.head)) if ('cells' in row) see(row.cells)
  yield* people
}

/** The most columns that the report names. */
const mostTold = 50

/** The fields guessed for columns that the user did not map; for a field that takes one column, the first. */
function guessOf(columns: readonly Column[]): string | null {
  const guessed: [MapField, string][] = []
  const full = new Set<MapField>()
  for (const column of columns) {
    const field = column.isMapped ? null : mapFieldOf(column)
    if (field === null || full.has(field)) continue
    if (!isManifold(field)) full.add(field)
    guessed.push([field, column.name])
  }
  const more = guessed.length > mostTold ? ' \u2026' : ''
  return guessed.length === 0 ? null : mapText(guessed.slice(0, mostTold)) + more
}

/** Reads single columns and groups of columns. */
function tableReader(
  columns: readonly Column[],
  groups: ColumnGroups,
  how: { readonly unknown: Set<string>; readonly dateIn: DateReader },
): RowReader {
  const read = columnsReader(columns, groups.columns, how)
  return (cells) => {
    const facts = read(cells)
    return typeof facts === 'string' || groups.columns.size === 0
      ? facts
      : together(facts, groups.read(cells, how.dateIn))
  }
}

/** Merges the facts from both kinds of columns; a second value of a single field becomes an extra field. */
function together(facts: RowFacts, grouped: RowFacts): RowFacts {
  const extra = [...(facts.extra ?? [])]
  const one = (field: 'company' | 'title' | 'department', label: string): string => {
    const [mine = '', theirs = ''] = [facts[field], grouped[field]]
    if (mine !== '' && theirs !== '' && mine !== theirs) extra.push({ label, value: theirs })
    return mine === '' ? theirs : mine
  }
  return {
    ...facts,
    company: one('company', 'Organization'),
    title: one('title', 'Title'),
    department: one('department', 'Department'),
    phones: [...(grouped.phones ?? []), ...(facts.phones ?? [])],
    emails: [...(grouped.emails ?? []), ...(facts.emails ?? [])],
    addresses: [...(grouped.addresses ?? []), ...(facts.addresses ?? [])],
    anniversaries: [...(facts.anniversaries ?? []), ...(grouped.anniversaries ?? [])],
    links: [...(facts.links ?? []), ...(grouped.links ?? [])],
    extra: [...extra, ...(grouped.extra ?? [])],
  }
}
