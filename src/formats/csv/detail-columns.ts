import { addressPartNames, type AddressParts } from '../../domain/contact.ts'
import { isPlainExtra, type ExtraField } from '../../domain/contact-details.ts'
import type { NamePart } from '../../domain/name-parts.ts'
import { jsonText } from '../json/text.ts'

/** The columns of the parts of a name. */
export const namePartColumns: Readonly<Record<NamePart, string>> = {
  prefix: 'name_prefix',
  given: 'given_name',
  middle: 'middle_name',
  family: 'family_name',
  suffix: 'name_suffix',
}

/** The columns of a people table that are read as fields; every other is an extra field. */
const ownColumns = new Set(
  `id uid name company nick kind channel best_time address met from from_id from_word every time_zone tags note
   do_not_contact added_at last_contact title department birthday extra`.split(/\s+/),
)
const numberedColumn = /^(?:phone|email|address|link|anniversary)_\d+(?:_label|_e164|_kind|_parts|_params)?$/

/** Whether a people table has no field for a column. */
export function isUnknownColumn(column: string): boolean {
  return (
    !ownColumns.has(column) &&
    !numberedColumn.test(column) &&
    !Object.values(namePartColumns).includes(column)
  )
}

/** What can be the name of a column as it stands: no spreadsheet runs it, and no reader trims it. */
const columnName = /^[\p{L}\p{N}](?:[\p{L}\p{N} _./()&-]{0,98}[\p{L}\p{N}).])?$/u

/** The most extra fields that have a column of their own. */
const mostColumns = 200

/** Those of the names of extra fields that get a column of their own, in the order of the columns. */
export function extraColumns(names: readonly string[]): string[] {
  const fit = names.filter((name) => columnName.test(name) && isUnknownColumn(name))
  return [...new Set(fit)].sort().slice(0, mostColumns)
}

/** The value of the one extra field with a name that is only a name and a value; `null` where there is none. */
export function columnCell(extra: readonly ExtraField[], name: string): string | null {
  const [field, another] = extra.filter((other) => other.name === name)
  if (field === undefined || another !== undefined) return null
  return isPlainExtra(field) ? field.value : null
}

/**
 * The extra fields of a contact as JSON, each that has a cell of its own by its name alone; `null` where the cells say
 * all of it. `extraIn` reads it.
 */
export function extraCell(extra: readonly ExtraField[], columns: readonly string[]): string | null {
  const inColumns = columns.filter((name) => columnCell(extra, name) !== null)
  if (inColumns.length === extra.length && inColumns.every((name, index) => extra[index]?.name === name)) {
    return null
  }
  return jsonText(extra.map((field) => (inColumns.includes(field.name) ? field.name : field)))
}

/** The extra fields of a row: those of its cell `extra`, and the unknown columns that are filled. */
export function extraIn(
  list: unknown,
  unknown: readonly string[],
  cell: (column: string) => string | null,
): unknown {
  if (list !== null && !Array.isArray(list)) return list
  const listed: readonly unknown[] = list ?? []
  const column = (name: string): unknown[] => {
    const value = cell(name)
    return value === null ? [] : [{ name, group: null, params: {}, value }]
  }
  return [
    ...listed.flatMap((item) => (typeof item === 'string' ? column(item) : [item])),
    ...unknown
      .filter((name) => !listed.includes(name))
      .sort()
      .flatMap(column),
  ]
}

/** The parts of an address as one cell, which `listIn` does not read: empty parts count. */
export function partsCell(parts: AddressParts | undefined): string | null {
  return parts === undefined ? null : jsonText(addressPartNames.map((name) => parts[name]))
}

/** The parts that `partsCell` wrote, or what stands in their place, for whoever reads the row to refuse. */
export function partsIn(list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return Object.fromEntries(addressPartNames.map((name, index): [string, unknown] => [name, list[index]]))
}
