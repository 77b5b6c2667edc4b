import { usage } from '../../domain/errors.ts'
import type { ImportRow } from '../../domain/import.ts'
import { peopleOf, type RowReader } from './read.ts'
import type { Book } from '../csv/books.ts'
import { rowsBelow } from '../csv/rows.ts'
import { googleReader } from './google.ts'
import { importKind, type TableKind } from './kind.ts'
import { linkedInReader } from './linkedin.ts'
import { leftOutBy, mapByNames, mappedReader, unmapped, type ColumnMap } from './mapped.ts'
import { outlookReader } from './outlook.ts'

/** A file to import: its kind, and for an address book of another program that is a table, its people. */
export type PeopleIn =
  | {
      readonly kind: TableKind
      readonly rows: AsyncIterable<ImportRow>
      /** The columns that the map does not name, and that are not read. */
      readonly leftOut: readonly string[]
      /** What its columns were taken for by their names alone; `null` if that was said, or is known. */
      readonly guessed: ColumnMap | null
    }
  | {
      readonly kind: 'vcard' | 'json' | Book
      readonly rows: null
      readonly leftOut: readonly []
      readonly guessed: null
    }

/**
 * The people in a file, one after another, each row with its line. Cards and books of our own are only named:
 * others read them. A `map` says what the columns are, also where they are known.
 *
 * @throws FuError `usage` for a table of which nobody knows what its columns are, a column it has not, and a map
 * where there is nothing to map; what `importKind` throws; while reading, what `csvRows` throws
 */
export function peopleIn(bytes: Uint8Array, map: ColumnMap | null): PeopleIn {
  const found = importKind(bytes)
  switch (found.kind) {
    case 'vcard':
    case 'json':
    case 'people':
    case 'promises':
    case 'entries':
      if (map === null) return { kind: found.kind, rows: null, leftOut: [], guessed: null }
      throw usage(
        '--map is for tables of other programs; fu knows the columns of this file.',
        'Import it without --map.',
      )
    case 'google':
    case 'outlook':
    case 'linkedin':
    case 'table': {
      const { columns } = found.head
      const rows = rowsBelow(found.head)
      if (map !== null) {
        const read = mappedReader(map, columns)
        return { kind: 'table', rows: peopleOf(rows, read), leftOut: leftOutBy(map, columns), guessed: null }
      }
      const guessed = found.kind === 'table' ? mapByNames(columns) : null
      const read = guessed === null ? readerOf(found.kind, columns) : mappedReader(guessed, columns)
      return { kind: found.kind, rows: peopleOf(rows, read), leftOut: [], guessed }
    }
  }
}

function readerOf(kind: TableKind, columns: readonly string[]): RowReader {
  switch (kind) {
    case 'google':
      return googleReader(columns)
    case 'outlook':
      return outlookReader(columns)
    case 'linkedin':
      return linkedInReader(columns)
    case 'table':
      throw unmapped(columns)
  }
}
