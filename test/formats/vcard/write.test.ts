import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it, test } from 'vitest'
import { channels } from '../../../src/domain/channel.ts'
import { contactKinds, type Address, type Contact } from '../../../src/domain/contact.ts'
import { emptyPerson, type ImportedPerson } from '../../../src/domain/import.ts'
import { cardsIn } from '../../../src/formats/vcard/vcard.ts'
import { peopleCards } from '../../../src/formats/vcard/write.ts'
import { linkKinds, unitSeparator, type ExtraField } from '../../../src/domain/contact-details.ts'
import { namePartsOf } from '../../../src/domain/name-parts.ts'
import { partialDate } from '../../../src/domain/partial-date.ts'
import { aContact } from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'

function cards(...contacts: readonly Contact[]): string {
  return [...peopleCards(contacts)].join('')
}

const gary = aContact({
  uid: '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
  name: 'Gary Lee',
  company: 'Lee; Mortgages, Inc.',
  nick: 'Gaz',
  kind: 'past-customer',
  channel: 'text',
  phones: [
    { label: 'mobile', value: '0412 555 019', readable: '0412 555 019', e164: '+61412555019' },
    { label: "Ann's desk", value: '02 5550 1903', readable: '02 5550 1903', e164: null },
    { label: null, value: '000', readable: '000', e164: null },
  ],
  emails: [{ label: 'work', value: 'gary@lee.example' }],
  addresses: [{ label: 'home', text: '1 High St, Flat 2\nSydney' }],
  source: { met: 'trade fair', word: 'web', from: { id: 2, name: 'Ada Müller' } },
  every: { before: 6 },
  timeZone: 'Australia/Sydney',
  bestTime: 'mornings',
  tags: ['fair 2026', 'a,b'],
  note: 'likes tea\nthe path is C:\\new; a note that is long enough to be folded — twice, even, for it says much',
  doNotContact: ['call', 'visit'],
})

describe('a card', () => {
  it('is vCard 3.0, and keeps what the standard has no word for', () => {
    expect(cards(gary).split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'UID:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
      'N:Lee;Gary;;;',
      'FN:Gary Lee',
      'NICKNAME:Gaz',
      'ORG:Lee\\; Mortgages\\, Inc.',
      'TEL;TYPE=CELL,PREF:0412 555 019',
      'item2.TEL:02 5550 1903',
      "item2.X-ABLabel:Ann's desk",
      'TEL:000',
      'EMAIL;TYPE=WORK:gary@lee.example',
      'ADR;TYPE=HOME:;;1 High St\\, Flat 2\\nSydney;;;;',
      'CATEGORIES:fair 2026,a\\,b',
      'NOTE:likes tea\\nthe path is C:\\\\new\\; a note that is long enough to be fold',
      ' ed — twice\\, even\\, for it says much',
      'TZ;VALUE=TEXT:Australia/Sydney',
      'X-FU-KIND:past-customer',
      'X-FU-CHANNEL:text',
      'X-FU-MET:trade fair',
      'X-FU-FROM-WORD:web',
      'X-FU-FROM:Ada Müller',
      'X-FU-EVERY:before june',
      'X-FU-BEST-TIME:mornings',
      'X-FU-DO-NOT-CONTACT:call,visit',
      'END:VCARD',
      '',
    ])
  })

  it('says nothing of what is not known', () => {
    expect(cards(aContact({ uid: 'u', name: 'Ada', phones: [] })).split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'UID:u',
      'N:;Ada;;;',
      'FN:Ada',
      'END:VCARD',
      '',
    ])
  })

  it('is the same each time, and read by a library of others', () => {
    expect(cards(gary, gary)).toBe(cards(gary) + cards(gary))
    const card = new ICAL.Component(ICAL.parse(cards({ ...gary, note: 'tea, C:\\new\nand milk' })))
    expect(card.getFirstPropertyValue('fn')).toBe('Gary Lee')
    expect(card.getFirstPropertyValue('note')).toBe('tea, C:\\new\nand milk')
    expect(card.getFirstPropertyValue('adr')).toEqual(['', '', '1 High St, Flat 2\nSydney', '', '', '', ''])
    expect(card.getAllProperties('tel').map((property) => property.getFirstValue())).toEqual(
      gary.phones.map(({ value }) => value),
    )
  })
})

/** A text as the diary keeps it: trimmed, not empty, with whatever makes a format stumble. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        ';',
        ',',
        '\\',
        '\\n',
        '\n',
        ':',
        '"',
        '=',
        '=\n',
        ' ',
        '\t',
        'END:VCARD',
        '\nBEGIN:VCARD',
        '^n',
        '𝒜',
        'é',
        'word',
      ),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((pieces) =>
    pieces
      .join('')
      .replace(/(?![\t\n])\p{Cc}|[\u2028\u2029]/gu, '')
      .trim(),
  )
  .filter((kept) => kept !== '')
const orNothing = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(of, { nil: null })
const label = orNothing(
  fc.oneof(
    fc.constantFrom(
      'mobile',
      'Mobile',
      'home',
      'work',
      'fax',
      'home fax',
      'work mobile',
      'main',
      'pref',
      'iphone',
    ),
    text.filter((word) => !word.startsWith('_$!<')),
  ),
)

const date = fc
  .record({
    year: orNothing(fc.integer({ min: 1900, max: 2026 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .filter((made) => partialDate(made.year, made.month, made.day) !== null)

/** A property that no field takes, or a column of a table. */
const extra: fc.Arbitrary<ExtraField> = fc.oneof(
  fc.record({
    name: fc.constantFrom(
      'GENDER',
      'GEO',
      'ROLE',
      'X-FILE-AS',
      'RELATED',
      'KEY',
      'PHOTO',
      'X-ABRELATEDNAMES',
      'SORT-STRING',
    ),
    group: orNothing(fc.constantFrom('item1', 'item2', 'g')),
    params: fc.oneof(
      fc.constant({}),
      fc.record(
        { TYPE: fc.constantFrom(['home'], ['work', 'x']), 'X-SAYS': text.map((value) => [value]) },
        { requiredKeys: [] },
      ),
    ),
    value: fc.constantFrom(
      'M;it\\, too',
      'a\\nb',
      'geo:1,2',
      'data:image/png;base64,AAAA',
      ';;x\\;y',
      '日本',
    ),
  }),
  fc.record({
    name: text.map((name) => `${name} x`),
    group: fc.constant(null),
    params: fc.constant({}),
    value: text,
  }),
)

const part = fc.oneof(fc.constant(''), text)
const address: fc.Arbitrary<Address> = fc
  .record({
    label,
    street: text,
    parts: fc.record({ box: part, extended: part, town: text, region: part, code: part, country: part }),
  })
  .map(({ label: called, street, parts }) => {
    const { box, extended, town, region, code, country } = parts
    const place = [town, region, code].filter((word) => word !== '').join(' ')
    return {
      label: called,
      text: [box, extended, street, place, country].filter((line) => line !== '').join('\n'),
      parts: { box, extended, street, town, region, code, country },
    }
  })

const contact: fc.Arbitrary<Contact> = fc
  .record({
    uid: fc.uuid(),
    name: text,
    company: orNothing(text),
    nick: orNothing(text),
    kind: orNothing(fc.constantFrom(...contactKinds)),
    channel: orNothing(fc.constantFrom(...channels)),
    phones: fc.array(
      fc
        .record({ label, value: text.filter((value) => !/^tel:/i.test(value)) })
        .map((phone) => ({ ...phone, readable: phone.value, e164: null })),
      { maxLength: 3 },
    ),
    emails: fc.array(fc.record({ label, value: text.filter((value) => !/^mailto:/i.test(value)) }), {
      maxLength: 3,
    }),
    addresses: fc.array(fc.oneof(fc.record({ label, text }), address), { maxLength: 2 }),
    source: fc.record({
      met: orNothing(text),
      word: orNothing(text),
      from: orNothing(text.map((name) => ({ id: 7, name }))),
    }),
    every: orNothing(
      fc.oneof(
        fc.record({
          count: fc.integer({ min: 1, max: 90 }),
          unit: fc.constantFrom('d', 'wd', 'w', 'mo', 'y'),
        }),
        fc.record({ before: fc.integer({ min: 1, max: 12 }) }),
      ),
    ),
    timeZone: orNothing(fc.constantFrom('Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC')),
    bestTime: orNothing(text),
    tags: fc.uniqueArray(text, { maxLength: 3 }),
    note: orNothing(text),
    doNotContact: orNothing(
      fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.constantFrom(...channels), { minLength: 1 })),
    ),
    title: orNothing(text),
    department: orNothing(
      fc
        .array(
          text.filter((unit) => !unit.includes(';')),
          { minLength: 1, maxLength: 3 },
        )
        .map((units) => units.join(unitSeparator)),
    ),
    nameParts: fc.record({
      prefix: orNothing(text),
      given: orNothing(text),
      middle: orNothing(text),
      family: orNothing(text),
      suffix: orNothing(text),
    }),
    birthday: orNothing(date),
    anniversaries: fc.array(fc.record({ label, date }), { maxLength: 2 }),
    links: fc.array(fc.record({ label, value: text, kind: fc.constantFrom(...linkKinds) }), { maxLength: 3 }),
    extra: fc.array(extra, { maxLength: 4 }),
  })
  .map((known) => aContact({ ...known, nameParts: namePartsOf(known.name, known.nameParts) }))

/** What a card can say of a contact. */
function personFrom(known: Contact): ImportedPerson {
  const { source, phones, id: _id, addedAt: _addedAt, ...kept } = known
  return {
    ...emptyPerson(),
    ...kept,
    met: source.met,
    word: source.word,
    from: source.from?.name ?? null,
    phones: phones.map(({ label: called, value }) => ({ label: called, value })),
  }
}

test('whatever stands in the diary is read back from its cards', () => {
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 3 }), (contacts) => {
      const written = cards(...contacts)
      const people = [...cardsIn([written])].map((row) => ('person' in row ? row.person : row.invalid))
      expect(people).toEqual(contacts.map(personFrom))
    }),
    runs(100),
  )
})

test('a line end of any kind comes back as a line feed', () => {
  const [row] = cardsIn([cards({ ...gary, note: 'one\u2028two\u2029three\u0085four\r\nfive\rsix' })])
  expect(row).toMatchObject({ person: { note: 'one\ntwo\nthree\nfour\nfive\nsix' } })
})

test('no line is longer than 75 octets, or cut within a character', () => {
  fc.assert(
    fc.property(contact, (known) => {
      const written = cards(known)
      expect(written.endsWith('\r\n')).toBe(true)
      for (const line of written.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n\p{Cs}]/u)
      }
    }),
  )
})
