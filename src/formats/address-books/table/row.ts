import { isEmailAddress, isPhoneNumber } from '../../../parse/contact/phone.ts'
import { quoted } from '../../../parse/shell/quoted.ts'
import type { Cells } from '../../csv/rows.ts'
import type { Column } from './columns.ts'
import { oneLine, spaced, type Labelled } from './people.ts'

/** A filled cell of a row, with its column. */
export type Filled = { readonly column: Column; readonly value: string }

/** The filled cells of one row, by field. */
export type Row = {
  /** The cells of some fields in column order, columns mapped by the user first. */
  readonly cells: (...fields: readonly Column['field'][]) => readonly Filled[]
  /** All values of a field on one line. */
  readonly joined: (field: Column['field']) => string
  /**
   * The first valid value of a field. Other values are kept as extra fields, unless they are equal. If `fault` is
   * given, an invalid value in a mapped column makes the row invalid.
   */
  readonly one: (field: Column['field'], fits?: (value: string) => boolean, fault?: string) => string
  /** Keeps a value as an extra field under the name of its column. */
  readonly keep: (cell: Filled) => void
  readonly extra: () => readonly Labelled[]
  /** Why the row cannot be read; `null` if it can. */
  readonly invalid: () => string | null
}

/** The cells of a row, except those of some columns. */
export function rowOf(
  cells: Cells,
  columns: ReadonlyMap<string, Column>,
  elsewhere: ReadonlySet<string>,
): Row {
  const kept: Filled[] = []
  const byField = new Map<Column['field'], Filled[]>()
  let invalid: string | null = null
  for (const [name, value] of Object.entries(cells)) {
    if (elsewhere.has(name)) continue
    const column = columns.get(name) ?? nameless(name)
    const field = fieldOf(column, value)
    const same = byField.get(field)
    if (same === undefined) byField.set(field, [{ column, value }])
    else same.push({ column, value })
  }
  const keep = (cell: Filled): void => void kept.push(cell)
  const of = (...fields: readonly Column['field'][]): Filled[] => {
    const found = fields.flatMap((field) => byField.get(field) ?? [])
    return found.length < 2
      ? found
      : found.toSorted(
          (a, b) => Number(b.column.isMapped) - Number(a.column.isMapped) || a.column.index - b.column.index,
        )
  }
  return {
    cells: of,
    joined: (field) => spaced(...of(field).map(({ value }) => value)),
    keep,
    extra: () => kept.toSorted((a, b) => a.column.index - b.column.index).map(labelled),
    invalid: () => invalid,
    one: (field, fits = () => true, fault = '') => {
      let found = ''
      for (const cell of of(field)) {
        const value = oneLine(cell.value)
        if (value === '' || value === found) continue
        if (found === '' && fits(value)) found = value
        else if (cell.column.isMapped && fault !== '') invalid ??= `${quoted(value)} is not ${fault}`
        else keep(cell)
      }
      return found
    },
  }
}

/** The field of a cell; for "Home" and "Contact" its value decides. */
function fieldOf({ field }: Column, value: string): Column['field'] {
  if (field === 'place') return isPhoneNumber(value) ? 'phone' : 'extra'
  if (field !== 'contact') return field
  return isPhoneNumber(value) ? 'phone' : isEmailAddress(value.trim()) ? 'email' : 'whole'
}

function labelled({ column, value }: Filled): Labelled {
  return { label: column.name, value }
}

/** A column for a cell beyond the named columns. */
function nameless(name: string): Column {
  return { name, index: Number.MAX_SAFE_INTEGER, field: 'unknown', label: '', number: 1, isMapped: false }
}
