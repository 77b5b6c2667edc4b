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

/** The columns of a people table that are fields; any other is an extra field. */
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

/** Names that are safe as column names: no spreadsheet runs them, and no reader trims them. */
const columnName = /^[\p{L}\p{N}](?:[\p{L}\p{N} _./()&-]{0,98}[\p{L}\p{N}).])?$/u

/** The most extra fields that have a column of their own. */
const mostColumns = 200

/** The extra fields that get a column of their own, in column order. */
export function extraColumns(names: readonly string[]): string[] {
  const fit = names.filter((name) => columnName.test(name) && isUnknownColumn(name))
  return [...new Set(fit)].sort().slice(0, mostColumns)
}

/** The value of the only extra field with this name, if it has nothing but a name and a value; otherwise `null`. */
export function columnCell(extra: readonly ExtraField[], name: string): string | null {
  const [field, another] = extra.filter((other) => other.name === name)
  if (field === undefined || another !== undefined) return null
  return isPlainExtra(field) ? field.value : null
}

/**
 * The extra fields of a contact as JSON, with only the name for those that have their own cell; `null` if the cells
 * hold all of them. `extraIn` reads it.
 */
export function extraCell(extra: readonly ExtraField[], columns: readonly string[]): string | null {
  const inColumns = columns.filter((name) => columnCell(extra, name) !== null)
  if (inColumns.length === extra.length && inColumns.every((name, index) => extra[index]?.name === name)) {
    return null
  }
  return jsonText(extra.map((field) => (inColumns.includes(field.name) ? field.name : field)))
}

/** The extra fields of a row, from its `extra` cell and its filled unknown columns. */
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

/** The parts of an address as one cell. `listIn` cannot read it, because empty parts count. */
export function partsCell(parts: AddressParts | undefined): string | null {
  return parts === undefined ? null : jsonText(addressPartNames.map((name) => parts[name]))
}

/** Reads the parts written by `partsCell`; anything else is returned unchanged, and the row's reader rejects it. */
export function partsIn(list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return Object.fromEntries(addressPartNames.map((name, index): [string, unknown] => [name, list[index]]))
}
