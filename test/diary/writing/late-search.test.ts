import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Transaction } from '../../../src/diary/writing/transaction.ts'
import { newEntry } from '../../../src/domain/entry.ts'
import { dump, inMemory, newContact, newPromise } from '../../support/diaries.ts'
import { aDay, aMoment } from '../../support/facts.ts'

const at = aMoment('2026-11-25 09:00')
const writing = { command: 'import', at }

/** Adds, changes and takes away rows of every kind that can be searched. */
function work(tx: Transaction): void {
  const { id } = tx.addContact(newContact('Gary Lee', { company: 'Lee Mortgages', note: 'golf' }))
  const promise = tx.addPromise(newPromise(id, { what: 'send the quote' }))
  tx.addEntry(newEntry({ at, contactId: id, act: 'logged', text: 'rang about the loan' }))
  tx.editContact(id, (gary) => ({ ...gary, nick: 'Gaz' }))
  tx.reword(promise.id, 'send the papers')
  tx.dropPromise(tx.addPromise(newPromise(id, { what: 'call' })).id, at, 'gone away')
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
    diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Ada Müller')))
  }
  line.diary.write(writing, work)
  await file.diary.writeAsRead({ ...writing, rehearse: false }, async (tx) => work(tx))
  expect(found(file.db)).toEqual(found(line.db))
  expect(file.diary.search('papers').promises).toHaveLength(1)

  const { history } = file.diary.write({ command: 'add', at }, (tx) => {
    tx.addPromise(newPromise(1, { due: { day: aDay('2026-11-27'), time: null }, what: 'ring the bank' }))
  })
  expect(file.diary.search('bank').promises).toHaveLength(1)
  file.diary.history.undo(history, at)
  file.diary.history.undo(history - 1, at)
  line.diary.history.undo(null, at)
  expect(found(file.db)).toEqual(found(line.db))
})

test.each([
  ['is done', false, async (tx: Transaction) => work(tx)],
  ['was a rehearsal', true, async (tx: Transaction) => work(tx)],
  [
    'fails',
    false,
    async (tx: Transaction) => {
      work(tx)
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
  const many = (tx: Transaction): void => {
    for (let count = 1; count <= 5001; count += 1) tx.addContact(newContact(`Ada Müller ${count}`))
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
    async (tx) => many(tx),
  )
  await expect(given).rejects.toThrow('given up')
  expect([schema(db), dump(db)]).toEqual(before)
  await diary.writeAsRead({ ...writing, rehearse: false }, async (tx) => many(tx))
  for (const name of ['Ada Müller 5000', 'Ada Müller 5001'])
    expect(diary.search(name).contacts.map((contact) => contact.name)).toContain(name)
})

test.each([
  ['few', 3],
  ['most', 40],
])('%s of the people who were there before are found by what they are now', async (_what, count) => {
  const [line, late, file] = [inMemory(), inMemory(), inMemory()]
  for (const { diary } of [line, late, file]) {
    diary.write({ command: 'add', at }, (tx) => {
      for (let number = 0; number < 50; number += 1) tx.addContact(newContact(`Person ${number}`))
    })
  }
  const change = (tx: Transaction): void => {
    for (let id = 1; id <= count; id += 1) {
      tx.editContact(id, (current) => ({ ...current, name: `Renamed ${id}`, company: 'Lee Mortgages' }))
      tx.editContact(id, (current) => ({ ...current, nick: `Nick ${id}` }))
    }
    tx.addContact(newContact('Ada Muller'))
  }
  const before = schema(late.db)
  line.diary.write(writing, change)
  late.diary.write({ ...writing, changesMany: true }, change)
  await file.diary.writeAsRead({ ...writing, rehearse: false }, async (tx) => change(tx))
  for (const { db, diary } of [late, file]) {
    expect(found(db)).toEqual(found(line.db))
    expect(schema(db)).toEqual(before)
    expect(db.prepare(`SELECT name FROM sqlite_temp_schema WHERE name LIKE '%later'`).all()).toEqual([])
    expect(diary.search('renamed').contacts).toHaveLength(count)
  }
})
