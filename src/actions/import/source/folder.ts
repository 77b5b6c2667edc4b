import type { App } from '../../../app.ts'
import { failed, FuError } from '../../../domain/errors.ts'
import type { ExportedRows } from '../../../domain/exported-diary.ts'
import type { FileRow } from '../../../domain/import.ts'
import { importKind } from '../../../formats/address-books/kind.ts'
import type { Book } from '../../../formats/csv/books.ts'
import { contactRows, entryRows, promiseRows } from '../../../formats/csv/diary.ts'
import { rowsBelow, type CsvRow } from '../../../formats/csv/rows.ts'
import { booksIn } from '../../../formats/json/diary.ts'
import { decodedText } from '../../../formats/text/decode.ts'
import { cardsIn } from '../../../formats/vcard/vcard.ts'
import { rowsOfFile, type Contents } from './contents.ts'
import { refuseTooManyRows } from './row-limit.ts'

const booksOfDiary = ['people.csv', 'promises.csv', 'entries.csv', 'settings.json']

/** Hidden system files, such as .DS_Store and ._ada.vcf. */
const hidden = /(?:^|[\\/])\.[^\\/]*$/

/**
 * The content of a folder: the files of `fu export all`, or vCards, up to ten folders deep.
 *
 * @throws FuError `failed` if it has neither, or cannot be read
 */
export function readFolder(app: App, folder: string): Contents {
  const missing = booksOfDiary.filter((name) => !app.files.exists(`${folder}/${name}`))
  if (missing.length === 0) {
    return { what: 'a diary', notes: [], books: booksOfFolder(app, folder), people: null }
  }
  const files = (app.files.list(folder) ?? []).filter((file) => !hidden.test(file))
  const cards = files.filter((file) => /\.(?:vcf|vcard)$/i.test(file))
  if (cards.length === 0) {
    throw failed(
      missing.length === booksOfDiary.length
        ? `There are no vCards and no files of "fu export all" in ${folder}.`
        : `There is no ${missing.join(', no ')} in ${folder}.`,
      'Name a folder of .vcf files, or one from "fu export all".',
    )
  }
  const others = files.length - cards.length
  return {
    what: cards.length === 1 ? '1 file of vCards' : `${cards.length} files of vCards`,
    notes:
      others === 0
        ? []
        : [`${others === 1 ? '1 file of other kinds was' : `${others} files of other kinds were`} not read.`],
    people: cardsOfFiles(app, folder, cards),
    books: null,
  }
}

/** The cards of each file, one file in memory at a time; a file that cannot be read is a row that cannot be read. */
async function* cardsOfFiles(app: App, folder: string, files: readonly string[]): AsyncGenerator<FileRow> {
  for (const file of files) {
    const name = file.slice(folder.length).replace(/^[\\/]+/, '')
    try {
      const bytes = app.files.bytes(file)
      const { kind } = importKind(bytes)
      refuseTooManyRows(file, kind, bytes)
      if (kind === 'vcard') yield* rowsOfFile(name, cardsIn(decodedText(bytes)))
      else yield { file: name, row: { line: 1, invalid: 'It is not a vCard.' } }
    } catch (error) {
      if (!(error instanceof FuError)) throw error
      yield { file: name, row: { line: 1, invalid: error.message } }
    }
  }
}

/** The three books and the settings of `fu export all`. */
function booksOfFolder(app: App, folder: string): ExportedRows {
  const setUp = booksIn(app.files.read(`${folder}/settings.json`))
  const rows = (book: Book): AsyncIterable<CsvRow> => {
    const file = `${folder}/${book}.csv`
    const bytes = app.files.bytes(file)
    const found = importKind(bytes)
    refuseTooManyRows(file, found.kind, bytes)
    if ('head' in found && found.kind === book) return rowsBelow(found.head)
    throw failed(`${file} is not a file of "fu export all".`, 'Export the diary again.')
  }
  return {
    ...setUp,
    contacts: contactRows(rows('people'), setUp.settings.get('country') ?? null),
    promises: promiseRows(rows('promises')),
    entries: entryRows(rows('entries')),
  }
}
