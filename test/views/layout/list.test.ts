import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { themeFor } from '../../../src/views/layout/colours.ts'
import { leastWidth, listLine, listView } from '../../../src/views/layout/list.ts'
import { widthOf } from '../../../src/views/layout/measure.ts'
import { rowText, span } from '../../../src/views/layout/span.ts'
import { truncateRow } from '../../../src/views/layout/truncate.ts'

const theme = themeFor(0)
const rows = [
  ['1', 'Gary Lee', 'send the price list'],
  ['22', 'Ada Müller, Ek & Sons Ltd', 'the delivery date of the second batch, with the changed colours'],
]
const shown = (fit: number | null, some = rows): string =>
  [...listView(['', 'who', 'what'], some, { theme, fit, align: ['right'] })].join('')

test('on a screen a row is a line, cut to it', () => {
  expect(shown(64)).toMatchInlineSnapshot(`
    "      who                        what
       1  Gary Lee                   send the price list
      22  Ada Müller, Ek & Sons Ltd  the delivery date of the sec…
    "
  `)
})

test('one long cell does not narrow the other columns, and dates are not cut', () => {
  const many = Array.from({ length: 12 }, (_, index) => [
    String(index),
    'Gary Lee, Lee Mortgages',
    'ask about the loan for his brother',
    index === 3 ? 'Fri 27 Nov 10:30' : 'Fri 27 Nov',
    index === 5 ? 'late, the next try is on Mon 30 Nov' : 'late',
  ])
  const head = ['', 'who', 'what', 'due', '']
  const text = [...listView(head, many, { theme, fit: 84, whole: [0, 3] })].join('')
  expect(text.split('\n').slice(0, 7).join('\n')).toMatchInlineSnapshot(`
    "      who                      what                        due
      0   Gary Lee, Lee Mortgages  ask about the loan for hi…  Fri 27 Nov        late
      1   Gary Lee, Lee Mortgages  ask about the loan for hi…  Fri 27 Nov        late
      2   Gary Lee, Lee Mortgages  ask about the loan for hi…  Fri 27 Nov        late
      3   Gary Lee, Lee Mortgages  ask about the loan for hi…  Fri 27 Nov 10:30  late
      4   Gary Lee, Lee Mortgages  ask about the loan for hi…  Fri 27 Nov        late
      5   Gary Lee, Lee Mortgages  ask about the loan for hi…  Fri 27 Nov        late…"
  `)
})

test('in a pipe a row is a line, however long', () => {
  expect(shown(null)).toMatchInlineSnapshot(`
    "      who                        what
       1  Gary Lee                   send the price list
      22  Ada Müller, Ek & Sons Ltd  the delivery date of the second batch, with the changed colours
    "
  `)
})

test('nothing is printed for no rows', () => {
  expect(shown(80, [])).toBe('')
})

describe('a long list', () => {
  function* many(count: number, taken: string[]): Generator<string[]> {
    for (let index = 1; index <= count; index += 1) {
      taken.push(String(index))
      yield [String(index), `Person ${index}`, 'x'.repeat(index % 40)]
    }
  }

  it('is printed in pieces, the first before the last row is read', () => {
    const taken: string[] = []
    const pieces = listView(['', 'who', 'what'], many(5000, taken), { theme, fit: 80 })
    expect(pieces.next().value).toContain('Person 1 ')
    expect(taken.length).toBeLessThan(5000)
    const rest = [...pieces].join('')
    expect(taken).toHaveLength(5000)
    expect(rest.trimEnd().split('\n')).toHaveLength(4000)
  })
})

test('property: on a screen no line is wider than it, and there is one for each row', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 50 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: leastWidth, max: 200 }),
      (some, width) => {
        const lines = shown(width, some).replace(/\n$/, '').split('\n')
        expect(lines).toHaveLength(some.length + 1)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      },
    ),
  )
})

test.each([
  [{ width: 80, isScreen: true }, 1],
  [{ width: 80, isScreen: false }, 1],
  [{ width: 40, isScreen: true }, 4],
])('a line of a list of %j takes %i rows', (options, count) => {
  const lines = listLine([span('number', '  1  ')], [span('plain', 'some words '.repeat(10).trim())], options)
  expect(lines).toHaveLength(count)
  const whole = lines.map(rowText).join(' ').replaceAll(/\s+/g, ' ')
  expect(whole.includes('…')).toBe(options.isScreen && options.width === 80)
})

test.each([
  ['send the papers', 9, 'send the…'],
  ['send the papers', 15, 'send the papers'],
  ['send', 1, '…'],
  ['send', 0, ''],
  ['你好吗朋友', 6, '你好…'],
  ['👩‍👩‍👧 and more', 4, '👩‍👩‍👧…'],
])('%j in %i columns is %j', (text, width, cut) => {
  expect(rowText(truncateRow([span('plain', text)], width))).toBe(cut)
})
