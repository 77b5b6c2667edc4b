import { expect, test } from 'vitest'
import { emptyNameParts, fullName, namePartsOf, type NameParts } from '../../src/domain/name-parts.ts'

test.each<[name: string, parts: Partial<NameParts>, full: string | null]>([
  ['Ada Love', {}, null],
  ['Ada Love', { prefix: 'Dr.' }, 'Dr. Ada Love'],
  ['Ada Love', { middle: 'Maria', suffix: 'MD' }, 'Ada Maria Love MD'],
  ['Dr. Ada M. Love MD', { prefix: 'Dr.', given: 'Ada', middle: 'M.', family: 'Love', suffix: 'MD' }, null],
  ['Gaz', { given: 'Gary', family: 'Lee' }, 'Gary Lee'],
  ['Gaz', { suffix: 'Jr.' }, 'Gaz Jr.'],
  ['山田 太郎', { given: '太郎', family: '山田' }, null],
  ['山田 太郎', { given: '太郎', family: '山田', prefix: 'Dr.' }, 'Dr. 山田 太郎'],
])('"%s" with %j in full is %j', (name, parts, full) => {
  expect(fullName(name, { ...emptyNameParts, ...parts })).toBe(full)
})

test.each<[name: string, parts: Partial<NameParts>, stored: Partial<NameParts>]>([
  ['Gary Lee', { given: 'Gary', family: 'Lee' }, {}],
  ['Gary Lee', { given: 'Gary', family: 'Lee', prefix: 'Dr.' }, { prefix: 'Dr.' }],
  ['Gary', { given: 'Gary' }, {}],
  ['Ada van der Berg', { given: 'Ada', family: 'van der Berg' }, { given: 'Ada', family: 'van der Berg' }],
  ['山田 太郎', { given: '太郎', family: '山田' }, { given: '太郎', family: '山田' }],
])('of "%s" the parts %j are stored as %j', (name, parts, stored) => {
  expect(namePartsOf(name, { ...emptyNameParts, ...parts })).toEqual({ ...emptyNameParts, ...stored })
})
