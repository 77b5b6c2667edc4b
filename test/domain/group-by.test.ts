import { expect, test } from 'vitest'
import { groupBy } from '../../src/domain/group-by.ts'

test('groups, and what is in each, keep the order they came in', () => {
  const words = ['tried', 'moved', 'told', 'made']
  expect([...groupBy(words, (word) => word[0])]).toEqual([
    ['t', ['tried', 'told']],
    ['m', ['moved', 'made']],
  ])
})
