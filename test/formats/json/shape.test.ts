import { describe, expect, test } from 'vitest'
import { checkShape } from '../../../src/formats/json/shape.ts'

const fields = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `"f${index}":1`).join()}}`

describe('a JSON text that would take much memory to parse is refused', () => {
  test.each([
    ['deep lists', '['.repeat(21), 'it is nested more than 20 deep'],
    ['deep objects', '{"a":'.repeat(21), 'it is nested more than 20 deep'],
    [
      'empty objects',
      `[${`[${'{},'.repeat(9)}{}],`.repeat(30_000)}]`,
      'it has more than 300000 lists and objects',
    ],
    ['a long list', `[${'1,'.repeat(100_000)}1]`, 'a list in it has more than 100000 items'],
    ['an object of many fields', fields(501), 'an object in it has more than 500 fields'],
    ['the same in a list', `[${fields(3)},${fields(501)}]`, 'an object in it has more than 500 fields'],
  ])('%s', (_what, text, why) => {
    expect(() => checkShape(text)).toThrow(`This JSON is not a diary: ${why}.`)
  })

  test.each([
    ['20 lists in one another', `${'['.repeat(20)}${']'.repeat(20)}`],
    ['a list as long as may be', `[${'1,'.repeat(99_999)}1]`],
    ['an object of 500 fields', fields(500)],
    ['two of them side by side', `[${fields(500)},${fields(500)}]`],
    ['brackets and commas in a text', JSON.stringify(['[{,'.repeat(200_000)])],
    ['quotes in a text', JSON.stringify(['"[{,\\'.repeat(200_000)])],
    ['no JSON at all', ']},'.repeat(10)],
  ])('but not %s', (_what, text) => {
    expect(() => checkShape(text)).not.toThrow()
  })
})
