import { expect, test } from 'vitest'
import { grouped } from '../../../src/schedule/page/group-by.ts'

test('groups, and what is in each, keep the order they came in', () => {
  const words = ['tried', 'moved', 'told', 'made']
  expect([...grouped(words, (word) => word[0])]).toEqual([
    ['t', ['tried', 'told']],
    ['m', ['moved', 'made']],
  ])
})
