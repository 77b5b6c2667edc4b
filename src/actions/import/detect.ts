import type { App } from '../../app.ts'
import type { ExportedRows } from '../../domain/exported-diary.ts'
import { failed, usage } from '../../domain/errors.ts'
import type { ImportRow } from '../../domain/import.ts'
import { mostRows } from '../../domain/import-limits.ts'
import type { Book } from '../../formats/csv/books.ts'
import { contactRows, entryRows, promiseRows } from '../../formats/csv/diary.ts'
import { booksIn, noBooks } from '../../formats/json/diary.ts'
import { rowsBelow, type CsvRow } from '../../formats/csv/rows.ts'
import { cardsInText, rowsInTable } from '../../formats/text/count-rows.ts'
import { decodedText } from '../../formats/text/decode.ts'
import { importKind, type ImportKind } from '../../formats/address-books/kind.ts'
import { columnMap, mapFields } from '../../formats/address-books/column-map.ts'
import { peopleIn } from '../../formats/address-books/detect.ts'
import { cardsIn } from '../../formats/vcard/vcard.ts'
import { quoted } from '../../parse/shell/quoted.ts'
import type { Pause } from '../../terminal/stop.ts'

/** The formats that can be asked for. */
export const fileFormats = ['csv', 'json', 'vcf'] as const
export type FileFormat = (typeof fileFormats)[number]

/** What a column of a table can be, as --map has it. */
export const tableFields: readonly string[] = mapFields

/**
 * What is in a file: the people of an address book, or books of a diary; what it is, in words; and remarks on how it was
 * read, which are complete once its rows are.
 */
export type Contents = { readonly what: string; readonly notes: () => readonly string[] } & (
  | { readonly people: Iterable<ImportRow> | AsyncIterable<ImportRow>; readonly books: null }
  | { readonly books: ExportedRows; readonly people: null }
)

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
 * What is in a file, or in a folder that `fu export all` wrote; nothing of it is read yet but what tells its kind. Once
 * the bytes are there, it pauses.
 *
 * @throws FuError if the file cannot be read or is nothing that can be imported, or not of the format asked for
 */
export async function readFile(
  app: App,
  file: string,
  { format, map }: { readonly format: FileFormat | null; readonly map: readonly string[] | null },
  pause: Pause,
): Promise<Contents> {
  if (app.files.isFolder(file)) {
    const books = booksOfFolder(app, file)
    await pause()
    return { what: 'a diary', notes: noNotes, books, people: null }
  }
  const bytes = app.files.bytes(file)
  // Not earlier: a user who types the input can still end it at once.
  await pause()
  const columns = map === null ? null : columnMap(map)
  const found = peopleIn(bytes, columns)
  refuseTooManyRows(file, found.kind, bytes)
  if (format !== null && format !== formatOf(found.kind)) {
    throw usage(`${file} is not ${format}, but ${words[found.kind]}.`, 'Leave out --format: fu detects it.')
  }
  const what = words[found.kind]
  if (found.rows !== null) return { what, notes: () => tableNotes(found), people: found.rows, books: null }
  if (found.kind === 'vcard')
    return { what, notes: noNotes, people: cardsIn(decodedText(bytes)), books: null }
  return { what, notes: noNotes, books: booksOf(app, bytes), people: null }
}

const noNotes = (): readonly string[] => []

/** So many columns are named of those that nobody knows. */
const mostNamed = 20

/** How the columns of a table were read, where the user cannot know it. */
function tableNotes({
  guessed,
  unknown,
}: {
  guessed: string | null
  unknown: ReadonlySet<string>
}): string[] {
  const names = [...unknown].slice(0, mostNamed).map(quoted)
  const more = unknown.size > mostNamed ? ` and ${unknown.size - mostNamed} more` : ''
  return [
    ...(guessed === null ? [] : [`Read by the names of its columns: --map ${guessed}`]),
    ...(names.length === 0
      ? []
      : [
          `No field of a contact is known for ${names.join(', ')}${more}: kept as other details. To read one as a field: --map note=${names[0] ?? ''}`,
        ]),
  ]
}

/** @throws FuError `failed` if a file has more rows than one of its length has text for */
function refuseTooManyRows(file: string, kind: ImportKind['kind'], bytes: Uint8Array): void {
  // The rows of a JSON document are counted when it is parsed.
  if (kind === 'json') return
  const rows = kind === 'vcard' ? cardsInText(decodedText(bytes)) : rowsInTable(decodedText(bytes))
  const most = mostRows(bytes.length)
  if (rows <= most) return
  throw failed(
    `${file} has ${rows} ${kind === 'vcard' ? 'cards' : 'rows'}; a file of its size can have at most ${most}.`,
    'Nothing was imported. If it is an address book, split it into several files.',
  )
}

function formatOf(kind: ImportKind['kind']): FileFormat {
  return kind === 'vcard' ? 'vcf' : kind === 'json' ? 'json' : 'csv'
}

/** A book of ours, or a whole diary. */
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

/** The three books and the settings of `fu export all`. */
function booksOfFolder(app: App, folder: string): ExportedRows {
  const names = ['people.csv', 'promises.csv', 'entries.csv', 'settings.json']
  const missing = names.filter((name) => !app.files.exists(`${folder}/${name}`))
  if (missing.length > 0) {
    throw failed(
      `There is no ${missing.join(', no ')} in ${folder}.`,
      'Name a folder that "fu export all" wrote.',
    )
  }
  const setUp = booksIn(app.files.read(`${folder}/settings.json`))
  const rows = (book: Book): AsyncIterable<CsvRow> => {
    const file = `${folder}/${book}.csv`
    const bytes = app.files.bytes(file)
    const found = importKind(bytes)
    refuseTooManyRows(file, found.kind, bytes)
    if ('head' in found && found.kind === book) return rowsBelow(found.head)
    throw failed(`${file} is not what "fu export all" writes.`, 'Export the diary again.')
  }
  return {
    ...setUp,
    contacts: contactRows(rows('people'), setUp.settings.get('country') ?? null),
    promises: promiseRows(rows('promises')),
    entries: entryRows(rows('entries')),
  }
}
