import { expect, test } from 'vitest'
import { matchKeys, type Matchable } from '../../src/domain/match-keys.ts'

const nobody: Matchable = { name: null, company: null, emails: [], phones: [] }

test.each<[string, Partial<Matchable>, string[]]>([
  ['nothing', {}, []],
  ['no uid', { uid: null }, []],
  ['a uid', { uid: '1a2b' }, ['uid 1a2b']],
  ['a name alone', { name: " Seán  O'Brien" }, ['name sean obrien, ']],
  ['a name and a company', { name: 'Gary Lee', company: 'Lee & Co.' }, ['name gary lee, lee & co']],
  ['a company alone', { company: 'Lee & Co' }, []],
  ['an address', { emails: [{ value: 'Gary@Lee.Example' }] }, ['email gary@lee.example']],
  ['a number', { phones: [{ value: '0412 555 019', e164: '+61412555019' }] }, ['number +61412555019']],
  [
    'a number of two spellings',
    { phones: [{ value: '55 1234 5678', e164: '+525512345678' }] },
    ['number +525512345678', 'number +5215512345678'],
  ],
  ['a number of no country', { phones: [{ value: '0412 555-019', e164: null }] }, ['number 0412555019']],
  ['an extension', { phones: [{ value: '555', e164: null }] }, []],
])('%s is known by its keys', (_, known, keys) => {
  expect(matchKeys({ ...nobody, ...known })).toEqual(keys)
})
