import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contact } from '../../../src/domain/contact.ts'
import {
  contactFields,
  contactText,
  listFields,
  singleFields,
  withoutComments,
  withRefusals,
} from '../../../src/formats/text/contact-text.ts'
import { aContact } from '../../support/facts.ts'

const full = aContact({
  company: 'Lee Mortgages',
  nick: 'Gaz',
  kind: 'customer',
  channel: 'call',
  phones: [
    { label: 'mobile', value: '0412555019', readable: '0412 555 019', e164: '+61412555019' },
    { label: null, value: '02 9876 5432', readable: '(02) 9876 5432', e164: '+61298765432' },
  ],
  emails: [{ label: 'work', value: 'gary@lee.example' }],
  addresses: [{ label: null, text: '1 High Street\nLeeton 2705' }],
  source: { met: 'trade show', word: 'website', from: { id: 3, name: 'Ada Müller' } },
  every: { count: 90, unit: 'd' },
  timeZone: 'Australia/Sydney',
  bestTime: 'before nine',
  tags: ['lender', 'golf'],
  note: 'A daughter, in school from May.\n\n# 2 is the blue door',
  doNotContact: ['text', 'visit'],
  title: 'Broker',
  department: 'Sales; Retail',
  nameParts: { prefix: 'Dr.', given: null, middle: 'Q.', family: null, suffix: 'MD' },
  birthday: { year: null, month: 2, day: 14 },
  anniversaries: [{ label: 'wedding', date: { year: 2009, month: 8, day: 8 } }],
  links: [
    { label: null, value: 'https://lee.example', kind: 'page' },
    { label: 'skype', value: 'gary.lee', kind: 'chat' },
  ],
  extra: [
    { name: 'RELATED', group: null, params: { TYPE: ['friend', 'work'] }, value: 'urn:uuid:f81d' },
    { name: 'Shoe size', group: null, params: {}, value: '43' },
  ],
})

const help = `# Change the text after the colons, then save and close the editor. A field
# left empty is cleared. An unchanged or empty file changes nothing.
# Several times, one per line:  phone: mobile: 0412 555 019  (email, address, tag,
#                 link, anniversary, extra)
# by:             call, email, text, post, visit, video,
#                 or another word, such as whatsapp
# kind:           prospect, customer, past-customer, referrer, partner,
#                 supplier, candidate, colleague, friend, family, other
# birthday:       1980-04-15, or 04-15 without the year
# do-not-contact: all, or some ways to reach them: call, text
# A long address continues on lines that begin with a space. The note continues
# to the end of the file.
`

describe('the text of a contact', () => {
  test('has a field a line, with how to fill it in', () => {
    expect(contactText(full)).toBe(`${help}
name: Gary Lee
company: Lee Mortgages
title: Broker
department: Sales; Retail
nick: Gaz
phone: mobile: 0412555019
phone: 02 9876 5432
email: work: gary@lee.example
address: 1 High Street
  Leeton 2705
link: https://lee.example
link: skype: gary.lee
by: call
best-time: before nine
zone: Australia/Sydney
kind: customer
met: trade show
from: @3 (Ada Müller)
from-word: website
every: 90d
birthday: 02-14
anniversary: wedding: 2009-08-08
prefix: Dr.
given:
middle: Q.
family:
suffix: MD
tag: lender
tag: golf
extra: RELATED;TYPE=friend,work: urn:uuid:f81d
extra: Shoe size: 43
do-not-contact: text, visit

note: A daughter, in school from May.

 # 2 is the blue door
`)
  })

  test('shows the fields that are empty', () => {
    expect(contactText(aContact({ phones: [], doNotContact: 'all' }))).toBe(`${help}
name: Gary Lee
company:
title:
department:
nick:
phone:
email:
address:
link:
by:
best-time:
zone:
kind:
met:
from:
from-word:
every:
birthday:
anniversary:
prefix:
given:
middle:
family:
suffix:
tag:
extra:
do-not-contact: all

note:
`)
  })

  test('is read as it was written', () => {
    const { fields, refused } = contactFields(contactText(full))
    expect(refused).toEqual([])
    expect(Object.fromEntries(fields)).toEqual({
      name: ['Gary Lee'],
      company: ['Lee Mortgages'],
      title: ['Broker'],
      department: ['Sales; Retail'],
      prefix: ['Dr.'],
      given: [],
      middle: ['Q.'],
      family: [],
      suffix: ['MD'],
      birthday: ['02-14'],
      anniversary: ['wedding: 2009-08-08'],
      link: ['https://lee.example', 'skype: gary.lee'],
      extra: ['RELATED;TYPE=friend,work: urn:uuid:f81d', 'Shoe size: 43'],
      nick: ['Gaz'],
      phone: ['mobile: 0412555019', '02 9876 5432'],
      email: ['work: gary@lee.example'],
      address: ['1 High Street\nLeeton 2705'],
      by: ['call'],
      'best-time': ['before nine'],
      zone: ['Australia/Sydney'],
      kind: ['customer'],
      met: ['trade show'],
      from: ['@3 (Ada Müller)'],
      'from-word': ['website'],
      every: ['90d'],
      tag: ['lender', 'golf'],
      'do-not-contact': ['text, visit'],
      note: ['A daughter, in school from May.\n\n# 2 is the blue door'],
    })
  })

  test('brings every note back, whatever it looks like', () => {
    const odd = fc.constantFrom(
      '# no comment',
      ' # x',
      'phone: 117',
      '  Name: y',
      'note:',
      '#! a',
      '',
      'plain',
      ' in',
      // Line ends of another kind, which are none here.
      'one\u2028and one',
      'two\u2029and two',
    )
    const line = fc.oneof(
      odd,
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, '')),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const note = lines.join('\n').trim()
        const { fields, refused } = contactFields(contactText(aContact({ note })))
        expect(refused).toEqual([])
        expect(fields.get('note')).toEqual(note === '' ? [] : [note])
      }),
    )
  })
})

describe('what is typed', () => {
  const read = (text: string): Record<string, readonly string[]> =>
    Object.fromEntries([...contactFields(text).fields].filter(([, values]) => values.length > 0))

  test.each<[string, Record<string, readonly string[]>]>([
    ['name: Gary Lee', { name: ['Gary Lee'] }],
    ['Name :  Gary Lee  ', { name: ['Gary Lee'] }],
    ['name:Gary\r\nnick: Gaz\r', { name: ['Gary'], nick: ['Gaz'] }],
    ['# name: Gary\nnick: Gaz', { nick: ['Gaz'] }],
    ['phone: 117\n\nphone:\nphone: work: 118', { phone: ['117', 'work: 118'] }],
    ['address: 1 High Street\n\tLeeton', { address: ['1 High Street\nLeeton'] }],
    ['note:\nIn two lines:\n one\n\n# not this\nlast', { note: ['In two lines:\n one\n\nlast'] }],
    ['note: one\n  phone: of old', { note: ['one\n phone: of old'] }],
    ['', {}],
  ])('%j', (text, expected) => {
    expect(contactFields(text).refused).toEqual([])
    expect(read(text)).toEqual(expected)
  })

  const fieldNames = [...singleFields, ...listFields].join(', ')
  test.each<[string, string, string]>([
    ['phon: 117', 'phon: 117', `There is no field "phon"; the fields are ${fieldNames}.`],
    ['Gary Lee', 'Gary Lee', `There is no field "Gary Lee"; the fields are ${fieldNames}.`],
    ['name: Gary\nname: Ada', 'name: Ada', '"name" can appear only once.'],
    [
      'note: tall\nphone: 117',
      'phone: 117',
      'The note continues to the end: move this line above it, or begin it with a space.',
    ],
  ])('%j is refused', (text, line, why) => {
    expect(contactFields(text).refused).toEqual([{ line, why }])
  })
})

describe('reasons above a text', () => {
  const refused = [{ line: 'phone: lots', why: '"lots" is not a phone number.' }]

  test('leave it as it was typed', () => {
    expect(withRefusals('# mine\nphone: lots\n', refused)).toBe(
      '#! phone: lots\n#!     "lots" is not a phone number.\n# mine\nphone: lots\n',
    )
  })

  test('take the place of the reasons before', () => {
    const again = withRefusals(withRefusals('phone: lots\n', [{ line: 'x', why: 'y' }]), refused)
    expect(again).toBe('#! phone: lots\n#!     "lots" is not a phone number.\nphone: lots\n')
  })
})

test.each([
  ['# only\n\n#comments\n', ''],
  ['\n one\n# no\n\ntwo \n', 'one\n\ntwo'],
])('%j without comments', (text, expected) => {
  expect(withoutComments(text)).toBe(expected)
})

test('a field that was never set reads as nothing', () => {
  const contact: Contact = aContact({ phones: [] })
  const { fields } = contactFields(contactText(contact))
  expect([...fields].filter(([, values]) => values.length > 0)).toEqual([['name', ['Gary Lee']]])
})
