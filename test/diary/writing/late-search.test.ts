import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Pen } from '../../../src/diary/writing/transaction.ts'
import { newEntry } from '../../../src/domain/entry.ts'
import { dump, inMemory, newContact, newPromise } from '../../support/diaries.ts'
import { aDay, aMoment } from '../../support/facts.ts'

const at = aMoment('2026-11-25 09:00')
const writing = { command: 'import', at }

/** Adds, changes and takes away rows of every kind that can be searched. */
function work(pen: Pen): void {
  const { id } = pen.addContact(newContact('Gary Lee', { company: 'Lee Mortgages', note: 'golf' }))
  const promise = pen.addPromise(newPromise(id, { what: 'send the quote' }))
  pen.addEntry(newEntry({ at, contactId: id, act: 'logged', text: 'rang about the loan' }))
  pen.editContact(id, (gary) => ({ ...gary, nick: 'Gaz' }))
  pen.reword(promise.id, 'send the papers')
  pen.dropPromise(pen.addPromise(newPromise(id, { what: 'call' })).id, at, 'gone away')
}

function schema(db: Database): unknown[] {
  return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
}

/** What is found in each search table, and by which keys. */
function found(db: Database): unknown {
  const { contacts: _contacts, promises: _promises, entries: _entries, ...rest } = dump(db)
  return rest
}

test('what is added while a long file is read is found as if it had been added line by line', async () => {
  const [line, file] = [inMemory(), inMemory()]
  for (const { diary } of [line, file]) {
    diary.write({ command: 'add', at }, (pen) => pen.addContact(newContact('Ada Müller')))
  }
  line.diary.write(writing, work)
  await file.diary.writeAsRead({ ...writing, rehearse: false }, async (pen) => work(pen))
  expect(found(file.db)).toEqual(found(line.db))
  expect(file.diary.search('papers').promises).toHaveLength(1)

  const { history } = file.diary.write({ command: 'add', at }, (pen) => {
    pen.addPromise(newPromise(1, { due: { day: aDay('2026-11-27'), time: null }, what: 'ring the bank' }))
  })
  expect(file.diary.search('bank').promises).toHaveLength(1)
  file.diary.undo(history, at)
  file.diary.undo(history - 1, at)
  line.diary.undo(null, at)
  expect(found(file.db)).toEqual(found(line.db))
})

test.each([
  ['is done', false, async (pen: Pen) => work(pen)],
  ['was a rehearsal', true, async (pen: Pen) => work(pen)],
  [
    'fails',
    false,
    async (pen: Pen) => {
      work(pen)
      throw new Error('the file is broken')
    },
  ],
])('the tables and their triggers are as they were when it %s', async (_how, rehearse, reading) => {
  const { db, diary } = inMemory()
  const before = schema(db)
  await diary.writeAsRead({ ...writing, rehearse }, reading).catch(() => null)
  expect(schema(db)).toEqual(before)
})

test('a file of many rows is filled in by pieces, and given up between two of them leaves nothing', async () => {
  const many = (pen: Pen): void => {
    for (let count = 1; count <= 5001; count += 1) pen.addContact(newContact(`Ada Müller ${count}`))
  }
  const { db, diary } = inMemory()
  const before = [schema(db), dump(db)]
  let pauses = 0
  const given = diary.writeAsRead(
    {
      ...writing,
      rehearse: false,
      pause: async () => {
        pauses += 1
        if (pauses === 2) throw new Error('given up')
      },
    },
    async (pen) => many(pen),
  )
  await expect(given).rejects.toThrow('given up')
  expect([schema(db), dump(db)]).toEqual(before)
  await diary.writeAsRead({ ...writing, rehearse: false }, async (pen) => many(pen))
  for (const name of ['Ada Müller 5000', 'Ada Müller 5001'])
    expect(diary.search(name).contacts.map((contact) => contact.name)).toContain(name)
})
