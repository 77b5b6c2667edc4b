import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactOf } from '../../../src/actions/import/contact/contact-of.ts'
import type { ImportedPerson } from '../../../src/domain/import.ts'
import { escaped } from '../../../src/formats/vcard/content-line.ts'
import { cardsIn } from '../../../src/formats/vcard/vcard.ts'
import { peopleCards } from '../../../src/formats/vcard/write.ts'
import { aMoment } from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'

/** A property of a card before it is written: what ties it to others, its types, and its parts. */
type Sample = {
  readonly name: string
  readonly group: string | null
  readonly types: readonly string[]
  /** Parameters of a number or an email address besides, as they are written. */
  readonly params: readonly string[]
  readonly parts: readonly string[]
  readonly encoding: 'none' | 'utf-8' | 'windows-1252'
  readonly foldedAt: number
}

/** Texts of people and programs; each value of a card gets another number, so that it is found again. */
const text = fc.constantFrom(
  'plain',
  'Müller',
  'Žižek €',
  'a, b; c',
  'C:\\new',
  'two\nlines',
  'it "is"',
  "O'Hara",
)

/** Every property of RFC 2426 and RFC 6350 that holds text, with the most parts it has, and some of programs. */
const texts: Readonly<Record<string, number>> = {
  N: 5, NICKNAME: 2, ADR: 7, ORG: 3, CATEGORIES: 2, FN: 1, TITLE: 1, ROLE: 1, NOTE: 1, LABEL: 1, MAILER: 1, CLASS: 1,
  'SORT-STRING': 1, PRODID: 1, REV: 1, NAME: 1, PROFILE: 1, SOURCE: 1, KIND: 1, GENDER: 2, LANG: 1, GEO: 1, TZ: 1,
  RELATED: 1, MEMBER: 1, XML: 1, CLIENTPIDMAP: 2, FBURL: 1, CALADRURI: 1, CALURI: 1, BIRTHPLACE: 1, DEATHDATE: 1,
  EXPERTISE: 1, HOBBY: 1, INTEREST: 1, 'ORG-DIRECTORY': 1, 'CONTACT-URI': 1, KEY: 1, PHOTO: 1, LOGO: 1, SOUND: 1,
  'X-PHONETIC-LAST-NAME': 1, 'X-FILE-AS': 1, 'X-MS-OL-DESIGN': 1, 'X-ETAG': 1, 'X-MOZILLA-HTML': 1, 'X-SPOUSE': 1,
  'X-ABRELATEDNAMES': 1, 'X-ABADR': 1, 'X-MANAGER': 1, 'X-CUSTOM1': 1, 'X-FU-KIND': 1, 'X-EVOLUTION-FILE-AS': 1,
} // prettier-ignore
const addresses = ['URL', 'IMPP', 'X-SOCIALPROFILE', 'X-SKYPE', 'X-JABBER', 'EMAIL', 'TEL', 'X-MS-TEL']
const dates = ['BDAY', 'ANNIVERSARY', 'X-ANNIVERSARY', 'X-ABDATE']
const types = fc.subarray(['HOME', 'work', 'CELL', 'voice', 'ASSISTANT', 'school', 'arbeit', 'PREF'], {
  maxLength: 2,
})

const sample: fc.Arbitrary<Sample> = fc
  .record({
    of: fc.oneof(
      fc
        .constantFrom(...Object.entries(texts))
        .chain(([name, most]) =>
          fc.array(text, { minLength: 1, maxLength: most }).map((parts) => ({ name, parts })),
        ),
      fc.record({
        name: fc.constantFrom(...addresses),
        parts: fc.constantFrom(
          ['https://lee.example/a,b'],
          ['skype:gary.lee'],
          ['g@lee.example'],
          ['+49 30 1234567'],
        ),
      }),
      fc.record({
        name: fc.constantFrom(...dates),
        parts: fc.constantFrom(
          ['1980-04-15'],
          ['--0214'],
          ['20090808T1430-0500'],
          ['1980-02-30'],
          ['circa 1800'],
        ),
      }),
    ),
    group: fc.option(fc.constantFrom('item1', 'item2', 'g-3'), { nil: null, freq: 2 }),
    types,
    params: fc.subarray(
      ['PREF=2', 'ALTID=1', 'PID=1.1', 'X-FOO="a, b;c"', 'X-BAR=1,2', 'VALUE=uri', 'LANGUAGE=de'],
      {
        maxLength: 3,
      },
    ),
    encoding: fc.constantFrom('none', 'utf-8', 'windows-1252'),
    foldedAt: fc.integer({ min: 20, max: 75 }),
  })
  .map(({ of, ...rest }) => ({ ...of, ...rest }))

const labels = fc.dictionary(
  fc.constantFrom('item1', 'item2'),
  fc.constantFrom('Büro', '_$!<Spouse>!$_', 'Ann, desk'),
)

/** A card with each property, in a version; values are numbered. */
function card(
  version: string,
  samples: readonly Sample[],
  spelled: Readonly<Record<string, string>>,
): string {
  const lines = samples.map((property, index) => {
    const { name, group, types: all, foldedAt } = property
    const encoding = version === '2.1' ? property.encoding : 'none'
    const isText = name in texts
    const parts = property.parts.map((part) => (isText ? `${part} ${index}` : part))
    const written = parts.map((part) =>
      encoding === 'none'
        ? isText
          ? escaped(part)
          : part
        : quotedPrintable(part.replaceAll(/[\\;,]/g, '\\$&'), encoding),
    )
    const params = [
      ...(all.length === 0 ? [] : [version === '2.1' ? all.join(';') : `TYPE=${all.join(',')}`]),
      ...(isReach(name) ? property.params : []),
      ...(encoding === 'none' ? [] : [`CHARSET=${encoding};ENCODING=QUOTED-PRINTABLE`]),
    ]
    const head = [`${group === null ? '' : `${group}.`}${name}`, ...params].join(';')
    const separator = name === 'NICKNAME' || name === 'CATEGORIES' ? ',' : ';'
    return folded(`${head}:${written.join(separator)}`, foldedAt, encoding === 'none' ? 'spaces' : 'soft')
  })
  const named = Object.entries(spelled).map(([group, label]) => `${group}.X-ABLabel:${escaped(label)}`)
  return ['BEGIN:VCARD', `VERSION:${version}`, 'FN:Gary Lee', ...lines, ...named, 'END:VCARD', ''].join(
    '\r\n',
  )
}

function isReach(name: string): boolean {
  return name === 'TEL' || name === 'EMAIL'
}

function quotedPrintable(part: string, charset: 'utf-8' | 'windows-1252'): string {
  const cp1252 = new Map([
    ['Ž', 0x8e],
    ['ž', 0x9e],
    ['€', 0x80],
  ])
  const bytes =
    charset === 'utf-8'
      ? [...Buffer.from(part)]
      : Array.from(part, (character) => cp1252.get(character) ?? character.charCodeAt(0))
  return bytes
    .map((byte) =>
      byte < 33 || byte > 126 || byte === 61 || byte === 59
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
}

function folded(line: string, at: number, how: 'spaces' | 'soft'): string {
  if (how === 'soft') return line.replaceAll(/(.{20,60}?(?==[0-9A-F]{2}))(?!$)/g, '$1=\r\n')
  // Version 2.1 folds where a space stands; the others anywhere.
  return line.match(new RegExp(`.{1,${at}}`, 'gu'))?.join('\r\n ') ?? line
}

function personIn(cards: string): ImportedPerson {
  const [row] = cardsIn([cards])
  if (row === undefined || 'invalid' in row) throw new Error(row?.invalid ?? 'no card')
  expect(row.faults).toEqual([])
  return row.person
}

function exported(person: ImportedPerson): string {
  const contact = {
    ...contactOf(person, null),
    id: 1,
    uid: person.uid ?? 'uid',
    addedAt: aMoment('2026-11-25 09:00'),
  }
  return [...peopleCards([contact])].join('')
}

/** The text of cards without folds and escapes. */
function plain(cards: string): string {
  return cards
    .replaceAll('\r\n ', '')
    .replaceAll(/\\([\\;,n])/g, (_, character) => (character === 'n' ? '\n' : character))
}

test('whatever stands in a card comes out again, and comes in again the same (R71)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2.1', '3.0', '4.0'),
      fc.array(sample, { minLength: 1, maxLength: 12 }),
      labels,
      (version, samples, spelled) => {
        // Folds of version 2.1 keep the space that stands there, so that such a card is not folded here.
        const unfolded = version === '2.1' ? samples.map((one) => ({ ...one, foldedAt: 9999 })) : samples
        const person = personIn(card(version, unfolded, spelled))
        const out = exported(person)
        for (const [index, { name, parts }] of samples.entries()) {
          for (const part of parts)
            expect(formsOf(name, part, index).filter((form) => plain(out).includes(form))).not.toEqual([])
        }
        for (const property of samples.filter(({ name }) => isReach(name))) {
          const lines = out.replaceAll('\r\n ', '').split('\r\n')
          const ofName = lines.filter((line) => new RegExp(`^(?:[\\w-]+\\.)?${property.name}\\b`).test(line))
          // One preference is enough to tell the order.
          const params = property.params.filter((param) => !param.startsWith('PREF'))
          expect(params.filter((param) => ofName.every((line) => !line.includes(`;${param}`)))).toEqual([])
        }
        const written = plain(out).toLowerCase()
        const spoken = Object.entries(spelled).filter(([group]) => samples.some((one) => one.group === group))
        expect(spoken.filter(([, label]) => !written.includes(wordIn(label)))).toEqual([])
        const again = personIn(out)
        expect({ ...contactOf(again, null), uid: null }).toEqual({ ...contactOf(person, null), uid: null })
        expect(exported(again)).toBe(out)
      },
    ),
    runs(300),
  )
})

/** How a value may stand in the export: one of the dates is a field, and is written in one way. */
function formsOf(name: string, part: string, index: number): string[] {
  if (name in texts) return [`${part} ${index}`]
  const form = { '--0214': '--02-14', '20090808T1430-0500': '2009-08-08' }[part]
  return dates.includes(name) && form !== undefined ? [part, form] : [part]
}

function wordIn(label: string): string {
  return label.replaceAll(/_\$!<|>!\$_/g, '').toLowerCase()
}
