import type { ExportedRow, ExportedRows, ExportedDiary } from '../../domain/exported-diary.ts'
import { failed } from '../../domain/errors.ts'
import { mostRows } from '../../domain/import-limits.ts'
import { checkShape } from './shape.ts'
import { rowReaders, type RowReader } from './schema.ts'

/** The version of the documents that this program writes. */
const newest = 1

/** The longest setting, in characters: 5,000 days off. */
const longestSetting = 100_000

/** Empty books. */
export const noBooks: ExportedDiary = {
  contacts: [],
  plans: [],
  runs: [],
  promises: [],
  entries: [],
  settings: new Map(),
}

/**
 * The books in a document of `fu export --format json`, or in its `settings.json`. Every row is returned, valid or with
 * the reason why it is not. Rows are checked lazily.
 *
 * @throws FuError `failed` if the text is not such a document
 */
export function booksIn(text: string): ExportedRows {
  const document = documentIn(text)
  refuseTooManyRows(document, text.length)
  const settings = settingsIn(document['settings'])
  const read = rowReaders(settings.get('country') ?? null)
  const list = <Row>(name: string, reader: RowReader<Row>): Iterable<ExportedRow<Row>> => {
    const rows = document[name] ?? []
    if (!Array.isArray(rows)) throw failed(`"${name}" is not a list in this document.`, notOurs)
    return readBy(reader, name, rows)
  }
  return {
    contacts: list('people', read.contact),
    plans: list('plans', read.plan),
    runs: list('runs', read.run),
    promises: list('promises', read.promise),
    entries: list('entries', read.entry),
    settings,
  }
}

/** @throws FuError `failed` if a document has more rows than its length allows */
function refuseTooManyRows(document: Readonly<Record<string, unknown>>, length: number): void {
  const lists = Object.values(document).filter((value): value is unknown[] => Array.isArray(value))
  const rows = lists.reduce((sum, list) => sum + list.length, 0)
  const most = mostRows(length)
  if (rows <= most) return
  throw failed(`This document has ${rows} rows; a document of this length can have at most ${most}.`, notOurs)
}

function* readBy<Row>(
  reader: RowReader<Row>,
  name: string,
  rows: readonly unknown[],
): Generator<ExportedRow<Row>> {
  for (const [index, row] of rows.entries()) yield reader(`${name} ${index + 1}`, row)
}

const notOurs = 'fu reads the documents that "fu export --format json" writes.'

function documentIn(text: string): Readonly<Record<string, unknown>> {
  checkShape(text)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw failed(`This is not JSON: ${reason.replace(/\.$/, '')}.`, notOurs, error)
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw failed('This JSON is not a diary.', notOurs)
  }
  const fields = document as Readonly<Record<string, unknown>>
  const version = fields['version']
  const books = ['people', 'promises', 'entries', 'settings']
  if (typeof version !== 'number' || !books.some((book) => book in fields)) {
    throw failed('This JSON is not a diary.', notOurs)
  }
  if (version > newest) {
    throw failed(
      `This was written by a newer fu (version ${version}; this one knows ${newest}).`,
      'Update fu first.',
    )
  }
  return fields
}

function settingsIn(settings: unknown): ReadonlyMap<string, string> {
  if (settings === undefined) return new Map()
  const isRecord = typeof settings === 'object' && settings !== null && !Array.isArray(settings)
  const entries: [string, unknown][] = isRecord ? Object.entries(settings) : []
  const read = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const isText = read.length === entries.length && read.every(([, value]) => value.length <= longestSetting)
  if (!isRecord || !isText) throw failed('The settings are not all short texts.', notOurs)
  return new Map(read)
}
