import { fullName, oneLine, spaced, type Labelled, type RowReader } from './read.ts'
import { filledAmong, type Cells } from '../csv/rows.ts'

/** The numbers, those that reach the person first. */
const phones = (
  'Primary Phone|Mobile Phone|Business Phone|Business Phone 2|Home Phone|Home Phone 2|' +
  'Company Main Phone|Car Phone|Other Phone|Callback|Radio Phone|Pager|Business Fax|Home Fax|Other Fax'
).split('|')

const emails = ['E-mail Address', 'E-mail 2 Address', 'E-mail 3 Address']

const pages = ['Web Page', 'Personal Web Page']

const places = ['Business', 'Home', 'Other']

const addressParts =
  'Address|Street|Street 2|Street 3|Address PO Box|City|State|Postal Code|Country/Region|Country'.split('|')

/** What Outlook writes for a value that nobody chose. */
const unset: Readonly<Record<string, string>> = {
  Gender: 'Unspecified',
  Priority: 'Normal',
  Private: 'False',
  Sensitivity: 'Normal',
}

/** Columns that become fields of a contact, or repeat one. */
const read = new Set([
  ...(
    'Title|First Name|Middle Name|Last Name|Suffix|Nickname|Company|Notes|Categories|' +
    'Job Title|Department|Birthday|Anniversary|E-mail Type|E-mail 2 Type|E-mail 3 Type'
  ).split('|'),
  ...phones,
  ...emails,
  ...pages,
  ...places.flatMap((place) => addressParts.map((part) => `${place} ${part}`)),
])

/** Whether a table has the columns of Outlook, of the program or of outlook.com, or of Google's copy of them. */
export function isOutlook(columns: readonly string[]): boolean {
  const has = (column: string): boolean => columns.includes(column)
  return has('First Name') && has('Last Name') && [...emails, ...phones].some(has)
}

/** Reads the rows of Outlook. */
export function outlookReader(columns: readonly string[]): RowReader {
  const filled = filledAmong(columns.filter((column) => column !== '' && !read.has(column)))
  return (cells) => ({
    name: nameOf(cells),
    company: cells['Company'] ?? '',
    nick: cells['Nickname'] ?? '',
    phones: phones.map((column) => ({
      label: column.replace(' Phone', '').replace('Business', 'work').toLowerCase(),
      value: cells[column] ?? '',
    })),
    emails: emails.map((column) => ({ label: '', value: cells[column] ?? '' })),
    addresses: places.map((place) => addressOf(cells, place)),
    tags: (cells['Categories'] ?? '').split(';').filter((tag) => oneLine(tag) !== 'myContacts'),
    note: cells['Notes'] ?? '',
    title: cells['Job Title'] ?? '',
    department: cells['Department'] ?? '',
    nameParts: {
      prefix: cells['Title'] ?? '',
      given: cells['First Name'] ?? '',
      middle: cells['Middle Name'] ?? '',
      family: cells['Last Name'] ?? '',
      suffix: cells['Suffix'] ?? '',
    },
    birthday: saysSomething(cells, 'Birthday'),
    anniversaries: [{ label: '', value: saysSomething(cells, 'Anniversary') }],
    links: pages.map((column) => ({ label: '', value: cells[column] ?? '', kind: 'page' as const })),
    extra: filled(cells).map((column) => ({ label: column, value: saysSomething(cells, column) })),
  })
}

/** The name; of somebody who only ever wrote, what their messages showed: "Lager (lager@weiss.example)". */
function nameOf(cells: Cells): string {
  const name = fullName({
    first: cells['First Name'],
    middle: cells['Middle Name'],
    last: cells['Last Name'],
    suffix: cells['Suffix'],
  })
  if (name !== '') return name
  const shown = oneLine(cells['E-mail Display Name'] ?? '').replace(/ ?\([^()]*@[^()]*\)$/, '')
  return shown.includes('@') ? '' : shown
}

function addressOf(cells: Cells, place: string): Labelled {
  const part = (name: string): string => oneLine(cells[`${place} ${name}`] ?? '')
  const country = part('Country/Region')
  const lines = [
    part('Street'),
    part('Street 2'),
    part('Street 3'),
    part('Address PO Box'),
    spaced(part('City'), part('State'), part('Postal Code')),
    country === '' ? part('Country') : country,
  ].filter((line) => line !== '')
  const whole = (cells[`${place} Address`] ?? '').trim()
  return { label: place.replace('Business', 'work'), value: whole === '' ? lines.join('\n') : whole }
}

/** A cell, unless Outlook filled it: a default, or a repetition of the name and address of an email. */
function saysSomething(cells: Cells, column: string): string {
  const value = cells[column] ?? ''
  if (value === unset[column] || value === '0/0/00') return ''
  const [, number = ''] = /^E-mail( \d)? Display Name$/.exec(column) ?? []
  if (!column.endsWith('Display Name')) return value
  const said = [nameOf(cells), cells['First Name'], cells['Last Name'], cells[`E-mail${number} Address`]]
  const rest = said.reduce<string>(
    (left, part) => (part === undefined ? left : left.replace(part, '')),
    value,
  )
  return /^[\s()'<>,]*$/.test(rest) ? '' : value
}
