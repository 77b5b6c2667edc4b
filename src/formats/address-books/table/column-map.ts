import { usage } from '../../../domain/errors.ts'
import { quoted } from '../../../parse/shell/quoted.ts'
import type { ColumnField } from '../headers/header.ts'

/** The fields that a column of a table can be, in the order in which they are listed, and what each is to the reader. */
const fields = {
  name: 'whole',
  prefix: 'prefix',
  first: 'first',
  middle: 'middle',
  last: 'last',
  suffix: 'suffix',
  company: 'company',
  department: 'department',
  title: 'job',
  nick: 'nick',
  phone: 'phone',
  email: 'email',
  address: 'address',
  link: 'link',
  birthday: 'birthday',
  anniversary: 'anniversary',
  met: 'met',
  from: 'from',
  'from-word': 'word',
  kind: 'kind',
  channel: 'channel',
  every: 'every',
  'do-not-contact': 'doNotContact',
  tag: 'tag',
  note: 'note',
  uid: 'uid',
  'time-zone': 'timeZone',
  'best-time': 'bestTime',
  extra: 'extra',
} as const satisfies Readonly<Record<string, ColumnField>>

export type MapField = keyof typeof fields
export const mapFields = Object.keys(fields) as readonly MapField[]

/** Which columns of a table are which field; several of one field in the order they were given. */
export type ColumnMap = ReadonlyMap<MapField, readonly string[]>

/** Fields that several columns can fill. */
const manifold: ReadonlySet<MapField> = new Set([
  'name',
  'prefix',
  'first',
  'middle',
  'last',
  'suffix',
  'phone',
  'email',
  'address',
  'link',
  'anniversary',
  'tag',
  'note',
  'extra',
])

/** Whether several columns can be one field. */
export function isManifold(field: MapField): boolean {
  return manifold.has(field)
}

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
 * What the map says of columns, by their names, in small or in capital letters; of one that it names twice, the first.
 *
 * @throws FuError `usage` for a column that the table has not
 */
export function mappedColumns(map: ColumnMap, columns: readonly string[]): ReadonlyMap<string, ColumnField> {
  const mapped = new Map<string, ColumnField>()
  for (const [field, names] of map) {
    for (const name of names) {
      const column = columnIn(columns, name)
      if (!mapped.has(column)) mapped.set(column, fields[field])
    }
  }
  return mapped
}

/** A map as it is typed: `name="Full name" phone=Tel`. */
export function mapText(named: readonly (readonly [field: MapField, column: string])[]): string {
  const sorted = mapFields.flatMap((field) => named.filter(([known]) => known === field))
  return sorted
    .map(([field, column]) => `${field}=${/[\s;&|'*<>()$]/.test(column) ? `"${column}"` : column}`)
    .join(' ')
}

/** The error for a table none of whose columns names or reaches anybody. */
export function unmapped(columns: readonly string[]): Error {
  const [name, phone] = columns.filter((column) => /\p{L}/u.test(column))
  const example = [
    ...(name === undefined ? [] : [['name', name] as const]),
    ...(phone === undefined ? [] : [['phone', phone] as const]),
  ]
  return usage(
    `No column of this table says a name, a company, a number or an address. ${itsColumns(columns)}`,
    example.length === 0 ? howTo : `Say which column is what, as in --map ${mapText(example)}`,
  )
}

/** The column of that name, in small or in capital letters; one without a name by its place, as rows have it. */
function columnIn(columns: readonly string[], name: string): string {
  const isIt = (column: string): boolean => column.toLowerCase() === name.toLowerCase()
  const found = columns.includes(name) ? name : columns.find(isIt)
  if (found === undefined || found === '') {
    const [nameless, place] = /^column (\d+)$/i.exec(name) ?? []
    if (nameless !== undefined && (columns[Number(place) - 1] ?? '') === '') return nameless.toLowerCase()
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
