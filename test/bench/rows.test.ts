import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { fill, searchTables } from './fill-diary.ts'
import { everyPromise } from './rows.ts'

test('the diary of the benchmark is one of this version, and its reference for the export has the same rows', async () => {
  const { fu, db } = aProgram()
  await fu('add "Nobody Else" --no-next')
  const triggers = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all()
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
  fill(db, 200)
  db.exec(searchTables)
  const [head = '', ...lines] = (await fu('export')).stdout.trimEnd().split('\r\n')
  const reference = db.prepare<[], Readonly<Record<string, unknown>>>(everyPromise).all()
  expect(Object.keys(reference[0] ?? {})).toEqual(head.split(','))
  expect(reference.map((row) => Object.values(row).join())).toEqual(lines)
})
