import { describe, expect, it } from 'vitest'
import { tableView, type TableOptions } from '../../../src/views/layout/table.ts'
import { themeFor } from '../../../src/views/layout/colours.ts'

/** The table, after a line break, so that it can be read as it is printed. */
function table(head: string[], rows: string[][], known: Partial<TableOptions> = {}): string {
  return `\n${tableView(head, rows, { theme: themeFor(0), width: 80, ...known })}`
}

const head = ['id', 'who', 'what', 'due']
const rows = [
  [
    '5',
    'Gary Lee, Lee Mortgages',
    'send the papers for the refinance, all of them, to the office',
    'Mon 30 Nov',
  ],
  ['12', 'Ada Müller', '', 'Tue 1 Dec'],
]

it('wraps the widest cells at 80 columns', () => {
  expect(table(head, rows, { align: ['right'] })).toBe(`
  id  who                      what                                due
   5  Gary Lee, Lee Mortgages  send the papers for the refinance,  Mon 30 Nov
                               all of them, to the office
  12  Ada Müller                                                   Tue 1 Dec
`)
})

it('takes no more than it needs at 200 columns', () => {
  expect(table(head, rows, { width: 200 })).toBe(`
  id  who                      what                                                           due
  5   Gary Lee, Lee Mortgages  send the papers for the refinance, all of them, to the office  Mon 30 Nov
  12  Ada Müller                                                                              Tue 1 Dec
`)
})

it('puts the cells below each other at 40 columns, and leaves the empty ones out', () => {
  expect(table(head, rows, { width: 40 })).toBe(`
  id: 5
  who: Gary Lee, Lee Mortgages
  what: send the papers for the
        refinance, all of them, to the
        office
  due: Mon 30 Nov

  id: 12
  who: Ada Müller
  due: Tue 1 Dec
`)
})

it('keeps the columns of a small table at 40', () => {
  expect(table(['key', 'value'], [['opens', '9:00']], { width: 40 })).toBe(`
  key    value
  opens  9:00
`)
})

it('lines up names of all scripts', () => {
  const names = ['王美玲', 'สวัสดี', 'שָׁלוֹם', '👨‍👩‍👧‍👦', '🫠', 'Mu\u0308ller', 'ليلى']
  expect(
    table(
      ['who', 'n'],
      names.map((name) => [name, '1']),
    ),
  ).toBe(`
  who     n
  王美玲  1
  สวัสดี    1
  שָׁלוֹם    1
  👨‍👩‍👧‍👦      1
  🫠      1
  Mu\u0308ller  1
  ليلى    1
`)
})

it('cuts a word only where it would take the columns from the others', () => {
  const address = 'https://example.com/a/very/long/address/that/does/not/end/soon'
  expect(table(['who', 'what'], [['Gary', address]], { width: 60 })).toBe(`
  who   what
  Gary  https://example.com/a/very/long/address/that/does/
        not/end/soon
`)
})

it('writes out what a screen would obey', () => {
  expect(table(['a\u001b[1mb'], [['two\nlines\u001b]0;title\u0007']])).toBe(`
  a\\u{1b}[1mb
  two lines\\u{1b}]0;title\\u{7}
`)
})

it('shows the letters that stand for text as they are', () => {
  expect(table(['x', 'xx'], [['xxx x', 'x']])).toBe(`
  x      xx
  xxx x  x
`)
})

it('keeps one set of columns through many rows', () => {
  const many = Array.from({ length: 120 }, (_, index) => [`Person ${index}`, String(index)])
  const lines = table(['who', 'n'], [...many, ['Dorothea Featherstonehaugh', '120']])
    .split('\n')
    .slice(1, -1)
  expect(lines).toEqual([
    `  ${'who'.padEnd(26)}  n`,
    ...many.map(([who = '', n = '']) => `  ${who.padEnd(26)}  ${n}`),
    '  Dorothea Featherstonehaugh  120',
  ])
})

it('keeps its columns beside a cell of thousands of lines, and takes no time for it', () => {
  const note = 'paid in full '.repeat(10_000)
  const lines = table(['who', 'note', 'n'], [['Gary Lee', note, '1']], { width: 40 })
    .split('\n')
    .slice(1, -1)
  expect(lines.slice(0, 3)).toEqual([
    '  who       note                    n',
    '  Gary Lee  paid in full paid in    1',
    '            full paid in full paid',
  ])
  expect(lines.map((line) => line.slice(12, 36).trim()).join(' ')).toBe(`note ${note.trim()}`)
})

it('gives no text for no rows', () => {
  expect(tableView(head, [], { theme: themeFor(0), width: 80 })).toBe('')
})

describe('colours', () => {
  it('are on the heads alone', () => {
    expect(table(['id', 'who'], [['5', 'Gary']], { theme: themeFor(3) })).toBe(
      '\n  \u001b[2mid\u001b[22m  \u001b[2mwho\u001b[22m\n  5   Gary\n',
    )
  })

  it.each([40, 80, 200])('say nothing of their own at %i columns', (width) => {
    const shown = table(head, rows, { width, theme: themeFor(3) })
    expect(shown).toContain('\u001b[')
    expect(shown.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(table(head, rows, { width }))
  })
})
