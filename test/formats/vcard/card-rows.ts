import type { ImportedPerson, ImportRow } from '../../../src/domain/import.ts'
import { partialDateText } from '../../../src/domain/partial-date.ts'
import { extraLines } from '../../../src/formats/vcard/write-extra.ts'
import { cardsIn } from '../../../src/formats/vcard/vcard.ts'

/** What is said of a person: the fields that are known, dates as texts, and extra fields as the lines of a card. */
export type Said = Readonly<Record<string, unknown>>

/** What a person is said to be, without all that nothing is said of. */
export function said(person: ImportedPerson): Said {
  return known({
    ...person,
    nameParts: known(person.nameParts),
    addresses: person.addresses.map(({ label, text, parts }) => ({
      label,
      text,
      ...(parts === undefined ? {} : { parts: Object.values(parts).join(';') }),
    })),
    birthday: person.birthday === null ? null : partialDateText(person.birthday),
    anniversaries: person.anniversaries.map(({ label, date }) => [label, partialDateText(date)]),
    links: person.links.map(({ label, value, kind }) => [kind, label, value]),
    extra: extraLines(person.extra),
  })
}

function known(fields: Said): Said {
  const isKnown = (value: unknown): boolean =>
    typeof value === 'object' ? value !== null && Object.keys(value).length > 0 : true
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isKnown(value)))
}

/** A row of a file: its line with what it says of a person, or with why it is none. */
export function saidIn(row: ImportRow): [line: number, says: Said | string] {
  return [row.line, 'person' in row ? said(row.person) : row.invalid]
}

/** The rows of a file of cards. */
export function rowsIn(text: string): [line: number, says: Said | string][] {
  return [...cardsIn([text])].map(saidIn)
}

/** What one card says of its person, or why it is none; its lines stand between BEGIN and END. */
export function cardSays(version: string, ...lines: readonly string[]): Said | string {
  const rows = rowsIn(['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n'))
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows of one card`)
  return row[1]
}
