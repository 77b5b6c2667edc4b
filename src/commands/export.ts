import { Argument, Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import type { Contact } from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'
import type { Book } from '../formats/csv/books.ts'
import { documentParts } from '../formats/json/json.ts'
import { cardView } from '../views/card/card.ts'
import { plainTheme } from '../views/layout/theme.ts'
import { cardOf } from '../actions/people/card-facts.ts'
import { defineCommand } from '../command/define-command.ts'
import { asCalendar, asCards, asCsv, asJson, setUp } from '../actions/export/documents.ts'
import { writeDocument } from '../actions/write-document.ts'
import { readOutput } from '../parse/output.ts'
import { pagesOf, type Pages } from '../actions/export/pages.ts'
import { findContact } from '../actions/people/find-contact.ts'

const books = ['promises', 'people', 'entries', 'all'] as const
const formats = ['csv', 'json', 'vcf', 'ics', 'text'] as const
type Format = (typeof formats)[number]

/** What is to be written out, and how. */
type Wanted = {
  readonly book: Book | 'all' | undefined
  readonly format: Format
  readonly only: Contact | null
  readonly events: boolean
}

export const exportBooks = defineCommand({
  diary: 'needed',
  examples: [
    'fu export > promises.csv',
    'fu export people -o people.csv',
    'fu export all -o books',
    'fu export --format json -o diary.json',
    'fu export people --format vcf -o people.vcf',
    'fu export --format ics --events -o promises.ics',
    'fu export --who gary --format text',
  ],
  details: [
    'With --format json, all of it goes into one document. "all" in CSV is a folder:',
    'three files and settings.json; "fu import" brings either back. Cards (vcf) are of',
    'people, a calendar (ics) of open promises, a text of one contact.',
    'In CSV, an apostrophe stands before what a spreadsheet would take for a formula,',
    'in the middle of a cell too; "fu import" takes it away again.',
  ].join('\n'),
  options: (command) =>
    command
      .addArgument(new Argument('[book]', 'what to write out').choices(books))
      .addOption(new Option('--format <format>', 'how (csv)').choices(formats))
      .option('--events', 'in a calendar, an event that rings for each promise, besides the to-do')
      .option('-o, --output <path>', 'a file, or for "all" a folder, instead of the screen; "-" for stdout')
      .option('--who <who>', 'of this contact alone'),
  run: async (app, [book], { format = app.json ? 'json' : 'csv', output, who, events = false }) => {
    const only = who === undefined ? null : await findContact(app, who)
    const wanted = { book, format, only, events }
    checkPair(wanted)
    const pages = pagesOf(app, only)
    const file = readOutput(output)
    if (format === 'csv' && book === 'all') {
      if (file === null) {
        throw usage('"all" in CSV is several files.', 'Name a folder for them, as in fu export all -o books.')
      }
      for (const name of ['promises', 'people', 'entries'] as const) {
        app.files.write(`${file}/${name}.csv`, asCsv(app, name, pages))
      }
      app.files.write(`${file}/settings.json`, documentParts(setUp(app, only)))
      app.terminal.noteWrite(`Written to ${file}.`)
    } else await writeDocument(app, file, written(app, wanted, pages))
    if (isAll(wanted) && app.diary().hasSuppressionList()) {
      app.terminal.noteWrite(
        'Who is not to come back stays with this diary: an import elsewhere would let them in. "fu backup" keeps them out.',
      )
    }
  },
})

/** Whether a diary elsewhere can be made of it. */
function isAll({ book, format, only }: Wanted): boolean {
  return only === null && (book === 'all' || (book === undefined && format === 'json'))
}

function written(app: App, { book, format, only, events }: Wanted, pages: Pages): Iterable<string> {
  switch (format) {
    case 'csv':
      return asCsv(app, book === undefined || book === 'all' ? 'promises' : book, pages)
    case 'json':
      return asJson(app, book ?? 'all', pages, only)
    case 'vcf':
      return asCards(pages)
    case 'ics':
      return asCalendar(app, pages, events)
    case 'text': {
      const { words, terminal } = app
      return only === null
        ? []
        : [cardView(cardOf(app, only), { theme: plainTheme, words, width: terminal.width })]
    }
  }
}

/** Cards are of people, calendars of promises, a text of one contact. */
function checkPair({ book, format, only, events }: Wanted): void {
  if (format === 'vcf' && book !== undefined && book !== 'people') {
    throw usage(`Cards are of people, not of ${book}.`, 'Write them with fu export people --format vcf.')
  }
  if (format === 'ics' && book !== undefined && book !== 'promises') {
    throw usage(`A calendar is of promises, not of ${book}.`, 'Write it with fu export --format ics.')
  }
  if (format === 'text' && (only === null || book !== undefined)) {
    throw usage('A text is of one contact, all of it.', 'Write it with fu export --who gary --format text.')
  }
  if (events && format !== 'ics') {
    throw usage('Events stand in a calendar.', 'Write one with fu export --format ics --events.')
  }
}
