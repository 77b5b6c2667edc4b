import fs from 'node:fs'
import path from 'node:path'
import { FuError } from '../../../src/domain/errors.ts'
import { partialDateText, type PartialDate } from '../../../src/domain/partial-date.ts'
import type { ImportRow } from '../../../src/domain/import.ts'
import { columnMap } from '../../../src/formats/address-books/table/column-map.ts'
import { peopleIn } from '../../../src/formats/address-books/detect.ts'

/** The bytes of a file as its program wrote it. */
export function fixture(name: string): Uint8Array {
  return fs.readFileSync(path.join(import.meta.dirname, 'fixtures', name))
}

/** The rows of a file; none where they are read elsewhere. */
export async function rowsIn(file: Uint8Array | string, map: readonly string[] = []): Promise<ImportRow[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const { rows } = peopleIn(bytes, map.length === 0 ? null : columnMap(map))
  const read: ImportRow[] = []
  for await (const row of rows ?? []) read.push(row)
  return read
}

/** The rows of a file as text: the line of each, and below it what is known of the person, a field a line. */
export async function told(file: Uint8Array | string, map: readonly string[] = []): Promise<string> {
  return (await rowsIn(file, map)).map(toldRow).join('\n')
}

/** What reading a file is refused with: the kind, what is wrong, and what to do. */
export async function refusalOf(file: Uint8Array | string, map: readonly string[] = []): Promise<string> {
  try {
    return (await rowsIn(file, map)).map(toldRow).join('\n') || 'no rows'
  } catch (error) {
    if (error instanceof FuError) return `${error.kind}: ${error.message} ${error.hint}`
    throw error
  }
}

function toldRow(row: ImportRow): string {
  if ('invalid' in row) return `line ${row.line}: ${row.invalid}`
  const { nameParts, birthday, extra, ...person } = row.person
  const parts = Object.entries(nameParts).filter(([, part]) => part !== null)
  const fields = [
    ...Object.entries(person).flatMap(([field, value]) => toldField(field, value)),
    ...parts.map(([name, part]) => `${name}: ${part}`),
    ...(birthday === null ? [] : [`birthday: ${partialDateText(birthday)}`]),
    ...extra.map(({ name, value }) => `extra: ${name}: ${value}`),
  ]
  return [`line ${row.line}`, ...fields.map((field) => `  ${field.split('\n').join('\n    ')}`)].join('\n')
}

function toldField(field: string, value: unknown): string[] {
  if (value === null) return []
  if (Array.isArray(value)) return value.flatMap((item: unknown) => toldField(field, item))
  if (typeof value === 'string') return [`${field}: ${value}`]
  const {
    label,
    date,
    parts: _,
    ...rest
  } = value as { label: string | null; date?: PartialDate; parts?: unknown }
  const dates = date === undefined ? [] : [partialDateText(date)]
  return [`${field}: ${label === null ? '' : `(${label}) `}${[...Object.values(rest), ...dates].join()}`]
}
