import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestCard } from '../../../src/formats/vcard/cards.ts'
import { cardsIn } from '../../../src/formats/vcard/vcard.ts'
import { runs } from '../../support/runs.ts'

/** Pieces that cards are made of, and that take their readers apart. */
const pieces = fc.constantFrom(
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  'begin : vcard\n',
  'VERSION:2.1\n',
  'VERSION:4.0\r',
  'AGENT:\n',
  'FN:A\n',
  'N;ENCODING=QUOTED-PRINTABLE:=C3=BC=\n',
  'N;CHARSET=utf-16:=\n',
  'TEL;TYPE="work,home":tel:1;ext=\n',
  'TEL;X-CUSTOM(CHARSET=x,ENCODING=QUOTED-PRINTABLE,=FF):\n',
  'item1.X-ABLabel:_$!<a>!$_\n',
  'item1.TEL;PREF=0:1\n',
  'PHOTO;BASE64:////\n ====\n',
  'FN;ENCODING=b:Q\n',
  'TZ:Etc/../x\n',
  'X-FU-EVERY:999999999999999999999d\n',
  '__proto__;constructor=1:2\n',
  'X-__PROTO__:1\n',
  ';;;;:::\n',
  '\n \t',
  '\0',
  '\ud800',
  '\\',
  '"',
)
const file = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: pieces },
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  ),
  { maxLength: 40 },
)

const begins = /^(?:[\w-]+\.)?BEGIN[ \t]*:[ \t]*VCARD\s*$/i

test('whatever a file holds, each card of it is a person or is named with its line, and so is the rest', () => {
  fc.assert(
    fc.property(file, (chunks) => {
      const rows = [...cardsIn(chunks)]
      const lines = chunks
        .join('')
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\r|\n/)
      const beginnings = lines.flatMap((line, index) => (begins.test(line) ? [index + 1] : []))
      const begun = rows.map(({ line }) => line).filter((line) => begins.test(lines[line - 1] ?? ''))
      expect(begun.toSorted((a, b) => a - b)).toEqual(beginnings)
      expect(new Set(rows.map(({ line }) => line)).size).toBe(rows.length)
      const first = lines.findIndex((line) => line.trim() !== '') + 1
      expect(first === 0 ? [] : [Math.min(...rows.map(({ line }) => line))]).toEqual(
        first === 0 ? [] : [first],
      )
      const said = rows.map((row) => ('person' in row ? JSON.stringify(row.person) : row.invalid))
      expect(said.join('')).not.toMatch(/\\u0000|\\ud[89a-f]/)
      expect(said).not.toContain('')
    }),
    runs(500),
  )
})

test.each<[what: string, body: string, refused?: string]>([
  ['one endless line', 'x'.repeat(longestCard - 10), 'A property is over 3 million characters long.'],
  [
    'a name of separators',
    `N:${';'.repeat(longestCard - 50)}\n`,
    'A property is over 3 million characters long.',
  ],
  ['parameters without an end', `TEL${';a=b'.repeat(300_000)}\n`],
  ['quotes', `TEL;${'"'.repeat(2_000_000)}\n`],
  ['spaces before a colon', `TEL;TYPE=${' '.repeat(2_000_000)}x\n`],
  ['folds of a line without a colon', `${'x'.repeat(1_000_000)}\n${' y\n'.repeat(190_000)}`],
  ['more folds than lines', ' y\n'.repeat(300_000), 'It is over 8 million characters or 200000 lines long.'],
  ['breaks of quoted-printable', `NOTE;QUOTED-PRINTABLE:=\n${'=\n'.repeat(190_000)}\n`],
  ['backslashes', `NOTE:${'\\'.repeat(1_000_000)}\n`],
  ['a period of words', `X-FU-EVERY:${'every '.repeat(200_000)}\n`],
  ['many properties', 'TEL:1\n'.repeat(1_999)],
  ['too many properties', 'TEL:1\n'.repeat(50_000), 'It has more than 20000 properties.'],
  ['too many groups', 'a.X-ABLabel:b\n'.repeat(50_000), 'It has more than 20000 properties.'],
  ['no lines but blank ones', '\n'.repeat(190_000)],
])('%s is read in one go', (_what, body, refused) => {
  const rows = [...cardsIn([`BEGIN:VCARD\nFN:A\n${body}\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n`])]
  const said = rows.map((row) => ('person' in row ? row.person.name : row.invalid))
  expect(said).toEqual([refused ?? 'A', 'B'])
})
