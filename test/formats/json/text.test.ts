import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonText } from '../../../src/formats/json/text.ts'

it.each([
  ['a C1 control', 'a\u009b31m', String.raw`"a\u009b31m"`],
  ['delete', '\u007f', String.raw`"\u007f"`],
  ['a line separator', '\u2028', String.raw`"\u2028"`],
  ['a direction override', '\u202egpj', String.raw`"\u202egpj"`],
  ['a tag character', 'a\u{e0041}', String.raw`"a\udb40\udc41"`],
  ['what JSON escapes itself', '\u001b"\n', String.raw`"\u001b\"\n"`],
  ['joiners, selectors and letters', 'می\u200cخواهم 👨‍👩‍👧 ❤\ufe0f 王', '"می\u200cخواهم 👨‍👩‍👧 ❤\ufe0f 王"'],
])('writes %s so that a screen obeys nothing', (_, text, json) => {
  expect(jsonText(text)).toBe(json)
})

it('stands as deep as it is asked', () => {
  expect(jsonText({ a: ['b'] }, 2)).toBe('{\n  "a": [\n    "b"\n  ]\n}')
})

it('gives the same text back, and holds nothing that a screen would obey', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = jsonText({ [text]: text })
      expect(JSON.parse(json)).toEqual({ [text]: text })
      expect(json).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u)
    }),
  )
})
