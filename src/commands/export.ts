import { Argument, Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { usage } from '../domain/errors.ts'
import type { Contact } from '../domain/contact.ts'
import {
  entriesCsv,
  peopleCsv,
  promisesCsv,
  type ContactRecord,
  type PromiseRecord,
} from '../formats/books.ts'
import { promisesCalendar } from '../formats/calendar-promises.ts'
import { document, entryJson, type Json } from '../formats/json.ts'
import { peopleCards } from '../formats/vcard-writing.ts'
import { defineCommand } from './command.ts'
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
    'fu export people --format vcf -o people.vcf',
    'fu export --format ics --events -o promises.ics',
  ],
  more: [
    'With --format json, all of it goes into one document. "all" in CSV is a folder:',
    'three files and settings.json. Cards (vcf) are of people, a calendar (ics) of',
    'open promises.',
  ].join('\n'),
  options: (command) =>
    command
      .addArgument(new Argument('[book]', 'what to write out').choices(books))
      .addOption(new Option('--format <format>', 'how (csv)').choices(['csv', 'json', 'vcf', 'ics'] as const))
      .option('--events', 'in a calendar, an event that rings for each promise, besides the to-do')
      .option('-o, --output <path>', 'a file, or for "all" a folder, instead of the screen')
      .option('--who <who>', 'of this contact alone'),
  run: async (app, [book], { format, output, who, events }) => {
    const only = who === undefined ? null : await findContact(app, who)
    checkPair(book, format, events === true)
    const wholeDiary = (format ?? (app.json ? 'json' : 'csv')) === 'json'
    const put = (text: string): void => {
      if (output === undefined || output === '-') app.terminal.print(text)
      else app.files.write(output, text)
    }
    if (wholeDiary) put(document(asJson(app, book ?? 'all', only)))
    else if (format === 'vcf') put([...peopleCards(contactsOf(app, only))].join(''))
    else if (format === 'ics') put(asCalendar(app, only, events === true))
    else if (book === 'all') {
      if (output === undefined)
        throw usage('"all" in CSV is several files.', 'Name a folder for them, as in fu export all -o books.')
      for (const name of ['promises', 'people', 'entries'] as const) {
        app.files.write(`${output}/${name}.csv`, asCsv(app, name, only))
      }
      app.files.write(`${output}/settings.json`, document({ settings: settingsOf(app) }))
    } else put(asCsv(app, book ?? 'promises', only))
    if (output !== undefined && output !== '-') app.terminal.note(`Written to ${output}.`)
  },
})

/** Cards are of people, calendars of promises. */
function checkPair(book: Book | undefined, format: string | undefined, events: boolean): void {
  if (format === 'vcf' && book !== undefined && book !== 'people') {
    throw usage(`Cards are of people, not of ${book}.`, 'Write them with fu export people --format vcf.')
  }
  if (format === 'ics' && book !== undefined && book !== 'promises') {
    throw usage(`A calendar is of promises, not of ${book}.`, 'Write it with fu export --format ics.')
  }
  if (events && format !== 'ics') {
    throw usage('Events stand in a calendar.', 'Write one with fu export --format ics --events.')
  }
}

/** How long before its time an event rings. */
const minutesBefore = 10

function asCalendar(app: App, only: Contact | null, events: boolean): string {
  const open = promiseRecords(app, only).filter(({ promise }) => promise.status === 'open')
  const items = open.map(({ promise, contact, figures }) => ({ promise, contact, ...figures }))
  const alarm = { minutesBefore, dayAt: app.settings().week.opens }
  return [...promisesCalendar(items, { events, alarm, momentAt: app.momentAt })].join('')
}

function asCsv(app: App, book: Exclude<Book, 'all'>, only: Contact | null): string {
  switch (book) {
    case 'promises':
      return promisesCsv(promiseRecords(app, only))
    case 'people':
      return peopleCsv(contactRecords(app, only))
    case 'entries':
      return entriesCsv(app.diary().entries(only?.id ?? null))
  }
}

function asJson(app: App, book: Book, only: Contact | null): { readonly [field: string]: Json } {
  const wants = (name: Book): boolean => book === 'all' || book === name
  return {
    ...(wants('people') ? { people: contactsAsJson(app, contactsOf(app, only)) } : {}),
    ...(wants('promises') ? { promises: promisesAsJson(app, app.diary().promises(filterOf(only))) } : {}),
    ...(wants('entries')
      ? {
          entries: app
            .diary()
            .entries(only?.id ?? null)
            .map(entryJson),
        }
      : {}),
    ...(book === 'all' && only === null ? { settings: settingsOf(app) } : {}),
  }
}

function promiseRecords(app: App, only: Contact | null): PromiseRecord[] {
  const promises = app.diary().promises(filterOf(only))
  const standings = standingsOf(app, promises)
  const contacts = new Map(
    app
      .diary()
      .contacts()
      .map((contact) => [contact.id, contact]),
  )
  return promises.flatMap((promise) => {
    const contact = contacts.get(promise.contact.id)
    const figures = standings.get(promise.id)
    return contact === undefined || figures === undefined ? [] : [{ promise, contact, figures }]
  })
}

function contactRecords(app: App, only: Contact | null): ContactRecord[] {
  const contacts = contactsOf(app, only)
  const figures = contactFigures(app, contacts)
  return contacts.map((contact) => ({
    contact,
    figures: figures.get(contact.id) ?? { lastContact: null, nextDay: null },
  }))
}

/** In the order they were added, which does not change. */
function contactsOf(app: App, only: Contact | null): Contact[] {
  return only === null
    ? app
        .diary()
        .contacts()
        .sort((a, b) => a.id - b.id)
    : [only]
}

function filterOf(only: Contact | null): { readonly contacts?: readonly number[] } {
  return only === null ? {} : { contacts: [only.id] }
}

function settingsOf(app: App): Record<string, string> {
  return Object.fromEntries([...app.diary().settings()].sort(([a], [b]) => (a < b ? -1 : 1)))
}
