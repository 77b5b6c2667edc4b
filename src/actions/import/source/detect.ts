import type { App } from '../../../app.ts'
import type { ExportedRows } from '../../../domain/exported-diary.ts'
import { usage } from '../../../domain/errors.ts'
import { contactRows, entryRows, promiseRows } from '../../../formats/csv/diary.ts'
import { booksIn, noBooks } from '../../../formats/json/diary.ts'
import { rowsBelow } from '../../../formats/csv/rows.ts'
import { decodedText } from '../../../formats/text/decode.ts'
import { importKind, type ImportKind } from '../../../formats/address-books/kind.ts'
import { columnMap, mapFields } from '../../../formats/address-books/table/column-map.ts'
import { peopleIn } from '../../../formats/address-books/detect.ts'
import { cardsIn } from '../../../formats/vcard/vcard.ts'
import { quoted } from '../../../parse/shell/quoted.ts'
import { joinWords } from '../../../views/layout/pluralize.ts'
import type { Pause } from '../../../terminal/stop.ts'
import { rowsOfFile, type Contents } from './contents.ts'
import { readFolder } from './folder.ts'
import { refuseTooManyRows } from './row-limit.ts'

/** The formats that the user can name. */
export const fileFormats = ['csv', 'json', 'vcf'] as const
export type FileFormat = (typeof fileFormats)[number]

/** The fields to which --map can map a column. */
export const tableFields: readonly string[] = mapFields

const words: Readonly<Record<ImportKind['kind'], string>> = {
  vcard: 'vCard',
  json: 'a diary',
  people: 'people of a diary',
  promises: 'promises of a diary',
  entries: 'entries of a diary',
  google: 'Google Contacts',
  outlook: 'Outlook',
  linkedin: 'LinkedIn',
  thunderbird: 'Thunderbird',
  table: 'CSV',
}

/**
 * The content of a file, or of a folder of vCards or of `fu export all`. Only the part that identifies its kind is
 * read. Pauses after reading the bytes.
 *
 * @throws FuError if the file cannot be read or imported, or does not have the named format
 */
export async function readFile(
  app: App,
  file: string,
  { format, map }: { readonly format: FileFormat | null; readonly map: readonly string[] | null },
  pause: Pause,
): Promise<Contents> {
  if (app.files.isFolder(file)) {
    const contents = readFolder(app, file)
    if (format !== null || map !== null) {
      throw usage(`${file} is a folder; --format and --map are for a file.`, 'Import it without them.')
    }
    await pause()
    return contents
  }
  const bytes = app.files.bytes(file)
  // Not earlier, so that Ctrl-C still ends input typed by the user.
  await pause()
  const columns = map === null ? null : columnMap(map)
  const found = peopleIn(bytes, columns, app.settings().dates)
  refuseTooManyRows(file, found.kind, bytes)
  if (format !== null && format !== formatOf(found.kind)) {
    throw usage(`${file} is not ${format}, but ${words[found.kind]}.`, 'Leave out --format: fu detects it.')
  }
  const what = words[found.kind]
  if (found.rows !== null) {
    const people = rowsOfFile(null, found.rows)
    return {
      what,
      people,
      books: null,
      get notes() {
        return tableNotes(found)
      },
    }
  }
  if (found.kind === 'vcard')
    return { what, notes: [], people: rowsOfFile(null, cardsIn(decodedText(bytes))), books: null }
  return { what, notes: [], books: booksOf(app, bytes), people: null }
}

/** The most unknown columns that are named. */
const mostNamed = 20

/** Remarks on how the columns of a table were read, if that is not obvious. */
function tableNotes({
  guessed,
  unknown,
  unclearDates,
}: {
  readonly guessed: string | null
  readonly unknown: ReadonlySet<string>
  readonly unclearDates: ReadonlyMap<string, string>
}): string[] {
  const names = [...unknown].slice(0, mostNamed).map(quoted)
  const dates = [...unclearDates]
    .slice(0, mostNamed)
    .map(([column, date]) => `${quoted(date)} under ${quoted(column)}`)
  const more = unknown.size > mostNamed ? ` and ${unknown.size - mostNamed} more` : ''
  return [
    ...(guessed === null ? [] : [`Read by its column names: --map ${guessed}`]),
    ...(names.length === 0
      ? []
      : [
          `Unknown columns, kept as other details: ${names.join(', ')}${more}. To read one as a field: --map note=${names[0] ?? ''}`,
        ]),
    ...(dates.length === 0
      ? []
      : [
          `Nothing tells the day from the month in ${joinWords(dates)}: such dates are kept as other details. "fu config dates day-first" or "month-first" tells it; undo the import, and import again.`,
        ]),
  ]
}

function formatOf(kind: ImportKind['kind']): FileFormat {
  return kind === 'vcard' ? 'vcf' : kind === 'json' ? 'json' : 'csv'
}

/** Reads a book of ours, or a whole diary. */
function booksOf(app: App, bytes: Uint8Array): ExportedRows {
  const found = importKind(bytes)
  if (!('head' in found)) return booksIn([...decodedText(bytes)].join(''))
  const rows = rowsBelow(found.head)
  switch (found.kind) {
    case 'people':
      return { ...noBooks, contacts: contactRows(rows, app.settings().country) }
    case 'promises':
      return { ...noBooks, promises: promiseRows(rows) }
    default:
      return { ...noBooks, entries: entryRows(rows) }
  }
}
