import { channels, contactKinds } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { quoted } from '../../parse/shell/quoted.ts'
import { fullName, spaced, type Labelled, type RowFacts, type RowReader } from './read.ts'
import type { Cells } from '../csv/rows.ts'

/** The fields that a column of a table can be, in the order in which they are listed. */
export const mapFields = [
  'name',
  'first',
  'last',
  'company',
  'nick',
  'phone',
  'email',
  'address',
  'met',
  'from-word',
  'kind',
  'channel',
  'tag',
  'note',
  'uid',
  'time-zone',
  'best-time',
] as const
export type MapField = (typeof mapFields)[number]

/** Which columns of a table are which field; several of one field in the order they were given. */
export type ColumnMap = ReadonlyMap<MapField, readonly string[]>

/** Fields that several columns can fill. */
const manifold: ReadonlySet<MapField> = new Set(['name', 'phone', 'email', 'address', 'tag', 'note'])

const howTo = 'Say which column is what: --map name="Full name" phone=Tel'

/**
 * The columns that were said to be fields: `name="Full name"`, `phone=Tel`.
 *
 * @example columnMap(['name=Full name', 'phone=Tel', 'phone=Mobile'])
 * // Map { 'name' => ['Full name'], 'phone' => ['Tel', 'Mobile'] }
 * @throws FuError `usage` if a word is not `field=column`, the field is unknown, or already has a column
 */
export function columnMap(words: readonly string[]): ColumnMap {
  const map = new Map<MapField, string[]>()
  for (const word of words) {
    const [, name, column] = /^\s*([^=]*?)\s*=\s*([^]*?)\s*$/.exec(word) ?? []
    if (name === undefined || column === undefined || column === '') {
      throw usage(`${quoted(word)} does not say which column is what.`, 'Write it as field=column: phone=Tel')
    }
    const field = mapFields.find((known) => known === name.toLowerCase())
    if (field === undefined)
      throw usage(`There is no field ${quoted(name)}.`, `The fields are ${mapFields.join(', ')}.`)
    const given = map.get(field) ?? []
    if (given.length > 0 && !manifold.has(field)) {
      throw usage(
        `"${field}" takes one column, not "${given.join('", "')}" and "${column}".`,
        'Leave one of them out.',
      )
    }
    map.set(field, [...given, column])
  }
  return map
}

/**
 * Reads the rows of a table whose columns the user named. Columns that were not named are left out.
 *
 * @throws FuError `usage` for a column that the table has not, and where no column can name or reach anybody
 */
export function mappedReader(map: ColumnMap, columns: readonly string[]): RowReader {
  const found = new Map(
    [...map].map(([field, names]) => [field, names.map((name) => columnIn(columns, name))]),
  )
  if (!reaches(map)) {
    throw usage('No column is mapped to a name, a number or an address.', howTo)
  }
  return (cells) => factsOf(cells, found)
}

/** The columns that a map does not name, in their order. */
export function leftOutBy(map: ColumnMap, columns: readonly string[]): string[] {
  const named = new Set([...map.values()].flat().map((name) => columnIn(columns, name)))
  return columns.filter((column) => column !== '' && !named.has(column))
}

/**
 * The map that the names of a table's columns make: `null` if one of them is no field, or is one that another column
 * has, so that nothing is left out unsaid; and where they reach or name nobody.
 */
export function mapByNames(columns: readonly string[]): ColumnMap | null {
  const map = seemingMap(columns)
  const known = [...map.values()].flat().length
  const isAll = known === columns.filter((column) => column !== '').length
  return isAll && reaches(map) ? map : null
}

/** The map as it is typed: `name="Full name" phone=Tel`. */
export function mapText(map: ColumnMap): string {
  const named = [...map].flatMap(([field, columns]) => columns.map((column) => ({ field, column })))
  return named.map(({ field, column }) => `${field}=${/\s/.test(column) ? `"${column}"` : column}`).join(' ')
}

/** The error for a table whose columns are unknown. */
export function unmapped(columns: readonly string[]): Error {
  const map = seemingMap(columns)
  const hint = map.size === 0 ? howTo : `Say which column is what, as in --map ${mapText(map)}`
  return usage(`fu does not know the program that wrote this table. ${itsColumns(columns)}`, hint)
}

/** What columns seem to be by their names; of a field that takes one column, the first. */
function seemingMap(columns: readonly string[]): ColumnMap {
  const map = new Map<MapField, readonly string[]>()
  for (const column of columns) {
    const field = fieldCalled(column)
    const given = field === null ? [] : (map.get(field) ?? [])
    if (field !== null && (given.length === 0 || manifold.has(field))) map.set(field, [...given, column])
  }
  return map
}

/** Whether a table with these fields can name or reach anybody. */
function reaches(map: ColumnMap): boolean {
  return reaching.some((field) => map.has(field))
}

const reaching: readonly MapField[] = ['name', 'first', 'last', 'phone', 'email', 'address']

/** What columns are often called besides the names of the fields. */
const otherNames: ReadonlyMap<string, MapField> = new Map([
  ['full name', 'name'],
  ['first name', 'first'],
  ['last name', 'last'],
  ['surname', 'last'],
  ['organization', 'company'],
  ['organisation', 'company'],
  ['nickname', 'nick'],
  ['tel', 'phone'],
  ['telephone', 'phone'],
  ['mobile', 'phone'],
  ['phone number', 'phone'],
  ['e-mail', 'email'],
  ['mail', 'email'],
  ['email address', 'email'],
  ['tags', 'tag'],
  ['notes', 'note'],
])

/** The field that a column seems to be by its name. */
function fieldCalled(column: string): MapField | null {
  const name = column.trim().toLowerCase()
  return mapFields.find((field) => field === name) ?? otherNames.get(name) ?? null
}

function factsOf(cells: Cells, map: ColumnMap): RowFacts | string {
  const all = (field: MapField): string[] =>
    (map.get(field) ?? []).map((column) => (cells[column] ?? '').trim())
  const one = (field: MapField): string => all(field).join(' ').trim()
  const kind = contactKinds.find((known) => known === one('kind').toLowerCase())
  const channel = channels.find((known) => known === one('channel').toLowerCase())
  const timeZone = zoneOf(one('time-zone'))
  if (kind === undefined && one('kind') !== '')
    return `${quoted(one('kind'))} is not a kind: ${contactKinds.join(', ')}`
  if (channel === undefined && one('channel') !== '') {
    return `${quoted(one('channel'))} is not a channel: ${channels.join(', ')}`
  }
  if (timeZone === null) return `${quoted(one('time-zone'))} is not a time zone such as Europe/Berlin`
  const notes = labelled(cells, map.get('note') ?? [], null)
  return {
    name: spaced(...all('name'), fullName({ first: one('first'), last: one('last') })),
    company: one('company'),
    nick: one('nick'),
    phones: labelled(cells, map.get('phone') ?? [], /[\r\n]|:::/),
    emails: labelled(cells, map.get('email') ?? [], /[,;\r\n]|:::/),
    addresses: [{ label: '', value: all('address').join('\n') }],
    tags: all('tag').flatMap((cell) => cell.split(/[,;\r\n]|:::/)),
    ...(notes.length > 1 ? { notes } : { note: one('note') }),
    uid: one('uid'),
    ...(kind === undefined ? {} : { kind }),
    ...(channel === undefined ? {} : { channel }),
    ...(timeZone === '' ? {} : { timeZone }),
    met: one('met'),
    word: one('from-word'),
    bestTime: one('best-time'),
  }
}

/** The values of the columns, each by the name of its column where there are several. */
function labelled(cells: Cells, columns: readonly string[], between: RegExp | null): Labelled[] {
  return columns.flatMap((column) => {
    const cell = cells[column] ?? ''
    const values = between === null ? [cell] : cell.split(between)
    return values.map((value) => ({
      label: columns.length > 1 ? column.toLowerCase() : '',
      value: value.trim(),
    }))
  })
}

/** A time zone by the name the system has for it; `''` for none, `null` for what is none. */
function zoneOf(text: string): string | null {
  if (text === '') return ''
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** The column of that name, in small or in capital letters. */
function columnIn(columns: readonly string[], name: string): string {
  const isIt = (column: string): boolean => column.toLowerCase() === name.toLowerCase()
  const found = columns.includes(name) ? name : columns.find(isIt)
  if (found === undefined || found === '') {
    throw usage(`The file has no column ${quoted(name)}.`, itsColumns(columns))
  }
  return found
}

/** The names of the columns, as many and as much of each as can be read. */
function itsColumns(columns: readonly string[]): string {
  const named = columns.filter((column) => column !== '').map(quoted)
  const shown = named.slice(0, 40)
  const more = named.length - shown.length
  return `Its columns are ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}
