import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Moment } from '../src/domain/moment.ts'
import { plainCell } from '../src/formats/csv/csv.ts'
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

type Value = string | number | boolean | null
type Due = { readonly day: string; readonly time: string | null } | null
type ToldPerson = {
  readonly id: number
  readonly phones: readonly { readonly value: string; readonly e164: string | null }[]
  readonly emails: readonly { readonly value: string }[]
}
type Told = Readonly<
  Record<
    | 'id'
    | 'uid'
    | 'owner'
    | 'what'
    | 'channel'
    | 'kind'
    | 'hot'
    | 'status'
    | 'outcome'
    | 'reason'
    | 'note'
    | 'attempts'
    | 'moves'
    | 'madeAt'
    | 'closedAt'
    | 'onTime'
    | 'trigger'
    | 'snoozedUntil'
    | 'plan'
    | 'windowUntil'
    | 'fromCallLog'
    | 'fromMail'
    | 'every'
    | 'occurrence',
    Value
  > &
    Record<'due' | 'promised' | 'anchor', Due> & {
      contact: { readonly id: number; readonly name: string; readonly company: string | null }
      about: { readonly id: number; readonly name: string } | null
      step: { readonly run: number; readonly index: number } | null
    }
>

/** What JSON says of a promise, in the order of the columns of the table. */
function valuesOf(promise: Told, people: readonly ToldPerson[]): readonly (Value | undefined)[] {
  const { contact, about, due, promised, step, anchor } = promise
  const person = people.find(({ id }) => id === contact.id)
  return [
    promise.id,
    promise.uid,
    contact.name,
    contact.company,
    person?.phones[0]?.e164 ?? person?.phones[0]?.value,
    person?.emails[0]?.value,
    promise.owner,
    promise.what,
    promise.channel,
    promise.kind,
    promise.hot,
    due?.day,
    due?.time,
    promised?.day,
    promise.status,
    promise.outcome,
    promise.reason,
    promise.note,
    promise.attempts,
    promise.moves,
    promise.madeAt,
    promise.closedAt,
    promise.onTime,
    about?.name,
    promise.trigger,
    promised?.time,
    promise.snoozedUntil,
    contact.id,
    about?.id,
    promise.plan,
    step?.run,
    step?.index,
    promise.windowUntil,
    promise.fromCallLog,
    promise.fromMail,
    promise.every,
    anchor?.day,
    anchor?.time,
    promise.occurrence,
  ]
}

/** What both formats say of a promise is the same, column by column. */
async function expectOneStory({ files }: Program): Promise<void> {
  const { promises, people } = JSON.parse(files.get('diary.json') ?? '') as {
    promises: Told[]
    people: ToldPerson[]
  }
  const table = files.get('books/promises.csv') ?? ''
  const columns = table.slice(0, table.indexOf('\r\n')).split(',')
  const told = []
  for await (const row of csvRows([table])) {
    const cells = 'cells' in row ? row.cells : {}
    told.push(columns.map((name) => plainCell(cells[name] ?? '')))
  }
  expect(told).toEqual(
    promises.map((promise) => valuesOf(promise, people).map((value) => String(value ?? ''))),
  )
}
