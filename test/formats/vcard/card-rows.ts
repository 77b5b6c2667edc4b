import type { ImportedPerson, ImportRow } from '../../../src/domain/import.ts'
import { cardsIn } from '../../../src/formats/vcard/vcard.ts'

/** What a person is said to be, without all that nothing is said of. */
export function said(person: ImportedPerson): Partial<ImportedPerson> {
  return Object.fromEntries(
    Object.entries(person).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** A row of a file: its line with what it says of a person, or with why it is none. */
export function saidIn(row: ImportRow): [line: number, says: Partial<ImportedPerson> | string] {
  return [row.line, 'person' in row ? said(row.person) : row.invalid]
}

/** The rows of a file of cards. */
export function rowsIn(text: string): [line: number, says: Partial<ImportedPerson> | string][] {
  return [...cardsIn([text])].map(saidIn)
}

/** What one card says of its person, or why it is none; its lines stand between BEGIN and END. */
export function cardSays(version: string, ...lines: readonly string[]): Partial<ImportedPerson> | string {
  const rows = rowsIn(['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n'))
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows of one card`)
  return row[1]
}
