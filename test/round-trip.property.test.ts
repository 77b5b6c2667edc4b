import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Moment } from '../src/domain/moment.ts'
import { csvRows } from '../src/formats/csv/rows.ts'
import { beginning, histories, writing } from './support/histories.ts'
import { aMoment } from './support/facts.ts'
import { olderExport } from './support/older-export.ts'
import { aProgram, type Program } from './support/program.ts'
import { runs } from './support/runs.ts'

const json = 'export --format json -o diary.json'
const folder = 'export all -o books'

test('a whole diary comes back into an empty one, and is exported again byte for byte (R71)', async () => {
  await fc.assert(
    fc.asyncProperty(histories(writing, 12), async (history) => {
      const written = aProgram()
      for (const { at, words } of [...beginning, ...history]) {
        written.setClock(at)
        await written.fu(words)
      }
      await written.fu(json)
      await written.fu(folder)
      const now = [...beginning, ...history].at(-1)?.at ?? aMoment('2026-11-25 09:00')
      await expectOneStory(written)
      for (const file of ['diary.json', 'books']) {
        expect(await comesBack(written, file, now)).toEqual(written.files)
      }
      written.db.close()
    }),
    runs(10),
  )
})

test('an export of an older version, with its facts in words alone, comes back and says the same', async () => {
  await fc.assert(
    fc.asyncProperty(histories(writing, 12), async (history) => {
      const written = aProgram()
      for (const { at, words } of [...beginning, ...history]) {
        written.setClock(at)
        await written.fu(words)
      }
      await written.fu(json)
      const text = written.files.get('diary.json') ?? ''
      const again = aProgram({ files: { 'diary.json': olderExport(text) } })
      again.setClock([...beginning, ...history].at(-1)?.at ?? aMoment('2026-11-25 09:00'))
      expect((await again.fu('import diary.json')).stderr).toBe('')
      await again.fu(json)
      expect(olderExport(again.files.get('diary.json') ?? '')).toEqual(olderExport(text))
      written.db.close()
      again.db.close()
    }),
    runs(10),
  )
})

/** Imports a file into an empty diary at the same moment, twice; gives what is exported again. */
async function comesBack(written: Program, file: string, now: Moment): Promise<ReadonlyMap<string, string>> {
  const again = aProgram({ files: Object.fromEntries(written.files) })
  again.setClock(now)
  expect((await again.fu(`import ${file}`)).stderr).toBe('')
  expect((await again.fu(`import ${file}`)).stdout).toMatch(/: \d+ unchanged\.\n$/)
  await again.fu(json)
  await again.fu(folder)
  again.db.close()
  return again.files
}

type Told = Readonly<
  Record<'id' | 'attempts' | 'moves' | 'onTime' | 'madeAt' | 'closedAt', string | number | boolean | null>
>

/** What both formats say of a promise is said by two pieces of the program: the table by the database itself. */
async function expectOneStory({ files }: Program): Promise<void> {
  const { promises } = JSON.parse(files.get('diary.json') ?? '') as { promises: Told[] }
  const told = []
  for await (const row of csvRows([files.get('books/promises.csv') ?? ''])) {
    const { id, attempts, moves, on_time, made_at, closed_at } = 'cells' in row ? row.cells : {}
    told.push([id, attempts, moves, on_time, made_at, closed_at])
  }
  expect(told).toEqual(
    promises.map(({ id, attempts, moves, onTime, madeAt, closedAt }) =>
      [id, attempts, moves, onTime, madeAt, closedAt].map((value) => String(value ?? '')),
    ),
  )
}
