import type { CardParams, Contact } from '../../domain/contact.ts'
import { dataJson } from '../../domain/entry-data-json.ts'
import type { Entry } from '../../domain/entry.ts'
import { keptOnTime, type DiaryPromise } from '../../domain/promise.ts'
import { everyText } from '../../domain/repeat.ts'
import type { Widest } from '../../domain/exported-diary.ts'
import { namePartNames } from '../../domain/name-parts.ts'
import { partialDateText } from '../../domain/partial-date.ts'
import { rfc3339 } from '../../domain/moment.ts'
import { cadenceText } from '../../domain/cadence.ts'
import { csv, listCell, type Cell } from './csv.ts'
import { columnCell, extraCell, extraColumns, namePartColumns, partsCell } from './detail-columns.ts'
import { remarkText, type ContactFigures, type PromiseFigures } from '../json/json.ts'
import { jsonText } from '../json/text.ts'

export type ContactRecord = { readonly contact: Contact; readonly figures: ContactFigures }

/** A promise with its computed figures and the phone numbers and addresses of its contact. */
export type PromiseRecord = {
  readonly promise: DiaryPromise
  readonly figures: Pick<PromiseFigures, 'attempts' | 'moves'>
  readonly reach: Pick<Contact, 'phones' | 'emails'>
}

type Column<Item> = readonly [name: string, cell: (item: Item) => Cell]

const entryColumns: readonly Column<Entry>[] = [
  ['id', (entry) => entry.id],
  ['uid', (entry) => entry.uid],
  ['at', (entry) => rfc3339(entry.at)],
  ['contact', (entry) => entry.contact.name],
  ['promise', (entry) => entry.promise],
  ['direction', (entry) => entry.direction],
  ['channel', (entry) => entry.channel],
  ['outcome', (entry) => entry.outcome],
  ['text', (entry) => entry.text],
  ['feedback', (entry) => entry.feedback],
  ['act', (entry) => entry.act],
  ['offer', (entry) => entry.offer],
  ['contact_id', (entry) => entry.contact.id],
  ['remark', remarkText],
  ['data', dataText],
]

function dataText(entry: Entry): string | null {
  const data = dataJson(entry)
  return data === null ? null : jsonText(data)
}

const promiseColumns: readonly Column<PromiseRecord>[] = [
  ['id', ({ promise }) => promise.id],
  ['uid', ({ promise }) => promise.uid],
  ['contact', ({ promise }) => promise.contact.name],
  ['company', ({ promise }) => promise.contact.company],
  ['phone', ({ reach: { phones } }) => phones[0]?.e164 ?? phones[0]?.value ?? null],
  ['email', ({ reach: { emails } }) => emails[0]?.value ?? null],
  ['owner', ({ promise }) => promise.owner],
  ['what', ({ promise }) => promise.what],
  ['channel', ({ promise }) => promise.channel],
  ['kind', ({ promise }) => promise.kind],
  ['hot', ({ promise }) => promise.hot],
  ['due_day', ({ promise }) => promise.due.day],
  ['due_time', ({ promise }) => promise.due.time],
  ['promised_day', ({ promise }) => promise.promised.day],
  ['status', ({ promise }) => promise.status],
  ['outcome', ({ promise }) => (promise.status === 'kept' ? promise.outcome : null)],
  ['reason', ({ promise }) => (promise.status === 'open' ? null : promise.reason)],
  ['note', ({ promise }) => (promise.status === 'kept' ? promise.note : null)],
  ['attempts', ({ figures }) => figures.attempts],
  ['moves', ({ figures }) => figures.moves],
  ['made_at', ({ promise }) => rfc3339(promise.madeAt)],
  ['closed_at', ({ promise }) => (promise.status === 'open' ? null : rfc3339(promise.closedAt))],
  ['on_time', ({ promise }) => keptOnTime(promise)],
  ['about', ({ promise }) => promise.about?.name ?? null],
  ['trigger', ({ promise }) => promise.trigger],
  ['promised_time', ({ promise }) => promise.promised.time],
  ['snoozed_until', ({ promise }) => promise.snoozedUntil],
  ['contact_id', ({ promise }) => promise.contact.id],
  ['about_id', ({ promise }) => promise.about?.id ?? null],
  ['plan', ({ promise }) => promise.plan],
  ['run_id', ({ promise }) => promise.step?.run ?? null],
  ['step', ({ promise }) => promise.step?.index ?? null],
  ['window_until', ({ promise }) => promise.windowUntil],
  ['from_call_log', ({ promise }) => promise.openedBy === 'call log'],
  ['from_mail', ({ promise }) => promise.openedBy === 'mail'],
  ['every', ({ promise: { repeat } }) => (repeat === null ? null : everyText(repeat.every))],
  ['anchor_day', ({ promise }) => promise.repeat?.anchor.day ?? null],
  ['anchor_time', ({ promise }) => promise.repeat?.anchor.time ?? null],
  ['occurrence', ({ promise }) => promise.repeat?.occurrence ?? null],
]

/** A table that `fu export` writes. */
export type Book = 'people' | 'promises' | 'entries'

/** Columns that identify each book; every version has written them. */
const marks: Readonly<Record<Book, readonly string[]>> = {
  people: ['id', 'uid', 'name', 'do_not_contact', 'added_at'],
  promises: ['id', 'uid', 'contact', 'owner', 'what', 'due_day'],
  entries: ['id', 'uid', 'at', 'contact', 'direction', 'text'],
}

/** The book of ours that has these columns; `null` for a table of another program. */
export function bookOf(columns: readonly string[]): Book | null {
  const books: readonly Book[] = ['people', 'promises', 'entries']
  return books.find((book) => marks[book].every((column) => columns.includes(column))) ?? null
}

/** The entries as CSV, one page at a time. */
export function entriesCsv(pages: Iterable<readonly Entry[]>): Iterable<string> {
  return table(entryColumns, pages)
}

/** The promises as CSV, a page of them at a time, in the order they come in. */
export function promisesCsv(pages: Iterable<readonly PromiseRecord[]>): Iterable<string> {
  return table(promiseColumns, pages)
}

/** The contacts as CSV, one page at a time, with as many phone and email columns as the contact with the most needs. */
export function peopleCsv(pages: Iterable<readonly ContactRecord[]>, widest: Widest): Iterable<string> {
  const columns: Column<ContactRecord>[] = [
    ['id', ({ contact }) => contact.id],
    ['uid', ({ contact }) => contact.uid],
    ['name', ({ contact }) => contact.name],
    ['company', ({ contact }) => contact.company],
    ['kind', ({ contact }) => contact.kind],
    ['channel', ({ contact }) => contact.channel],
    ...numbered('phone', Math.max(1, widest.phones), ({ phones }) => phones),
    ...numbered('email', Math.max(1, widest.emails), ({ emails }) => emails),
    ['address', ({ contact }) => contact.addresses.map(({ text }) => text).join('\n') || null],
    ['met', ({ contact }) => contact.source.met],
    ['from', ({ contact }) => contact.source.from?.name ?? contact.source.word],
    ['every', ({ contact }) => (contact.every === null ? null : cadenceText(contact.every))],
    ['time_zone', ({ contact }) => contact.timeZone],
    ['tags', ({ contact }) => listCell(contact.tags)],
    ['note', ({ contact }) => contact.note],
    ['do_not_contact', ({ contact }) => doNotContactText(contact)],
    ['added_at', ({ contact }) => rfc3339(contact.addedAt)],
    ['last_contact', ({ figures }) => (figures.lastContact === null ? null : rfc3339(figures.lastContact))],
    ['nick', ({ contact }) => contact.nick],
    ['best_time', ({ contact }) => contact.bestTime],
    ['from_id', ({ contact }) => contact.source.from?.id ?? null],
    ['from_word', ({ contact }) => contact.source.word],
    ...Array.from({ length: widest.phones }, (_, index): Column<ContactRecord> => [
      `phone_${index + 1}_e164`,
      ({ contact }) => contact.phones[index]?.e164 ?? null,
    ]),
    ...numbered('address', widest.addresses, ({ addresses }) =>
      addresses.map(({ label, text: value }) => ({ label, value })),
    ),
    ...detailColumns(widest),
  ]
  return table(columns, pages)
}

/** The parameters of numbers or addresses, each as JSON. */
function paramColumns(
  name: 'phone' | 'email',
  count: number,
  itemsOf: (contact: Contact) => readonly { readonly params?: CardParams }[],
): Column<ContactRecord>[] {
  return Array.from({ length: count }, (_, index): Column<ContactRecord> => [
    `${name}_${index + 1}_params`,
    ({ contact }) => {
      const params = itemsOf(contact)[index]?.params
      return params === undefined ? null : jsonText(params)
    },
  ])
}

/** Columns added in version 5: the other details of a vCard. */
function detailColumns(widest: Widest): Column<ContactRecord>[] {
  const extra = extraColumns(widest.extra)
  return [
    ['title', ({ contact }) => contact.title],
    ['department', ({ contact }) => contact.department],
    ...namePartNames.map((part): Column<ContactRecord> => [
      namePartColumns[part],
      ({ contact }) => contact.nameParts[part],
    ]),
    ['birthday', ({ contact: { birthday } }) => (birthday === null ? null : partialDateText(birthday))],
    ...Array.from({ length: widest.addressParts }, (_, index): Column<ContactRecord> => [
      `address_${index + 1}_parts`,
      ({ contact }) => partsCell(contact.addresses[index]?.parts),
    ]),
    ...paramColumns('phone', widest.phoneParams, ({ phones }) => phones),
    ...paramColumns('email', widest.emailParams, ({ emails }) => emails),
    ...numbered('anniversary', widest.anniversaries, ({ anniversaries }) =>
      anniversaries.map(({ label, date }) => ({ label, value: partialDateText(date) })),
    ),
    ...numbered('link', widest.links, ({ links }) => links),
    ...Array.from({ length: widest.links }, (_, index): Column<ContactRecord> => [
      `link_${index + 1}_kind`,
      ({ contact }) => contact.links[index]?.kind ?? null,
    ]),
    ['extra', ({ contact }) => extraCell(contact.extra, extra)],
    ...extra.map((name): Column<ContactRecord> => [name, ({ contact }) => columnCell(contact.extra, name)]),
  ]
}

function numbered(
  name: 'phone' | 'email' | 'address' | 'anniversary' | 'link',
  count: number,
  list: (contact: Contact) => readonly { readonly label: string | null; readonly value: string }[],
): Column<ContactRecord>[] {
  return Array.from({ length: count }, (_, index): Column<ContactRecord>[] => [
    [`${name}_${index + 1}_label`, ({ contact }) => list(contact)[index]?.label ?? null],
    [`${name}_${index + 1}`, ({ contact }) => list(contact)[index]?.value ?? null],
  ]).flat()
}

function doNotContactText({ doNotContact }: Contact): string | null {
  if (doNotContact === null || doNotContact === 'all') return doNotContact
  return doNotContact.join(', ')
}

function* table<Item>(columns: readonly Column<Item>[], pages: Iterable<readonly Item[]>): Generator<string> {
  yield csv(
    columns.map(([name]) => name),
    [],
  )
  for (const page of pages) {
    yield csv(
      null,
      page.map((item) => columns.map(([, cell]) => cell(item))),
    )
  }
}
