import { expect, test } from 'vitest'
import { searchedDigits } from '../../src/domain/number-search.ts'

test.each([
  ['0412 555', ['0412555', '412555']],
  ['+49 (0)30 1234', ['49301234']],
  ['0049 30 1234', ['0049301234', '49301234', '049301234']],
  ['011 33 1 42 68', ['0113314268', '3314268', '113314268']],
  ['\u200e+33 1 42', ['33142']],
  ['+52 1 55 1234 5678', ['5215512345678', '525512345678']],
  ['\u0660\u0665\u0660 \u0661\u0662', ['05012', '5012']],
  ['123', []],
  ['gary', []],
  ['24 hours', []],
])('"%s" is looked for as %j', (text, digits) => {
  expect(searchedDigits(text)).toEqual(digits)
})
