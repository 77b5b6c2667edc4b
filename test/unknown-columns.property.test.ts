import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aProgram } from './support/program.ts'
import { runs } from './support/runs.ts'

const text = fc.constantFrom(
  '43',
  'a, b; c',
  '"x"',
  'two\nlines',
  '=1+1',
  "'tis",
  'Größe',
  '日本',
  '-',
  '[1]',
  '{"a":1}',
)

/** Names of columns that no address book knows. */
const column = fc
  .array(
    fc.constantFrom(
      'Shoe',
      'size',
      'GENDER',
      'X-FOO',
      'é',
      '(2)',
      '=1',
      "'",
      '"',
      ',',
      'item1.',
      ':',
      ';',
      'phone_x',
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((words) => `zz ${words.join(' ')}`)

const table = fc.uniqueArray(column, { minLength: 1, maxLength: 5 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(
      fc.array(fc.option(text, { nil: '' }), { minLength: columns.length, maxLength: columns.length }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  }),
)

test('what stands in columns that nobody knows comes out of a table, a document and a card again', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ columns, rows }) => {
      const header = ['First Name', 'Last Name', 'E-mail Address', ...columns]
      const people = rows.map((cells, index) => ['Ada', `Lo${index}`, `a${index}@lo.example`, ...cells])
      const first = aProgram({ files: { 'table.csv': plainTable([header, ...people]) } })
      const imported = await first.fu('import table.csv')
      const filled = columns.filter((_, place) => rows.some((cells) => cells[place] !== ''))
      expect(imported.status).toBe(0)
      // Each is named once.
      expect(imported.stderr.split('Unknown columns, kept as other details: ').length).toBe(
        filled.length > 0 ? 2 : 1,
      )
      const told = await extraOf(first)
      expect(told).toEqual(
        rows.map((cells) =>
          cells.flatMap((cell, place) =>
            cell === '' ? [] : [[columns[place]?.replaceAll(/\s+/g, ' '), cell]],
          ),
        ),
      )
      for (const format of ['csv', 'json', 'vcf']) {
        const { stdout } = await first.fu(`export people --format ${format}`)
        const again = aProgram({ files: { exported: stdout } })
        await again.fu('import exported')
        expect(await extraOf(again)).toEqual(told)
        expect((await again.fu(`export people --format ${format}`)).stdout).toBe(stdout)
        again.db.close()
      }
      first.db.close()
    }),
    runs(30),
  )
})

/** A table of another program, whose cells are as they are. */
function plainTable(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('')
}

async function extraOf({ fu }: ReturnType<typeof aProgram>): Promise<string[][][]> {
  const { items } = JSON.parse((await fu('people --json')).stdout) as {
    items: { extra: { name: string; value: string }[] }[]
  }
  return items.map(({ extra }) => extra.map(({ name, value }) => [name, value]))
}
