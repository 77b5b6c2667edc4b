import { expect, test } from 'vitest'
import { promiseBook } from '../../src/diary/export/promises-csv.ts'
import { inMemory, newContact } from '../support/diaries.ts'
import { aMoment } from '../support/facts.ts'
import { fill, searchTables } from './fill-diary.ts'
import { everyPromise } from './rows.ts'

test('the diary of the benchmark is one of this version, and its reference for the export has the same rows', () => {
  const { db, diary } = inMemory()
  diary.write({ command: 'add', at: aMoment('2026-11-25') }, (tx) => {
    tx.addContact(newContact('Nobody Else'))
  })
  const triggers = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all()
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
  fill(db, 200)
  db.exec(searchTables)
  const range = { last: 600, contact: null, now: aMoment('2026-11-25') }
  const [head = '', ...lines] = [...promiseBook(db, range, (cell) => cell)].join('').trimEnd().split('\r\n')
  const reference = db.prepare<[], Readonly<Record<string, unknown>>>(everyPromise).all()
  expect(Object.keys(reference[0] ?? {})).toEqual(head.split(','))
  expect(reference.map((row) => Object.values(row).join())).toEqual(lines)
})
