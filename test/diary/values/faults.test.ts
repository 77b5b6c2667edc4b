import { expect, it, test } from 'vitest'
import { columns } from '../../../src/diary/values/columns.ts'
import { explained, rowFaults, valueFaults } from '../../../src/diary/values/faults.ts'
import { BadValue } from '../../../src/diary/values/rules.ts'
import { openBlank } from '../../../src/diary/open.ts'
import { inMemory, newContact, newPromise } from '../../support/diaries.ts'
import { aMoment } from '../../support/facts.ts'

const at = aMoment('2026-11-25 09:00')

test('there is a rule for every column of every table in which something is written', () => {
  const db = openBlank()
  const tables = db
    .prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
    .pluck()
    .all()
    .filter((name) => !name.startsWith('sqlite_') && name !== 'contact_keys')
  expect(Object.keys(columns).toSorted()).toEqual(tables.toSorted())
  for (const [table, rules] of Object.entries(columns)) {
    const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
    expect(Object.keys(rules).toSorted()).toEqual(names.toSorted())
  }
})

test('what fu writes has no faults', () => {
  const { db, diary } = inMemory()
  diary.write({ command: 'add', at }, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee', { tags: ['golf'], doNotContact: ['call'] }))
    tx.keepPromise(tx.addPromise(newPromise(id)).id, { at, outcome: 'reached', reason: null, note: 'yes' })
    tx.set('country', 'AU')
  })
  expect([...valueFaults(db)]).toEqual([])
})

test('every fault is listed, with its row and its column', () => {
  const { db, diary } = inMemory()
  diary.write({ command: 'add', at }, (tx) => {
    tx.addPromise(newPromise(tx.addContact(newContact('Gary Lee')).id))
  })
  db.exec(`UPDATE contacts SET channel = 'by fax', every = 'often'; UPDATE promises SET due_day = 'soon'`)
  expect([...valueFaults(db)].map(({ row, column }) => `${row} ${column}`)).toEqual([
    'contacts 1 channel',
    'contacts 1 every',
    'promises 1 due_day',
  ])
})

it('names the row where it is known, and the value where it is not', () => {
  const db = openBlank()
  const error = new BadValue('soon', 'a day')
  expect(explained(db, error)).toMatchObject({
    message: 'The diary has a value that fu cannot read: "soon" is not a day.',
    cause: error,
  })
})

it('leaves other errors alone', () => {
  const error = new Error('something else')
  expect(explained(openBlank(), error)).toBe(error)
})

it('looks at the columns that it is given', () => {
  expect(rowFaults('promises', ['due_day', 'hot'], ['soon', 1])).toEqual([
    { column: 'due_day', why: '"soon" is not a day written 2026-11-27' },
  ])
})
