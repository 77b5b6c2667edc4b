import { expect, test } from 'vitest'
import type { Contact } from '../../../src/domain/contact.ts'
import { duplicatesAmong } from '../../../src/schedule/check/duplicates.ts'
import { aContact } from '../../support/facts.ts'

const phone = (value: string, e164: string | null): Contact['phones'][number] => ({
  label: null,
  value,
  readable: value,
  e164,
})
const email = (value: string): Contact['emails'][number] => ({ label: null, value })
const gary = { name: 'Gary Lee', phones: [] }
const ada = { name: 'Ada Müller', phones: [] }

test.each<[string, readonly Partial<Contact>[], string[]]>([
  [
    'one number, however it was typed',
    [
      { ...gary, phones: [phone('0412 555 019', '+61412555019')] },
      { ...ada, phones: [phone('+61412555019', '+61412555019')] },
    ],
    ['1 2: number 0412 555 019'],
  ],
  [
    'one number of no known country',
    [
      { ...gary, phones: [phone('030 123-456', null)] },
      { ...ada, phones: [phone('030123456', null)] },
    ],
    ['1 2: number 030 123-456'],
  ],
  [
    'no short number',
    [
      { ...gary, phones: [phone('117', null)] },
      { ...ada, phones: [phone('117', null)] },
    ],
    [],
  ],
  [
    'one address, whatever its case',
    [
      { ...gary, emails: [email('Office@lee.example')] },
      { ...ada, emails: [email('office@LEE.example')] },
    ],
    ['1 2: email Office@lee.example'],
  ],
  ['one name, without its accents', [ada, { ...ada, name: 'ada muller' }], ['1 2: name Ada Müller']],
  [
    'one name at one company',
    [
      { ...gary, company: 'Lee Mortgages' },
      { ...gary, company: 'LEE MORTGAGES' },
      { ...gary, company: 'High Noon' },
    ],
    ['1 2: name Gary Lee'],
  ],
  [
    'not one name at two companies',
    [
      { ...gary, company: 'Lee Mortgages' },
      { ...gary, company: 'High Noon' },
    ],
    [],
  ],
  ['one name, one of them anywhere', [{ ...gary, company: 'Lee Mortgages' }, gary], ['1 2: name Gary Lee']],
  [
    'once, with all that is alike',
    [{ ...gary, emails: [email('g@lee.example')] }, ada, { ...gary, emails: [email('g@lee.example')] }],
    ['1 3: email g@lee.example, name Gary Lee'],
  ],
  [
    'not one person with one number twice',
    [{ ...gary, phones: [phone('1', '+61412555019'), phone('2', '+61412555019')] }],
    [],
  ],
  ['where one of them may be contacted', [{ ...gary, doNotContact: 'all' }, gary], ['1 2: name Gary Lee']],
  [
    'not where none may be',
    [
      { ...gary, doNotContact: 'all' },
      { ...gary, doNotContact: 'all' },
    ],
    [],
  ],
])('%s', (_, contacts, expected) => {
  const found = duplicatesAmong(contacts.map((known, index) => aContact({ id: index + 1, ...known })))
  expect(
    found.map(
      ({ contacts: same, alike }) =>
        `${same.map(({ id }) => id).join(' ')}: ${alike.map(({ by, value }) => `${by} ${value}`).join(', ')}`,
    ),
  ).toEqual(expected)
})
