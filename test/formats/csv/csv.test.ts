import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, csvCell, listCell, listIn, plainCell, type Cell } from '../../../src/formats/csv/csv.ts'
import { runs } from '../../support/runs.ts'
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
    ['\t1', `'\t1`],
    ['\n1', `"'\n1"`],
    ['\r1', `"'\r1"`],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    // An apostrophe that was typed gets another, so that reading takes away exactly one.
    [`'=1+1`, `''=1+1`],
    [`''+1`, `'''+1`],
  ])('gets one apostrophe: %j', (cell, text) => {
    expect(csv(['a'], [['x', cell]])).toBe(`a\r\nx,${text}\r\n`)
  })

  it.each([
    // Where a semicolon or a tab separates, these begin a cell; a line end begins a row.
    ['hello;=1+1', `hello;'=1+1`],
    ['hello\t=1+1', `hello\t'=1+1`],
    ['hello\n=1+1', `"hello\n'=1+1"`],
    ['hello\r\n-2', `"hello\r\n'-2"`],
    ['hello\r＝1', `"hello\r'＝1"`],
    ['a;=1;b;@c;+d', `a;'=1;b;'@c;'+d`],
    [';;=1', `;;'=1`],
    ['a;+61 412', `a;'+61 412`],
    // Where no comma separates, the quotes are opened and closed again, or begin the cell.
    ['a;"=1"', `"a;""'=1"""`],
    ['a;""=1', `"a;""""'=1"`],
    [`a;'=1`, `a;''=1`],
    ['=1;=2', `'=1;'=2`],
    ['\t=1', `'\t'=1`],
    ['\n=1', `"'\n'=1"`],
    ['buy:\n- milk\n- eggs', `"buy:\n'- milk\n'- eggs"`],
  ])('gets one in the middle too: %j', (cell, text) => {
    expect(csv(['a'], [['x', cell]])).toBe(`a\r\nx,${text}\r\n`)
  })

  it.each(['a; b', 'a;b=1', 'one-two', 'a\n\nb', "a;'tis", 'a;1+1', '5,- EUR', 'a;\t\n'])(
    'is none in the middle: %j',
    (cell) => {
      expect(csv(['a'], [['x', cell]]).replaceAll('"', '')).toBe(`a\r\nx,${cell}\r\n`)
    },
  )

  it('is a phone number too at the start of a row, which no semicolon ends', () => {
    const formula = `5+cmd|'/C calc'!A0`
    expect(csv(['a', 'b'], [['+61 412', formula]])).toBe(`a,b\r\n'+61 412,${formula}\r\n`)
  })

  it.each(['+61 412 555 019', '+34911234567', `'tis`, `O'Brien`, 'a=b', '1-2', ' =1'])(
    'is none: %j',
    (cell) => {
      expect(csv(['a'], [['x', cell]])).toBe(`a\r\nx,${cell}\r\n`)
    },
  )

  it.each(['+61  412', '+61-412', '+', '+61 412 ', '+ 61', '+61,412'])(
    'is not a phone number: %j',
    (cell) => {
      expect(csv(['a'], [['x', cell]])).toContain(`'${cell}`)
    },
  )
})

describe('a cell read again', () => {
  it.each([
    [`'=1+1`, '=1+1'],
    [`''=1+1`, `'=1+1`],
    [`'＠a`, '＠a'],
    [`hello;'=1`, 'hello;=1'],
    [`hello;''=1`, `hello;'=1`],
    [`hello\n'- one\r\n'- two`, 'hello\n- one\r\n- two'],
    [`a;"'=1`, 'a;"=1'],
    [`a;'tis`, `a;'tis`],
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
    expect(cells.map((row) => row.map(plainCell))).toEqual(all)
  })
})

describe('what is read again', () => {
  /** Texts of what separates, quotes and begins a formula. */
  const text = fc.string({
    unit: fc.constantFrom(`'`, '"', '=', '+', '-', '@', '＝', ',', ';', '\t', '\r', '\n', '1', ' ', 'a'),
    maxLength: 12,
  })
  const tables = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 4 })

  it('is what was written', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const read = spreadsheet(csv(['a', 'b', 'c'], rows), ',').slice(1)
        expect(read.map((row) => row.map(plainCell))).toEqual(rows)
      }),
      runs(2_000),
    )
  })

  it.each([',', ';', '\t', ',;', ';\t', ',;\t'])('is no formula, where %j separates', (separators) => {
    fc.assert(
      fc.property(tables, (rows) => {
        const cells = spreadsheet(csv(['a', 'b', 'c'], rows), separators).flat()
        expect(cells.filter((cell) => runnable.test(cell) && !phoneNumber.test(cell))).toEqual([])
      }),
      runs(2_000),
    )
  })
})

/** What a spreadsheet runs, which may lose the blanks at the start of a cell. */
const runnable = /^[\t\r\n]*[=+\-@＝＋－＠]/
const phoneNumber = /^\+\d+(?: \d+)*$/

/** The cells of a text as a spreadsheet reads them: quotes count where they begin a cell, and nowhere else. */
function spreadsheet(text: string, separators: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  const cell = (): string => {
    let value = ''
    if (text[at] === '"') {
      for (at += 1; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at += 1) {
        if (text[at] === '"') at += 1
        value += text[at]
      }
      at += 1
    }
    for (; at < text.length && !`${separators}\r\n`.includes(text.charAt(at)); at += 1) value += text[at]
    return value
  }
  while (at < text.length) {
    rows.at(-1)?.push(cell())
    const end = /^(?:\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0]
    if (end !== undefined) rows.push([])
    at += end?.length ?? 1
  }
  return rows.filter((row) => row.length > 0)
}

describe('a cell by itself', () => {
  it('is written as in a row', () => {
    const start = fc.constantFrom('', '=', '+61 2', '+61', '"', ',', '\r', '\n', "'", '＝')
    fc.assert(
      fc.property(start, fc.string({ unit: 'grapheme' }), (first, rest) => {
        expect(`x,${csvCell(first + rest)}\r\n`).toBe(csv(null, [['x', first + rest]]))
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
