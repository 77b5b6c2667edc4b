import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberKey, otherSpelling, spellingsOf } from '../../src/domain/number-spellings.ts'

test.each([
  ['+5215512345678', '+525512345678'],
  ['+5491123456789', '+541123456789'],
  ['+5511987654321', '+551187654321'],
  ['+2290197123456', '+22997123456'],
  ['+2250747123456', '+22547123456'],
  ['+841612345678', '+84312345678'].map((number) =>
    number.replace('+84161', '+84162').replace('+8431', '+8432'),
  ),
])('%s and %s are one telephone', (one, other) => {
  expect(otherSpelling(one ?? '')).toBe(other)
  expect(numberKey(one ?? '')).toBe(numberKey(other ?? ''))
})

test.each(['+61412555019', '+4930123456', '+551123456789', '+525512345', '+54'])(
  '%s has one spelling',
  (number) => {
    expect(spellingsOf(number)).toEqual([number])
  },
)

test('both spellings of a number have one key', () => {
  const numbers = fc
    .tuple(
      fc.constantFrom('+52', '+521', '+54', '+549', '+55', '+229', '+84', '+61'),
      fc.integer({ min: 1e9, max: 9_999_999_999 }),
    )
    .map(([code, digits]) => `${code}${digits}`)
  fc.assert(
    fc.property(numbers, (number) => {
      const other = otherSpelling(number)
      expect(numberKey(other ?? number)).toBe(numberKey(number))
    }),
  )
})
