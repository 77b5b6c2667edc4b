import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flow } from '../../../src/views/layout/flow.ts'
import { renderRows } from '../../../src/views/layout/render.ts'
import { hangingIndent, rowWidth, span, type Row } from '../../../src/views/layout/span.ts'
import { wrap } from '../../../src/views/layout/wrap.ts'
import { themeFor } from '../../../src/views/layout/colours.ts'

const plain = themeFor(0)
const of = (text: string): Row => [span('plain', text)]
const texts = (rows: readonly Row[]): string[] => renderRows(rows, plain, 0).split('\n').slice(0, -1)

describe('wrap', () => {
  it.each([
    ['breaks between words', 'send the papers', 10, ['send the', 'papers']],
    ['fills a row to its last column', 'send the papers', 8, ['send the', 'papers']],
    ['draws spaces together', ' send   the\n\npapers ', 40, ['send the papers']],
    [
      'cuts only a word wider than the row',
      'see example.com/abc now',
      8,
      ['see', 'example.', 'com/abc', 'now'],
    ],
    ['goes on behind the end of a cut word', 'abcdefgh i', 6, ['abcdef', 'gh i']],
    ['counts wide characters twice', '王美玲王美玲', 6, ['王美玲', '王美玲']],
    ['does not halve a wide character', '王美玲', 5, ['王美', '玲']],
    ['does not cut an emoji apart', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 4, ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']],
    ['keeps marks with their letter', 'e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
    ['gives nothing for nothing', '  ', 10, []],
  ])('%s', (_, text, width, rows) => {
    expect(texts(wrap(of(text), width))).toEqual(rows)
  })

  it('holds a word together that runs over two roles', () => {
    const name = [span('name', 'Gary Lee'), span('plain', ', Lee Mortgages')]
    expect(texts(wrap(name, 10))).toEqual(['Gary Lee,', 'Lee', 'Mortgages'])
  })

  it('loses no character and is nowhere wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const rows = wrap(of(text), width)
        expect(texts(rows).join('').replace(/\s/gu, '')).toBe((of(text)[0]?.text ?? '').replace(/\s/gu, ''))
        for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('flow', () => {
  const separator = span('dim', ' · ')
  it.each([
    ['puts items side by side', ['hot', 'call', '2nd try'], 40, ['hot · call · 2nd try']],
    ['starts a row with what does not fit', ['tomorrow 0', 'nobody'], 15, ['tomorrow 0', 'nobody']],
    [
      'starts a row where there is no room to begin',
      ['hot', 'send the papers'],
      14,
      ['hot', 'send the', 'papers'],
    ],
    [
      'wraps where it stands what no row holds',
      ['hot', 'send the papers today'],
      18,
      ['hot · send the', 'papers today'],
    ],
    ['leaves out empty items', ['', 'call', ''], 40, ['call']],
    ['gives nothing for nothing', ['', ''], 40, []],
  ])('%s', (_, items, width, rows) => {
    expect(texts(flow(items.map(of), separator, width))).toEqual(rows)
  })
})

it('hangs rows behind their head', () => {
  expect(texts(hangingIndent(of('what: '), [of('send'), of('papers')]))).toEqual([
    'what: send',
    '      papers',
  ])
  expect(texts(hangingIndent(of('  5'), []))).toEqual(['  5'])
})

it('never lets outside text carry a style', () => {
  expect(renderRows([[span('late', '\u001b[0mcalm')]], themeFor(1), 0)).toBe(
    '\u001b[31m\\u{1b}[0mcalm\u001b[39m\n',
  )
})

it('ends no row with a space', () => {
  expect(renderRows([[span('name', 'Gary  '), span('plain', '   ')], []], plain, 2)).toBe('  Gary\n\n')
})
