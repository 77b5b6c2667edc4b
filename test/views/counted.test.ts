import { expect, it } from 'vitest'
import { counted, listed, ordinal } from '../../src/views/counted.ts'

it.each([
  [0, '0 days'],
  [1, '1 day'],
  [12, '12 days'],
])('%i', (count, words) => {
  expect(counted(count, 'day')).toBe(words)
})

it.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [10, '10th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [102, '102nd'],
  [111, '111th'],
])('%i', (count, words) => {
  expect(ordinal(count)).toBe(words)
})

it.each([
  [[], 'nobody'],
  [['Ada'], 'Ada'],
  [['Ada', 'Gary'], 'Ada and Gary'],
  [['Ada', 'Gary', 'José'], 'Ada, Gary and José'],
  [['Ada', 'Gary', 'José', 'Mei'], 'Ada, Gary, José and 1 more'],
  [['Ada', 'Gary', 'José', 'Mei', 'Sue', 'Tom', 'Uma'], 'Ada, Gary, José and 4 more'],
])('%j', (names, words) => {
  expect(listed(names)).toBe(words)
})
