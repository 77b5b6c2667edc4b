import type { AddressParts } from '../../../domain/contact.ts'
import { addressFields } from './columns.ts'
import { oneLine, spaced, type LabelledAddress } from './people.ts'
import type { Filled, Row } from './row.ts'

/**
 * The addresses of a row: parts with the same label form one address, as in a vCard. Columns that the user mapped to
 * the address are its lines.
 */
export function addressesIn(row: Row): LabelledAddress[] {
  const cells = row.cells(...addressFields)
  const mapped = cells.filter(({ column }) => column.isMapped).map(({ value }) => value.trim())
  const parts = cells.filter(({ column }) => !column.isMapped)
  const labels = new Set(parts.map(({ column }) => column.label))
  const lines = mapped.length === 0 ? [] : [{ label: '', value: mapped.join('\n') }]
  return [
    ...lines,
    ...[...labels].map((label) =>
      addressOf(
        label,
        parts.filter(({ column }) => column.label === label),
      ),
    ),
  ]
}

function addressOf(label: string, cells: readonly Filled[]): LabelledAddress {
  const all = (...fields: readonly string[]): string[] =>
    cells.filter(({ column }) => fields.includes(column.field)).map(({ value }) => value.trim())
  const part = (field: string): string => all(field).map(oneLine).join(', ')
  if (cells.every(({ column }) => column.field === 'address'))
    return { label, value: all('address').join('\n') }
  const [first = '', ...more] = all('address', 'street')
  const parts: AddressParts = {
    box: part('box'),
    extended: part('extended'),
    street: [spaced(first, ...all('house')), ...more].filter((line) => line !== '').join('\n'),
    town: part('city'),
    region: part('region'),
    code: part('code'),
    country: part('country'),
  }
  const { box, extended, street, town, region, code, country } = parts
  const lines = [box, extended, street, spaced(town, region, code), country]
  return { label, value: lines.filter((line) => line !== '').join('\n'), parts }
}
