import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsBetween } from '../../../src/parse/phrase/slips.ts'
import { runs } from '../../support/runs.ts'

test.each([
  ['kaspar', 'kaspar', 0],
  ['kasper', 'kaspar', 1],
  ['kapsar', 'kaspar', 1],
  ['kaspr', 'kaspar', 1],
  ['linqvist', 'lindqvist', 1],
  ['', 'ada', 3],
])('from "%s" to "%s" there are %i slips', (typed, meant, slips) => {
  expect(slipsBetween(typed, meant)).toBe(slips)
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 9 })

test('gives up where there are more than are asked for, and nowhere else', () => {
  fc.assert(
    fc.property(word, word, fc.nat(6), (typed, meant, limit) => {
      const all = slipsBetween(typed, meant)
      expect(slipsBetween(typed, meant, limit)).toBe(all > limit ? Infinity : all)
    }),
    runs(2000),
  )
})
