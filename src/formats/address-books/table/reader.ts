import { channelIn } from '../../../domain/channel.ts'
import { contactKinds } from '../../../domain/contact.ts'
import { isOneOf } from '../../../domain/entry.ts'
import type { PartialDate } from '../../../domain/partial-date.ts'
import { canReadChannel } from '../../../parse/channel.ts'
import { readEvery } from '../../../parse/phrase/period.ts'
import type { Cells } from '../../csv/rows.ts'
import type { Column } from './columns.ts'
import { isFilledForAll, isUnset } from '../headers/meanings.ts'
import { fullName, oneLine, type RowFacts } from './people.ts'
import { rowOf, type Row } from './row.ts'
import { addressesIn } from './address.ts'
import { dateOf } from './date.ts'
import type { DateReader } from './date-orders.ts'
import { linksIn, unlessSaid } from './links.ts'
import { emailsIn, phonesIn } from './reach.ts'
import { isChoice, isPeriod, markIn, zoneOf } from './values.ts'

/**
 * Reads each cell of a row into the field of its column. Some values become extra fields named after their column
 * (R71): the second value of a single field, a value that its field cannot hold, and a value in an unknown column.
 * Returns a text with the reason if the row is not a person.
 *
 * @param elsewhere the columns to skip
 * @param unknown collects filled columns whose names are unknown
 * @param dateIn reads the dates
 */
export function columnsReader(
  columns: readonly Column[],
  elsewhere: ReadonlySet<string>,
  { unknown, dateIn }: { readonly unknown: Set<string>; readonly dateIn: DateReader },
): (cells: Cells) => RowFacts | string {
  const byName = new Map(columns.map((column) => [column.name, column]))
  const forAll = new Set(columns.filter(({ name, isMapped }) => !isMapped && isFilledForAll(name)))
  return (cells) => {
    const row = rowOf(cells, byName, elsewhere)
    for (const { column } of row.cells('unknown')) unknown.add(column.name)
    const facts = factsOf(row, forAll, dateIn)
    return row.invalid() ?? { ...facts, extra: row.extra() }
  }
}

function factsOf(row: Row, forAll: ReadonlySet<Column>, dateIn: DateReader): RowFacts {
  const { one, joined } = row
  const name = nameIn(row)
  const company = one('company')
  const kind = one('kind', isChoice(contactKinds), `a kind: ${contactKinds.join(', ')}`).toLowerCase()
  const channel = channelIn(one('channel', canReadChannel, 'a channel: one word such as call or whatsapp'))
  const zone = one('timeZone', (text) => zoneOf(text) !== null, 'a time zone such as Europe/Berlin')
  const every = one('every', isPeriod, 'a period such as "2 weeks"')
  const mark = one(
    'doNotContact',
    (text) => markIn(text) !== undefined,
    '"all", "no", or ways to reach somebody: call, text',
  )
  const notes = row.cells('note').map(({ column, value }) => ({ label: column.label, value }))
  const [note] = notes
  keepOthers(row, forAll, `${name} ${company}`)
  return {
    name,
    company,
    nick: one('nick'),
    title: one('job'),
    department: one('department'),
    nameParts: {
      prefix: joined('prefix'),
      given: joined('first'),
      middle: joined('middle'),
      family: joined('last'),
      suffix: joined('suffix'),
    },
    phones: phonesIn(row),
    emails: emailsIn(row),
    addresses: addressesIn(row),
    ...(note?.label === '' ? { note: note.value } : { notes }),
    tags: row.cells('tag').flatMap(({ value }) => tagsOf(value)),
    links: linksIn(row),
    birthday: birthdayIn(row, dateIn),
    anniversaries: row.cells('anniversary').flatMap((cell) => {
      const date = dateIn(cell.column.name, cell.value)
      if (date === null && !isNoDate(cell.value)) row.keep(cell)
      return date === null ? [] : [{ label: '', date }]
    }),
    uid: one('uid'),
    ...(isOneOf(contactKinds, kind) ? { kind } : {}),
    ...(channel === null ? {} : { channel }),
    ...(zone === '' ? {} : { timeZone: zoneOf(zone) ?? zone }),
    ...(every === '' ? {} : { every: readEvery(every) }),
    met: one('met'),
    from: one('from'),
    word: one('word'),
    bestTime: one('bestTime'),
    doNotContact: markIn(mark) ?? null,
  }
}

/**
 * The whole name, else its parts. A contact collected from emails may only have a display name: "Lager (a@b.example)".
 */
function nameIn(row: Row): string {
  const wholes = row.cells('whole')
  const said = wholes.filter(({ column }) => column.isMapped)
  const taken = said.length > 0 ? said : wholes.slice(0, 1)
  const whole = oneLine(taken.map(({ value }) => value).join(' '))
  for (const cell of wholes) if (!taken.includes(cell) && unlessSaid(cell.value, whole) !== '') row.keep(cell)
  if (whole !== '') return whole
  const [first, middle, last, suffix] = (['first', 'middle', 'last', 'suffix'] as const).map(row.joined)
  const name = fullName({ first, middle, last, suffix })
  if (name !== '') return name
  const shown = oneLine(row.cells('emailName')[0]?.value ?? '').replace(/ ?\([^()]*@[^()]*\)$/, '')
  return shown.includes('@') ? '' : shown
}

/** Keeps values that fit no field, except program defaults and repetitions of other values. */
function keepOthers(row: Row, forAll: ReadonlySet<Column>, said: string): void {
  for (const cell of row.cells('extra', 'unknown'))
    if (!forAll.has(cell.column) || !isUnset(cell.value)) row.keep(cell)
  for (const cell of row.cells('fileAs')) if (unlessSaid(cell.value, said) !== '') row.keep(cell)
  for (const cell of row.cells('emailType')) if (!/^(?:SMTP|EX)$/i.test(cell.value.trim())) row.keep(cell)
  const names = [
    said,
    ...row
      .cells('first', 'last', 'whole')
      .slice(0, 5)
      .map(({ value }) => value),
  ]
  const emails = new Map(row.cells('email').map(({ column, value }) => [column.number, value]))
  for (const cell of row.cells('emailName')) {
    const parts = [...names, emails.get(cell.column.number) ?? ''].map((part) => part.trim())
    const rest = parts.reduce((left, part) => (part === '' ? left : left.replace(part, '')), cell.value)
    if (!/^[\s()'<>,]*$/.test(rest)) row.keep(cell)
  }
}

/** The tags in a cell, without Google's group of all contacts and without the star on its own groups. */
function tagsOf(cell: string): string[] {
  const between = [':::', /[;\r\n]+/, ','].find((mark) => cell.search(mark) >= 0) ?? ','
  return cell
    .split(between)
    .map((tag) => tag.trim())
    .filter((tag) => !/^\* (?:my|other contacts$)|^myContacts$/i.test(tag))
    .map((tag) => tag.replace(/^\*\s+/, ''))
}

/** The birthday, from one cell or from separate year, month and day. An invalid birthday is kept as text. */
function birthdayIn(row: Row, dateIn: DateReader): PartialDate | null {
  let birthday: PartialDate | null = null
  for (const cell of row.cells('birthday')) {
    const date: PartialDate | null = birthday === null ? dateIn(cell.column.name, cell.value) : null
    if (date !== null) birthday = date
    else if (!isNoDate(cell.value)) row.keep(cell)
  }
  const parts = row.cells('birthYear', 'birthMonth', 'birthDay')
  if (parts.length === 0) return birthday
  const part = (field: Column['field']): string | undefined =>
    parts.find(({ column }) => column.field === field)?.value
  const date = birthday === null ? dateOf(part('birthYear'), part('birthMonth'), part('birthDay')) : null
  if (date === null) for (const cell of parts) row.keep(cell)
  return birthday ?? date
}

/** Whether this is Outlook's placeholder for no date. */
function isNoDate(text: string): boolean {
  return text.trim() === '0/0/00'
}
