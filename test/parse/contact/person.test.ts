import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PersonQuery } from '../../../src/domain/person-query.ts'
import { nearest, personQueries } from '../../../src/parse/contact/person.ts'

test.each<[string, PersonQuery[]]>([
  ['@12', [{ rule: 'id', id: 12 }]],
  ['  @12 ', [{ rule: 'id', id: 12 }]],
  [
    'Séan O’Brien',
    [
      { rule: 'name', key: 'sean obrien' },
      { rule: 'nick', key: 'sean obrien' },
      { rule: 'word', words: ['sean', 'obrien'] },
      { rule: 'company', words: ['sean', 'obrien'] },
      { rule: 'word-or-company', words: ['sean', 'obrien'] },
      { rule: 'email', key: 'séan o’brien' },
    ],
  ],
  [
    '0049 30 1234',
    [
      { rule: 'name', key: '0049 30 1234' },
      { rule: 'nick', key: '0049 30 1234' },
      { rule: 'word', words: ['0049', '30', '1234'] },
      { rule: 'company', words: ['0049', '30', '1234'] },
      { rule: 'word-or-company', words: ['0049', '30', '1234'] },
      { rule: 'email', key: '0049 30 1234' },
      { rule: 'digits', digits: '0049301234' },
      { rule: 'digits', digits: '49301234' },
      { rule: 'digits', digits: '049301234' },
    ],
  ],
  ['--', [{ rule: 'email', key: '--' }]],
  ['', []],
  [' \t ', []],
])('"%s" is looked for in this order', (text, queries) => {
  expect(personQueries(text)).toEqual(queries)
})

test.each([
  ['019', []],
  ['5019', ['5019']],
  ['(02) 98', ['0298']],
  ['(02) 9876', ['029876', '29876']],
  ['+61 412', ['61412']],
  ['1.800/55', ['180055']],
  ['12 high st', []],
  ['0412a', []],
  ['5-', []],
])('"%s" is part of a number: %j (R3)', (text, digits) => {
  expect(personQueries(text).flatMap((query) => (query.rule === 'digits' ? query.digits : []))).toEqual(
    digits,
  )
})

test.each(['@', '@1.5', '@-1', '@x', '@@1', '@1234567890123456'])(
  '"%s" is no number of a contact',
  (text) => {
    expect(personQueries(text).map(({ rule }) => rule)).not.toContain('id')
  },
)

const people = ['Gary Lee', 'Greta Lane', 'José Álvarez', 'Jean-Luc Großmann', 'Bo'].map((name) => ({ name }))

test.each([
  ['gary lee', ['Gary Lee']],
  ['gray lee', ['Gary Lee']],
  ['Gery', ['Gary Lee']],
  ['gret', ['Greta Lane']],
  ['alvares', ['José Álvarez']],
  ['grosmann', ['Jean-Luc Großmann']],
  ['jeanluc grosman', ['Jean-Luc Großmann']],
  ['zzzzzz', []],
])('nearest to "%s": %j', (typed, names) => {
  expect(nearest(typed, people).map(({ name }) => name)).toEqual(names)
})

test('no more than three names are near, the nearest first', () => {
  const names = ['abcd', 'abce', 'abc', 'abcde', 'abx'].map((name) => ({ name }))
  expect(nearest('abc', names).map(({ name }) => name)).toEqual(['abc', 'abcd', 'abce'])
})

test('any text gives rules that can be asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const query of personQueries(text)) {
        expect([query, canBeAsked(query)]).toEqual([query, true])
      }
    }),
  )
})

function canBeAsked(query: PersonQuery): boolean {
  if ('id' in query) return Number.isSafeInteger(query.id)
  if ('digits' in query) return /^\d{4,}$/.test(query.digits)
  if ('words' in query) return query.words.length > 0 && !query.words.includes('')
  return query.key !== '' || query.rule !== 'email'
}
