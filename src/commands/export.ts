import { Argument, Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import type { Contact } from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'
import type { DiaryPromise } from '../domain/promise.ts'
import {
  entriesCsv,
  peopleCsv,
  promisesCsv,
  type ContactRecord,
  type PromiseRecord,
} from '../formats/books.ts'
import { documentParts, entryJson, planJson, runJson, type Json } from '../formats/json.ts'
import { defineCommand } from './command.ts'
import { pagesOf, type Pages } from './export-pages.ts'
import { contactFigures, contactsAsJson, promisesAsJson, standingsOf } from './figures.ts'
import { findContact } from './who.ts'

const books = ['promises', 'people', 'entries', 'all'] as const
type Book = (typeof books)[number]

export const exportBooks = defineCommand({
  diary: 'needed',
  examples: [
    'fu export > promises.csv',
    'fu export people -o people.csv',
    'fu export all -o books',
    'fu export --format json -o diary.json',
  ],
  more: 'With --format json, all of it goes into one document. "all" in CSV is a folder: three files and settings.json.',
  options: (command) =>
    command
      .addArgument(new Argument('[book]', 'what to write out').choices(books))
      .addOption(new Option('--format <format>', 'how (csv)').choices(['csv', 'json'] as const))
      .option('-o, --output <path>', 'a file, or for "all" a folder, instead of the screen')
      .option('--who <who>', 'of this contact alone'),
  run: async (app, [book], { format = app.json ? 'json' : 'csv', output, who }) => {
    const only = who === undefined ? null : await findContact(app, who)
    const pages = pagesOf(app, only)
    const put = async (text: Iterable<string>): Promise<void> => {
      if (output === undefined || output === '-') await app.terminal.printAll(text)
      else app.files.writeAll(output, text)
    }
    if (format === 'json') await put(asJson(app, book ?? 'all', pages, only))
    else if (book === 'all') {
      if (output === undefined || output === '-') {
        throw usage('"all" in CSV is several files.', 'Name a folder for them, as in fu export all -o books.')
      }
      for (const name of ['promises', 'people', 'entries'] as const) {
        app.files.writeAll(`${output}/${name}.csv`, asCsv(app, name, pages))
      }
      app.files.writeAll(`${output}/settings.json`, documentParts(setUp(app, only)))
    } else await put(asCsv(app, book ?? 'promises', pages))
    if (output !== undefined && output !== '-') app.terminal.note(`Written to ${output}.`)
  },
})

function asCsv(app: App, book: Exclude<Book, 'all'>, pages: Pages): Iterable<string> {
  switch (book) {
    case 'promises':
      return promisesCsv(each(pages.promises(), (page) => promiseRecords(app, page)))
    case 'people':
      return peopleCsv(
        each(pages.contacts(), (page) => contactRecords(app, page)),
        pages.extent,
      )
    case 'entries':
      return entriesCsv(pages.entries())
  }
}

function asJson(app: App, book: Book, pages: Pages, only: Contact | null): Iterable<string> {
  const wants = (name: Book): boolean => book === 'all' || book === name
  return documentParts({
    ...(wants('people')
      ? { people: { pages: each(pages.contacts(), (page) => contactsAsJson(app, page)) } }
      : {}),
    ...(wants('promises')
      ? { promises: { pages: each(pages.promises(), (page) => promisesAsJson(app, page)) } }
      : {}),
    ...(wants('entries') ? { entries: { pages: each(pages.entries(), (page) => page.map(entryJson)) } } : {}),
    ...(book === 'all' ? setUp(app, only) : {}),
  })
}

/** What the user set, and the plans: all of the diary that no other book holds. */
function setUp(app: App, only: Contact | null): Record<string, { readonly value: Json }> {
  const runs = app
    .diary()
    .runs(only?.id ?? null)
    .map(runJson)
  if (only !== null) return { runs: { value: runs } }
  const settings = [...app.diary().settings()].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    settings: { value: Object.fromEntries(settings) },
    plans: { value: app.diary().planVersions().map(planJson) },
    runs: { value: runs },
  }
}

function promiseRecords(app: App, promises: readonly DiaryPromise[]): PromiseRecord[] {
  const standings = standingsOf(app, promises)
  const contacts = app.diary().contactsById(promises.map(({ contact }) => contact.id))
  return promises.flatMap((promise) => {
    const contact = contacts.get(promise.contact.id)
    const figures = standings.get(promise.id)
    return contact === undefined || figures === undefined ? [] : [{ promise, contact, figures }]
  })
}

function contactRecords(app: App, contacts: readonly Contact[]): ContactRecord[] {
  const figures = contactFigures(app, contacts)
  return contacts.map((contact) => ({
    contact,
    figures: figures.get(contact.id) ?? { lastContact: null, nextDay: null },
  }))
}

function* each<Row, Made>(
  pages: Iterable<readonly Row[]>,
  make: (page: readonly Row[]) => readonly Made[],
): Generator<readonly Made[]> {
  for (const page of pages) yield make(page)
}
