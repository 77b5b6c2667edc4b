import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { FuError } from '../../../src/domain/errors.ts'
import { csv, plainCell } from '../../../src/formats/csv/csv.ts'
import { csvRows, longestRow, type Cells, type CsvRow } from '../../../src/formats/csv/rows.ts'

/** The rows of a text that comes in these pieces, each with all of its columns. */
async function rowsOf(...pieces: string[]): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of csvRows(pieces)) {
    rows.push('invalid' in row ? row : { line: row.line, cells: allOf(row.cells) })
  }
  return rows
}

/** The cells of a row, those that are empty too. */
function allOf(cells: Cells): Cells {
  const columns: string[] = []
  for (const column in cells) columns.push(column)
  const entries = columns.map((column) => [column, cells[column] ?? ''] as const)
  return Object.assign(Object.create(null), Object.fromEntries(entries))
}

/** The error that reading a text ends with: its kind, what it says, and what to do. */
async function refusalOf(...pieces: string[]): Promise<string> {
  const error: unknown = await rowsOf(...pieces).catch((cause: unknown) => cause)
  return error instanceof FuError ? `${error.kind}: ${error.message} ${error.hint}` : 'none'
}

/** A table whose rows are made as they are asked for. */
function* longText(pieces: number, piece: string): Generator<string> {
  yield 'name,note\n'
  for (let index = 0; index < pieces; index += 1) yield piece
}

describe('the rows of a table', () => {
  const ada = { name: 'Ada Lo', tel: '0412' }
  it.each<[string, string, CsvRow[]]>([
    ['commas', 'name,tel\nAda Lo,0412\n', [{ line: 2, cells: ada }]],
    ['semicolons', 'name;tel\nAda Lo;0412\n', [{ line: 2, cells: ada }]],
    ['tabs', 'name\ttel\nAda Lo\t0412\n', [{ line: 2, cells: ada }]],
    [
      'commas, with a semicolon in a quoted name',
      '"a;b;c",tel\n1,2\n',
      [{ line: 2, cells: { 'a;b;c': '1', tel: '2' } }],
    ],
    ['the line ends of Windows', 'name,tel\r\nAda Lo,0412\r\n', [{ line: 2, cells: ada }]],
    ['the line ends of an old Macintosh', 'name,tel\rAda Lo,0412\r', [{ line: 2, cells: ada }]],
    [
      'line ends of each kind',
      'name,tel\r\nAda Lo,0412\rAda Lo,0412\nAda Lo,0412',
      [2, 3, 4].map((line) => ({ line, cells: ada })),
    ],
    ['a byte order mark', '\uFEFFname,tel\nAda Lo,0412', [{ line: 2, cells: ada }]],
    ['what Excel writes first', 'sep=;\r\nname;tel\r\nAda Lo;0412\r\n', [{ line: 3, cells: ada }]],
    ['blank lines', '\n\nname,tel\n\n,\nAda Lo,0412\n\n', [{ line: 6, cells: ada }]],
    ['blanks around the cells', ' name , tel\n Ada Lo , "0412" \n', [{ line: 2, cells: ada }]],
    ['blanks within quotes', 'name,tel\n" Ada ",\n', [{ line: 2, cells: { name: ' Ada ', tel: '' } }]],
    ['doubled quotes', 'name,tel\n"Ada ""Lo""",\n', [{ line: 2, cells: { name: 'Ada "Lo"', tel: '' } }]],
    [
      'line ends in cells',
      'name,tel\r\n"Ada\r\nLo","1\n2\r3"\r\nBo,\r\n',
      [
        { line: 2, cells: { name: 'Ada\r\nLo', tel: '1\n2\r3' } },
        { line: 6, cells: { name: 'Bo', tel: '' } },
      ],
    ],
    ['fewer cells than columns', 'name,tel\nAda Lo\n', [{ line: 2, cells: { name: 'Ada Lo', tel: '' } }]],
    ['empty cells behind the last column', 'name,tel,\nAda Lo,0412,,,\n', [{ line: 2, cells: ada }]],
    [
      'the notes that LinkedIn puts first',
      'Notes:\r\n"When exporting, some\r\nare missing."\r\n\r\nFirst Name,URL\r\nAda,u\r\n',
      [{ line: 6, cells: { 'First Name': 'Ada', URL: 'u' } }],
    ],
    ['names only', 'name,tel\n', []],
  ])('with %s', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows)
    expect(await rowsOf(...Array.from(text)), 'letter by letter').toEqual(rows)
  })

  it('have cells under no name, which are called by their place', async () => {
    expect(await rowsOf('name,,column 4\nAda,,1\nBo,x,2\nCy,,3,4\n')).toEqual([
      { line: 2, cells: { name: 'Ada', 'column 4': '1' } },
      { line: 3, cells: { name: 'Bo', 'column 2': 'x', 'column 4': '2' } },
      { line: 4, cells: { name: 'Cy', 'column 4': '3', 'cell in column 4': '4' } },
    ])
  })

  it('of a book of ours are named where a cell stands under no name, and the others go on', async () => {
    const ours = 'id,uid,name,do_not_contact,added_at'
    expect(await rowsOf(`${ours},\n1,,,,,\n2,,,,,x\n3,,,,,,4\n`)).toMatchObject([
      { line: 2, cells: { id: '1' } },
      { line: 3, invalid: 'cell 6, "x", has no column name' },
      { line: 4, invalid: 'cell 7, "4", has no column name' },
    ])
  })

  it('are invalid with many more cells than columns', async () => {
    expect(await rowsOf(`name\nAda${',x'.repeat(100)}\nBo${',x'.repeat(101)}\n`)).toMatchObject([
      { line: 2, cells: { name: 'Ada', 'column 101': 'x' } },
      { line: 3, invalid: 'it has 102 cells, and the table 1 columns' },
    ])
  })

  it('have a column for each name that is there twice', async () => {
    expect(await rowsOf('a,b,a,a (2),a\n1,2,3,4,5\n')).toEqual([
      { line: 2, cells: { a: '1', b: '2', 'a (3)': '3', 'a (2)': '4', 'a (4)': '5' } },
    ])
  })

  it('have cells by any name', async () => {
    const [row] = await rowsOf('__proto__,constructor\n1,2\n')
    expect(row).toBeDefined()
    expect(Object.entries(row !== undefined && 'cells' in row ? row.cells : {})).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ])
  })
})

describe('a table is refused', () => {
  const mend =
    'A cell with quotes is written "Gary ""Gaz"" Lee". Correct the line, and import the file again.'
  const again = 'Export the contacts as CSV again.'
  it.each([
    ['of nothing', '', `failed: The file is empty. ${again}`],
    ['of blank lines', '\uFEFF\r\n\r\n', `failed: The file is empty. ${again}`],
    [
      'of ours with a name twice',
      '\nid,uid,name,do_not_contact,added_at, id \n',
      'usage: The column "id" appears twice in line 2. Give each column its own name, and import the file again.',
    ],
    [
      'with a quote not closed at the end',
      'a,b\n1,2\n"3\n4,5\n',
      `failed: The row on line 3 has a quote that is not closed where its cell ends. ${mend}`,
    ],
    [
      'with a quote not closed before the next',
      'a,b\n1,"2\n"3",4\n',
      `failed: The row on line 2 has a quote that is not closed where its cell ends. ${mend}`,
    ],
    [
      'with a quote in a cell',
      'a,b\n1,2\n5" pipe,4\n',
      `failed: The row on line 3 has a quote in the middle of a cell. ${mend}`,
    ],
    [
      'with a quote not closed in the names',
      '"a,b\n1,2\n',
      `failed: The column names in line 1 have a quote that is not closed. Close it, or export the contacts as CSV again.`,
    ],
    [
      'with too many columns',
      Array.from({ length: 100_000 }, (_, index) => index).join(),
      `failed: The file has 100000 columns; a table can have at most 5000. Is it an address book? ${again}`,
    ],
    [
      'that is one line',
      'x'.repeat(1_000_001),
      `failed: The column names do not end within 1,000,000 characters, so this is not a table of people. ${again}`,
    ],
    [
      'with a row too long',
      `a,b\n1,${'x'.repeat(longestRow + 2)}\n`,
      'failed: The row on line 2 is longer than 4 MB. Is a quote missing there, or is the file not a table? Nothing was imported.',
    ],
  ])('%s', async (_, text, says) => {
    expect(await refusalOf(text)).toBe(says)
  })

  it('before an endless row fills the memory', async () => {
    let pieces = 0
    function* endless(): Generator<string> {
      for (const piece of longText(Infinity, 'x'.repeat(10_000))) {
        pieces += 1
        yield piece
      }
    }
    await expect(rowsIn(endless())).rejects.toThrow('The row on line 2 is longer than 4 MB.')
    expect(pieces).toBeLessThan(longestRow / 10_000 + 20)
  })
})

/** How many rows a text has. */
async function rowsIn(text: Iterable<string>): Promise<number> {
  let count = 0
  for await (const _ of csvRows(text)) count += 1
  return count
}

test('the text is taken no faster than the rows are', async () => {
  let pieces = 0
  const rows = csvRows(
    (function* () {
      for (const piece of longText(Infinity, 'Ada,"one\ntwo"\n'.repeat(1_000))) {
        pieces += 1
        yield piece
      }
    })(),
  )
  expect(await rows.next()).toEqual({
    done: false,
    value: { line: 2, cells: { name: 'Ada', note: 'one\ntwo' } },
  })
  await rows.return(undefined)
  expect(pieces).toBeLessThan(10)
})

test('an error in the text comes out as it is', async () => {
  const cause = new FuError('failed', 'The text ends here.')
  function* broken(): Generator<string> {
    yield* longText(10, 'Ada,\n'.repeat(1_000))
    throw cause
  }
  await expect(rowsIn(broken())).rejects.toBe(cause)
})

test('what we write is read again without loss', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^'{0,3}[=+\-@\t\r\n\0＝＋－＠'" ,;]{1,4}[a-z0-9]{0,3}$/),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      async (cells, size) => {
        const columns = ['id', 'uid', 'name', 'do_not_contact', 'added_at']
        const text = csv(
          columns,
          cells.map(([name, mark], id) => [id, '', name, mark, '']),
        )
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? []
        const rows = await rowsOf(...pieces)
        const read = rows.map((row) =>
          'cells' in row ? [row.cells['name'], row.cells['do_not_contact']] : row.invalid,
        )
        expect(
          read.map((pair) => (Array.isArray(pair) ? pair.map((value) => plainCell(value ?? '')) : pair)),
        ).toEqual(cells)
      },
    ),
  )
})
