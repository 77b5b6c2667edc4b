import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { dump } from '../support/diaries.ts'
import { aProgram } from '../support/program.ts'
import { runs } from '../support/runs.ts'

const books = new Map<string, string>()

beforeAll(async () => {
  const { fu, files } = aProgram()
  await fu('config country AU')
  await fu('add "Gary Lee" --phone 0412555019 --tag "paid, late" --every 90d --met "trade show"')
  await fu('add "Ada Müller" --from gary --email ada@mueller.example --no-next')
  await fu('promise gary "send the quote" --due fri --about ada')
  await fu('tried 2 "with Sue"')
  await fu('done 1 "reached him" --no-next')
  await fu('sold ada "a loan"')
  await fu('plan set no-answer 2d 4d')
  await fu('export --format json -o diary.json')
  await fu('export all -o books')
  for (const [name, text] of files) books.set(name, text)
})

/** What an import did to a diary with somebody in it. */
type Outcome = { readonly isSaid: boolean; readonly isUndone: boolean }

/** Imports files over a diary; what stayed of it is taken back, and nothing may be left. */
async function imported(files: ReadonlyMap<string, string>, file: string): Promise<Outcome> {
  const { fu, db } = aProgram({ files: Object.fromEntries(files) })
  await fu('add "Sue Hall" --no-next')
  const before = dump(db)
  const { status, stderr: said } = await fu(['import', file])
  const stayed = status === 0 && (await fu('history -n 1 --json')).stdout.includes('"import"')
  if (stayed) await fu('undo')
  const isUndone = isDeepStrictEqual(dump(db), before)
  db.close()
  return { isSaid: [0, 1, 2].includes(status) && !said.includes('fault'), isUndone }
}

/** It was read row by row, or refused in a sentence; and it can be taken back, or nothing of it stayed. */
const sound: Outcome = { isSaid: true, isUndone: true }

/** Puts a value in place of one that stands somewhere in a document; where, is told by a number. */
function replaced(document: unknown, where: number, value: unknown): unknown {
  const places: (() => unknown)[] = []
  const root = { document: structuredClone(document) }
  const visit = (holder: Record<string, unknown>): void => {
    for (const key of Object.keys(holder)) {
      places.push(() => (holder[key] = value))
      const inner = holder[key]
      if (typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>)
    }
  }
  visit(root)
  places[where % places.length]?.()
  return root.document
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    -1,
    0,
    1,
    2,
    3,
    1e21,
    0.5,
    true,
    '',
    ' ',
    '\0',
    '\ud800',
    [],
    {},
    'all',
    '2026-02-30',
  ),
  fc.constantFrom(
    '2026-11-27',
    '25:00',
    '9999-12-31',
    '0000-01-01T00:00:00+14:00',
    '90d',
    'before june',
    'friend',
  ),
  fc.jsonValue(),
)

test('a diary with anything in place of anything comes in row by row, or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), strange, async (where, value) => {
      const document = replaced(JSON.parse(books.get('diary.json') ?? ''), where, value)
      expect(await imported(new Map([['diary.json', JSON.stringify(document)]]), 'diary.json')).toEqual(sound)
    }),
    runs(20),
  )
})

test('books that were cut, or in which anything was written over, come in row by row, or not at all', async () => {
  const names = ['people.csv', 'promises.csv', 'entries.csv', 'settings.json']
  const spoilt = fc.constantFrom(...names)
  await fc.assert(
    fc.asyncProperty(spoilt, fc.nat(), fc.nat({ max: 40 }), fc.string(), async (name, at, length, text) => {
      const whole = books.get(`books/${name}`) ?? ''
      const start = at % whole.length
      const files = new Map(books)
      files.set(`books/${name}`, whole.slice(0, start) + text + whole.slice(start + length))
      expect(await imported(files, 'books')).toEqual(sound)
    }),
    runs(20),
  )
})
