import { expect, test } from 'vitest'
import { memoize } from '../../src/domain/memoize.ts'

test('each key is worked out once, and gives what it gave', () => {
  const asked: number[] = []
  const half = memoize((number: number) => {
    asked.push(number)
    return number / 2
  })
  expect([half(4), half(0), half(4), half(0)]).toEqual([2, 0, 2, 0])
  expect(asked).toEqual([4, 0])
})
