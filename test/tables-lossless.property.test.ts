import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixture, rowsIn } from './formats/address-books/imported-people.ts'
import { aProgram } from './support/program.ts'
import { runs } from './support/runs.ts'

/** The names of columns of all programs and languages, and some that nobody knows. */
const known = Buffer.from(fixture('headers.txt'))
  .toString()
  .split('\n')
  .flatMap((line) => (line.includes(' = ') ? [line.split(' = ')[0] ?? ''] : []))
const headers = [
  ...new Set([
    ...known,
    'Shoe',
    '',
    '電話',
    'Phone 1 - Label',
    'Phone 1 - Value',
    'Phone 2 - Value',
    'Organization 1 - Name',
    'Organization 1 - Title',
    'Address 1 - Street',
    'Address 1 - City',
    'Relation 1 - Value',
    'Event 1 - Value',
    'Kind',
    'Channel',
    'Time zone',
    'Best time',
    'met',
  ]),
]

/** What a cell may hold, whatever its column is called; each with a mark of its own, so that none repeats another. */
const value = fc.constantFrom<(mark: string) => string>(
  (mark) => `+44 20 7946 0${mark}`,
  (mark) => `m${mark}@lo.example`,
  (mark) => `https://lo.example/${mark}`,
  (mark) => `Ada${mark} Lo`,
  (mark) => `${mark} High St\nFlat 3`,
  (mark) => `a${mark}, b${mark}; c${mark}`,
  (mark) => `Grosse Str. ${mark} \u00e4\u65e5`,
  (mark) => `'${mark}=1`,
  () => '1604-05-09',
  () => '0000-00-00',
  () => '2026-02-30',
  () => '5/14/1975',
  () => '4/5/1975',
  () => '1980-04-15',
  () => '15.4.1980',
  () => '4',
  () => 'Friend',
  () => 'call',
  () => 'Europe/Berlin',
  () => '',
)

const table = fc.uniqueArray(fc.constantFrom(...headers), { minLength: 1, maxLength: 30 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    cells: fc
      .array(value, { minLength: columns.length + 1, maxLength: columns.length + 1 })
      .map((cells) => cells.map((cell, index) => cell(String(100 + index)))),
  }),
)

/** A table of one person, who has an email, so that the row is somebody. A cell behind the last stands under no name. */
function csvOf({ columns, cells }: { columns: readonly string[]; cells: readonly string[] }): string {
  const rows = [
    ['Email', ...columns],
    ['zoe@lo.example', ...cells],
  ]
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()}\n`).join('')
}

/** Dates as they are typed and as they are stored. */
const sameDays = [
  ['15.4.1980', '1980-04-15'],
  ['5/14/1975', '1975-05-14'],
  ['4/5/1975', '1975-05-04'],
]

/** The words of a cell that are not told by the texts; a date is told as it is or as it is stored. */
function lost(cell: string, texts: string): string[] {
  const dates = sameDays.find((day) => day.includes(cell)) ?? []
  if (dates.some((date) => texts.includes(date))) return []
  const words = cell.toLowerCase().split(/[\s,;]+/)
  return words.filter((word) => word !== '' && !texts.includes(word))
}

describe('nothing of a table is lost (R71)', () => {
  it('on the way to a person, whatever its columns are called', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, cells }) => {
        const [row] = await rowsIn(csvOf({ columns, cells }))
        if (row === undefined || 'invalid' in row) throw new Error(JSON.stringify(row))
        const { birthday, anniversaries } = row.person
        const dates = [birthday, ...anniversaries.map(({ date }) => date)].map((date) =>
          date === null ? '' : `${date.year ?? ''}-0${date.month}-${date.day}`,
        )
        const texts = textsIn(row.person).concat(dates).join('\n').toLowerCase()
        expect(cells.flatMap((cell) => lost(cell, texts))).toEqual([])
      }),
      runs(2_000),
    )
  })

  it('on the way into the diary, and out of it', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (written) => {
        const { fu, db } = aProgram({ files: { 'table.csv': csvOf(written) }, locale: 'en-GB' })
        expect(await fu('import table.csv')).toMatchObject({ status: 0 })
        const told = textsIn(JSON.parse((await fu('people --json')).stdout))
        // A table has dates as one text.
        const texts = [...told, (await fu('export people')).stdout].join('\n').toLowerCase()
        expect(written.cells.flatMap((cell) => lost(cell, texts))).toEqual([])
        db.close()
      }),
      runs(40),
    )
  })
})

/** All texts in a value. */
function textsIn(some: unknown): string[] {
  if (typeof some === 'string') return [some]
  return typeof some === 'object' && some !== null ? Object.values(some).flatMap(textsIn) : []
}
