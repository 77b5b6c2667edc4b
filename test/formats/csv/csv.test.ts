import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, csvCell, listCell, listIn, plainCell, type Cell } from '../../../src/formats/csv/csv.ts'
import { isInstalled } from '../../support/installed.ts'

describe('a cell', () => {
  it.each<[string, Cell, string]>([
    ['text', 'Gary Lee', 'Gary Lee'],
    ['nothing', null, ''],
    ['a number', 3, '3'],
    ['a truth', true, 'true'],
    ['a comma', 'Lee, Gary', '"Lee, Gary"'],
    ['a quote', 'the "fixed" rate', '"the ""fixed"" rate"'],
    ['a line end', 'one\ntwo', '"one\ntwo"'],
    ['a line end of Windows', 'one\r\ntwo', '"one\r\ntwo"'],
    ['letters of any script', '東京 👩‍👩‍👧 ß', '東京 👩‍👩‍👧 ß'],
  ])('of %s', (_, cell, text) => {
    expect(csv(['a'], [[cell, 1]])).toBe(`a\r\n${text},1\r\n`)
  })
})

describe('a cell that a spreadsheet would run', () => {
  it.each([
    ['=1+1', `'=1+1`],
    ['+cmd|calc', `'+cmd|calc`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['＝1+1', `'＝1+1`],
    ['＋1', `'＋1`],
    ['－1', `'－1`],
    ['＠a', `'＠a`],
    ['\t=1', `'\t=1`],
    ['\n=1', `"'\n=1"`],
    ['\r=1', `"'\r=1"`],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    // An apostrophe that was typed gets another, so that reading takes away exactly one.
    [`'=1+1`, `''=1+1`],
    [`''+1`, `'''+1`],
  ])('gets one apostrophe: %j', (cell, text) => {
    expect(csv(['a'], [['x', cell]])).toBe(`a\r\nx,${text}\r\n`)
  })

  it.each(['+61 412 555 019', '+34911234567', `'tis`, `O'Brien`, 'a=b', '1-2', ' =1'])(
    'is none: %j',
    (cell) => {
      expect(csv(['a'], [['x', cell]])).toBe(`a\r\nx,${cell}\r\n`)
    },
  )

  it.each(['+61  412', '+61-412', '+', '+61 412 ', '+ 61', '+61,412'])('is no phone number: %j', (cell) => {
    expect(csv(['a'], [['x', cell]])).toContain(`'${cell}`)
  })
})

describe('a cell read again', () => {
  it.each([
    [`'=1+1`, '=1+1'],
    [`''=1+1`, `'=1+1`],
    [`'＠a`, '＠a'],
    ['+61 412 555 019', '+61 412 555 019'],
    [`'tis`, `'tis`],
    [`O'Brien`, `O'Brien`],
    [`'`, `'`],
    ['', ''],
  ])('loses the one apostrophe that was put there: %j', (cell, text) => {
    expect(plainCell(cell)).toBe(text)
  })
})

describe.runIf(isInstalled('python3'))('read by another program', () => {
  it('comes back cell for cell, one apostrophe before what would run', () => {
    const rows = fc.sample(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 2, maxLength: 2 }),
      { numRuns: 300, seed: 7 },
    )
    const hostile = [
      ['a,"b"\r\nc', '=1'],
      ['"', '""'],
      ['\r', ',\n,'],
      ['', ' '],
    ]
    const all = [...hostile, ...rows].map((row) => row.map((cell) => cell.replaceAll('\0', '')))
    const read = spawnSync(
      'python3',
      [
        '-c',
        'import csv, io, json, sys; text = sys.stdin.buffer.read().decode(); print(json.dumps(list(csv.reader(io.StringIO(text, newline="")))))',
      ],
      { input: csv(['one', 'two'], all), encoding: 'utf8' },
    )
    expect(read.stderr).toBe('')
    const [header, ...cells] = JSON.parse(read.stdout) as string[][]
    expect(header).toEqual(['one', 'two'])
    expect(cells).toEqual(
      all.map((row) => row.map((cell) => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell))),
    )
  })
})

it('reads back as what was written, once the apostrophe is taken away', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(`'`, '=', '+', '-', '@', '1', ' ', 'a') }), (cell) => {
      const [, written = ''] = csv(['a'], [[cell, 1]]).split('\r\n')
      const text = written.slice(0, -2)
      expect(/^'+[=+\-@]/.test(text) ? text.slice(1) : text).toBe(cell)
    }),
  )
})

describe('a cell by itself', () => {
  it('is written as in a row', () => {
    const start = fc.constantFrom('', '=', '+61 2', '+61', '"', ',', '\r', '\n', "'", '＝')
    fc.assert(
      fc.property(start, fc.string({ unit: 'grapheme' }), (first, rest) => {
        expect(`${csvCell(first + rest)}\r\n`).toBe(csv(null, [[first + rest]]))
      }),
    )
  })
})

describe('a list in one cell', () => {
  it.each([
    [['vip', 'paid, late'], 'vip, "paid, late"'],
    [['a "quote"', ' space '], `"a ""quote""", " space "`],
    [[], null],
  ])('%j is written as %j, and read again', (items, cell) => {
    expect(listCell(items)).toBe(cell)
    expect(listIn(cell ?? '')).toEqual(items)
  })
})
