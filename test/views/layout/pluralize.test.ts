import { expect, it } from 'vitest'
import { pluralize, joinNames } from '../../../src/views/layout/pluralize.ts'

it.each([
  [0, '0 days'],
  [1, '1 day'],
  [12, '12 days'],
])('%i', (count, words) => {
  expect(pluralize(count, 'day')).toBe(words)
})

it.each([
  [[], 'nobody'],
  [['Ada'], 'Ada'],
  [['Ada', 'Gary'], 'Ada and Gary'],
  [['Ada', 'Gary', 'José'], 'Ada, Gary and José'],
  [['Ada', 'Gary', 'José', 'Mei'], 'Ada, Gary, José and 1 more'],
  [['Ada', 'Gary', 'José', 'Mei', 'Sue', 'Tom', 'Uma'], 'Ada, Gary, José and 4 more'],
])('%j', (names, words) => {
  expect(joinNames(names)).toBe(words)
})
