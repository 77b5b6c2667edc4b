import { usage } from '../../../domain/errors.ts'
import { quoted } from '../../../parse/shell/quoted.ts'
import type { ColumnField } from '../headers/header.ts'

/** The fields that a column can be mapped to, in listing order, and the reader's name for each. */
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

/** The columns mapped to each field; several for one field keep the order in which they were given. */
export type ColumnMap = ReadonlyMap<MapField, readonly string[]>

/** Fields that several columns can fill together. */
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

/** Whether several columns can be mapped to a field. */
export function isManifold(field: MapField): boolean {
  return manifold.has(field)
}

const howTo = 'Map the columns to fields: --map name="Full name" phone=Tel'

/**
 * Parses words such as `name="Full name"` and `phone=Tel`.
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
      throw usage(`${quoted(word)} does not map a column to a field.`, 'Write it as field=column: phone=Tel')
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
 * The mapped field of each column, by column name, ignoring case; if a name occurs twice, its first column.
 *
 * @throws FuError `usage` for a column that the table does not have
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

/** A map as the user would type it: `name="Full name" phone=Tel`. */
export function mapText(named: readonly (readonly [field: MapField, column: string])[]): string {
  const sorted = mapFields.flatMap((field) => named.filter(([known]) => known === field))
  return sorted
    .map(([field, column]) => `${field}=${/[\s;&|'*<>()$]/.test(column) ? `"${column}"` : column}`)
    .join(' ')
}

/** The error for a table in which no column names or reaches anybody. */
export function unmapped(columns: readonly string[]): Error {
  const [name, phone] = columns.filter((column) => /\p{L}/u.test(column))
  const example = [
    ...(name === undefined ? [] : [['name', name] as const]),
    ...(phone === undefined ? [] : [['phone', phone] as const]),
  ]
  return usage(
    `No column of this table holds a name, a company, a number or an address. ${itsColumns(columns)}`,
    example.length === 0 ? howTo : `Map the columns to fields, as in --map ${mapText(example)}`,
  )
}

/** Finds a column by name, ignoring case; a column without a name by its place, as in rows. */
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

/** Lists the column names, with a limit on their number and length. */
function itsColumns(columns: readonly string[]): string {
  const named = columns.filter((column) => column !== '').map(quoted)
  const shown = named.slice(0, 40)
  const more = named.length - shown.length
  return `Its columns are ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}
