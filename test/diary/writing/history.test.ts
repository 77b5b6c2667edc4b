import { expect, test } from 'vitest'
import type { Diary } from '../../../src/diary/diary.ts'
import type { Writing } from '../../../src/diary/write.ts'
import type { Transaction } from '../../../src/diary/writing/transaction.ts'
import { newEntry } from '../../../src/domain/entry.ts'
import {
  dump,
  inMemory,
  journalSize,
  newContact,
  newPromise,
  type LooseDiary,
} from '../../support/diaries.ts'
import { aDay, aDue, aMoment } from '../../support/facts.ts'
import { errorOf } from '../../support/refusals.ts'

const at = aMoment('2026-11-25 14:20')
const writing: Writing = { command: 'test', at }

/** A diary with Gary, a promise to him, an entry of it, and a setting. */
function begun(): LooseDiary {
  const loose = inMemory()
  loose.diary.write({ command: 'begin', at }, (tx) => {
    const gary = tx.addContact(newContact('Gary Lee', { company: 'Lee Mortgages', nick: 'Gaz' }))
    const { id } = tx.addPromise(newPromise(gary.id))
    tx.addEntry(newEntry({ at, contactId: gary.id, promise: id, act: 'tried', outcome: 'no-answer' }))
    tx.set('country', 'AU')
  })
  return loose
}

const changes: readonly { what: string; change: (tx: Transaction) => unknown }[] = [
  { what: 'a new contact', change: (tx) => tx.addContact(newContact('Ada Müller', { nick: 'Adele' })) },
  {
    what: 'a contact sent by another',
    change: (tx) =>
      tx.addContact(newContact('Ada', { source: { met: 'fair', word: null, from: { id: 1, name: '' } } })),
  },
  {
    what: 'an edit of a contact',
    change: (tx) =>
      tx.editContact(1, ({ company: _company, ...rest }) => ({
        ...rest,
        company: null,
        name: 'Gareth Lee',
      })),
  },
  {
    what: 'two edits of one contact',
    change: (tx) => {
      tx.editContact(1, (contact) => ({ ...contact, name: 'Gareth Lee' }))
      tx.editContact(1, (contact) => ({ ...contact, name: 'Gareth Leigh', tags: ['builder'] }))
    },
  },
  { what: 'a new promise', change: (tx) => tx.addPromise(newPromise(1, { what: 'call', hot: true })) },
  { what: 'a promise moved', change: (tx) => tx.movePromise(1, aDue('2026-12-01 10:30'), false) },
  { what: 'a promise moved, and told', change: (tx) => tx.movePromise(1, aDue('2026-12-01'), true) },
  { what: 'a promise snoozed', change: (tx) => tx.snoozePromise(1, aDay('2026-12-03')) },
  {
    what: 'a snoozed promise moved',
    change: (tx) => {
      tx.snoozePromise(1, aDay('2026-12-03'))
      tx.movePromise(1, aDue('2026-12-04'), false)
    },
  },
  {
    what: 'a promise kept',
    change: (tx) => tx.keepPromise(1, { at, outcome: 'sold', reason: null, note: 'signed' }),
  },
  { what: 'a promise dropped', change: (tx) => tx.dropPromise(1, at, 'moved away') },
  {
    what: 'a plan started, with its first step',
    change: (tx) => {
      const { id } = tx.startPlan({ contactId: 1, plan: 'met', steps: [], what: 'trade show' })
      tx.addPromise(newPromise(1, { plan: 'met', step: { run: id, index: 0 } }))
    },
  },
  {
    what: 'a plan started and stopped',
    change: (tx) => {
      const run = tx.startPlan({ contactId: 1, plan: 'met', steps: [], what: 'trade show' })
      tx.stopPlan(run, 'declined')
    },
  },
  { what: 'a plan set', change: (tx) => tx.setPlan('met', []) },
  {
    what: 'an entry',
    change: (tx) => tx.addEntry(newEntry({ at, contactId: 1, act: 'logged', text: 'lunch' })),
  },
  { what: 'a new setting', change: (tx) => tx.set('hours', '08:00-12:00') },
  { what: 'a setting changed', change: (tx) => tx.set('country', 'DE') },
  { what: 'a setting taken back', change: (tx) => tx.set('country', null) },
  {
    what: 'a contact with a promise and its entry, all at once',
    change: (tx) => {
      const { id } = tx.addContact(newContact('Ada Müller'))
      const promise = tx.addPromise(newPromise(id, { aboutId: 1 }))
      tx.addEntry(newEntry({ at, contactId: id, promise: promise.id, act: 'snoozed' }))
      tx.snoozePromise(promise.id, aDay('2027-01-01'))
      tx.editContact(id, (contact) => ({ ...contact, nick: 'Adele' }))
    },
  },
]

test.each(changes)('$what is undone without a trace, and redone as it was', ({ change }) => {
  const { db, diary } = begun()
  const before = dump(db)
  const { history } = diary.write(writing, change)
  const after = dump(db)
  expect(after).not.toEqual(before)

  const undone = diary.history.undo(history, at)
  expect(dump(db)).toEqual(before)
  expect(diary.history.undo(undone.history, at).entry.undoes).toBe(history)
  expect(dump(db)).toEqual(after)
})

test('what changes nothing is in the history all the same, and is taken back', () => {
  const { db, diary } = begun()
  const before = dump(db)
  const { history } = diary.write(writing, (tx) => tx.set('country', 'AU'))
  expect(diary.history.list(1)).toMatchObject([{ id: history, command: 'test', undone: false }])
  diary.history.undo(null, at)
  expect(dump(db)).toEqual(before)
})

test('moving a promise ends its snooze, and changes what is promised only when they are told', () => {
  const { diary } = begun()
  const moved = diary.write(writing, (tx) => {
    tx.snoozePromise(1, aDay('2026-12-03'))
    return [tx.movePromise(1, aDue('2026-12-01 10:30'), false), tx.movePromise(1, aDue('2026-12-02'), true)]
  })
  expect(moved.value).toMatchObject([
    { due: aDue('2026-12-01 10:30'), promised: aDue('2026-11-27'), snoozedUntil: null },
    { due: aDue('2026-12-02'), promised: aDue('2026-12-02') },
  ])
})

test('the history tells what was done, newest first, and what of it stands', () => {
  const { diary } = begun()
  diary.write({ command: 'log', at: aMoment('2026-11-26') }, (tx) => {
    tx.title('log Gary Lee: lunch')
    tx.addEntry(newEntry({ at, contactId: 1, act: 'logged', text: 'lunch' }))
  })
  diary.history.undo(null, aMoment('2026-11-27'))
  expect(diary.history.list(10)).toEqual([
    {
      id: 3,
      command: 'undo',
      title: 'undo 2: log Gary Lee: lunch',
      at: aMoment('2026-11-27'),
      undoes: 2,
      data: null,
      undone: false,
    },
    {
      id: 2,
      command: 'log',
      title: 'log Gary Lee: lunch',
      at: aMoment('2026-11-26'),
      undoes: null,
      data: null,
      undone: true,
    },
    { id: 1, command: 'begin', title: 'begin', at, undoes: null, data: null, undone: false },
  ])
  expect(diary.history.list(1)).toHaveLength(1)
  expect(diary.history.list(0)).toEqual([])
})

test('a long history is read to its end', () => {
  const { diary } = inMemory()
  for (let count = 1; count <= 250; count += 1) {
    diary.write({ command: `c${count}`, at }, (tx) => tx.set('country', count % 2 === 0 ? 'AU' : 'DE'))
  }
  const ids = diary.history.list(1000).map(({ id }) => id)
  expect(ids).toEqual(Array.from({ length: 250 }, (_, index) => 250 - index))
  expect(diary.history.undo(1 + 249, at).entry.command).toBe('c250')
})

test('undoing again goes further back, past what was taken back already', () => {
  const { db, diary } = inMemory()
  const stood = [dump(db)]
  for (const country of ['AU', 'DE', 'FR']) {
    diary.write({ command: country, at }, (tx) => tx.set('country', country))
    stood.push(dump(db))
  }
  const took = () => diary.history.undo(null, at).entry.command
  expect(took()).toBe('FR')
  expect(dump(db)).toEqual(stood[2])
  expect(took()).toBe('DE')
  expect(dump(db)).toEqual(stood[1])
  diary.write({ command: 'NL', at }, (tx) => tx.set('country', 'NL'))
  expect(took()).toBe('NL')
  expect(took()).toBe('AU')
  expect(dump(db)).toEqual(stood[0])
  expect(errorOf(took)).toMatchObject({ kind: 'refused', message: 'There is nothing to undo.' })
})

test('an undo that is taken back leaves its command standing, to be taken back again', () => {
  const { db, diary } = begun()
  const { history } = diary.write(writing, (tx) => tx.set('country', 'DE'))
  const after = dump(db)
  const undone = diary.history.undo(history, at)
  const redone = diary.history.undo(undone.history, at)
  expect(dump(db)).toEqual(after)
  expect(diary.history.list(10).map(({ id, undone: isUndone }) => [id, isUndone])).toEqual([
    [redone.history, false],
    [undone.history, true],
    [history, false],
    [1, false],
  ])
  expect(diary.history.undo(null, at).entry.id).toBe(history)
})

type Refusal = {
  readonly what: string
  /** What comes after the beginning; gives what is then to be taken back. */
  readonly later: (diary: Diary) => number
  readonly error: { readonly kind: string; readonly message: string; readonly hint: string }
}

const refusals: readonly Refusal[] = [
  {
    what: 'a contact who is named by a later promise',
    later: (diary) => {
      const { history } = diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Ada')))
      diary.write({ command: 'promise', at }, (tx) => {
        tx.title('promise 2 (Ada, call)')
        tx.addPromise(newPromise(2))
      })
      return history
    },
    error: {
      kind: 'refused',
      message: '2 (add) cannot be undone: 3 (promise 2 (Ada, call)) depends on it.',
      hint: '"fu undo 3" undoes that first.',
    },
  },
  {
    what: 'a contact a later promise is about',
    later: (diary) => {
      const { history } = diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Ada')))
      diary.write({ command: 'wait', at }, (tx) => tx.addPromise(newPromise(1, { aboutId: 2 })))
      return history
    },
    error: {
      kind: 'refused',
      message: '2 (add) cannot be undone: 3 (wait) depends on it.',
      hint: '"fu undo 3" undoes that first.',
    },
  },
  {
    what: 'a contact who sent a later one',
    later: (diary) => {
      const { history } = diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Ada')))
      const source = { met: null, word: null, from: { id: 2, name: 'Ada' } }
      diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Sue', { source })))
      return history
    },
    error: {
      kind: 'refused',
      message: '2 (add) cannot be undone: 3 (add) depends on it.',
      hint: '"fu undo 3" undoes that first.',
    },
  },
  {
    what: 'a promise that was tried since',
    later: (diary) => {
      const { history } = diary.write({ command: 'promise', at }, (tx) => tx.addPromise(newPromise(1)))
      diary.write({ command: 'tried', at }, (tx) =>
        tx.addEntry(newEntry({ at, contactId: 1, promise: 2, act: 'tried', outcome: 'busy' })),
      )
      return history
    },
    error: {
      kind: 'refused',
      message: '2 (promise) cannot be undone: 3 (tried) depends on it.',
      hint: '"fu undo 3" undoes that first.',
    },
  },
  {
    what: 'an edit of a contact who was edited since, the latest edit named',
    later: (diary) => {
      const rename = (name: string) =>
        diary.write({ command: `edit ${name}`, at }, (tx) => tx.editContact(1, (c) => ({ ...c, name })))
      const { history } = rename('Gareth')
      rename('Gaz')
      rename('Gary')
      return history
    },
    error: {
      kind: 'refused',
      message: '2 (edit Gareth) cannot be undone: 4 (edit Gary) depends on it.',
      hint: '"fu undo 4" undoes that first.',
    },
  },
  {
    what: 'a setting that was set again since',
    later: (diary) => {
      const { history } = diary.write(writing, (tx) => tx.set('country', 'DE'))
      diary.write({ command: 'config', at }, (tx) => tx.set('country', null))
      return history
    },
    error: {
      kind: 'refused',
      message: '2 (test) cannot be undone: 3 (config) depends on it.',
      hint: '"fu undo 3" undoes that first.',
    },
  },
  {
    what: 'the undo of a contact whose sender was taken back too',
    later: (diary) => {
      const sender = diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Ada')))
      const source = { met: null, word: null, from: { id: 2, name: 'Ada' } }
      const sent = diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact('Sue', { source })))
      const undone = diary.history.undo(sent.history, at)
      diary.history.undo(sender.history, at)
      return undone.history
    },
    error: {
      kind: 'refused',
      message: '4 (undo 3: add) cannot be undone: 5 (undo 2: add) depends on it.',
      hint: '"fu undo 5" undoes that first.',
    },
  },
  {
    what: 'the undo of an entry whose promise was taken back too',
    later: (diary) => {
      const made = diary.write({ command: 'promise', at }, (tx) => tx.addPromise(newPromise(1)))
      const tried = diary.write({ command: 'tried', at }, (tx) =>
        tx.addEntry(newEntry({ at, contactId: 1, promise: 2, act: 'tried', outcome: 'busy' })),
      )
      const undone = diary.history.undo(tried.history, at)
      diary.history.undo(made.history, at)
      return undone.history
    },
    error: {
      kind: 'refused',
      message: '4 (undo 3: tried) cannot be undone: 5 (undo 2: promise) depends on it.',
      hint: '"fu undo 5" undoes that first.',
    },
  },
  {
    what: 'what is taken back already',
    later: (diary) => {
      const { history } = diary.write(writing, (tx) => tx.set('country', 'DE'))
      diary.history.undo(history, at)
      return history
    },
    error: {
      kind: 'refused',
      message: '2 (test) is already undone.',
      hint: '"fu history" lists the commands.',
    },
  },
  {
    what: 'what was never there',
    later: () => 99,
    error: {
      kind: 'not-found',
      message: 'There is no 99 in the history.',
      hint: '"fu history" lists the numbers.',
    },
  },
]

test.each(refusals)('$what cannot be taken back, and nothing changes', ({ later, error }) => {
  const { db, diary } = begun()
  const history = later(diary)
  const before = [dump(db), journalSize(db)]
  expect(errorOf(() => diary.history.undo(history, at))).toMatchObject(error)
  expect([dump(db), journalSize(db)]).toEqual(before)
})

test('what stands in the way can be taken back first, and then the rest', () => {
  const { db, diary } = begun()
  const before = dump(db)
  const first = diary.write(writing, (tx) => tx.addContact(newContact('Ada')))
  const second = diary.write(writing, (tx) => tx.addPromise(newPromise(2)))
  diary.history.undo(second.history, at)
  diary.history.undo(first.history, at)
  expect(dump(db)).toEqual(before)
})

test('a command between can be taken back while later ones stand', () => {
  const { diary } = begun()
  const between = diary.write(writing, (tx) => tx.set('hours', '08:00-12:00'))
  diary.write(writing, (tx) => tx.set('country', 'DE'))
  diary.history.undo(between.history, at)
  expect([...diary.settings()]).toEqual([['country', 'DE']])
})

test('a number that was taken back is not given again', () => {
  const { diary } = begun()
  const made = () => {
    const { value } = diary.write(writing, (tx) => {
      const { id } = tx.addContact(newContact('Ada'))
      const promise = tx.addPromise(newPromise(id)).id
      const entry = tx.addEntry(newEntry({ at, contactId: id, promise, act: 'snoozed' })).id
      return { contact: id, promise, entry }
    })
    return value
  }
  expect(made()).toEqual({ contact: 2, promise: 2, entry: 2 })
  diary.history.undo(null, at)
  expect(made()).toEqual({ contact: 3, promise: 3, entry: 3 })
  expect(diary.history.list(1)).toMatchObject([{ id: 4 }])
})

test('a write that fails leaves nothing, in the diary and in its history', () => {
  const { db, diary } = begun()
  const before = [dump(db), journalSize(db)]
  const broken = () =>
    diary.write(writing, (tx) => {
      const { id } = tx.addContact(newContact('Ada'))
      tx.addPromise(newPromise(id))
      tx.set('country', null)
      throw new Error('the power is gone')
    })
  expect(broken).toThrow('the power is gone')
  expect([dump(db), journalSize(db)]).toEqual(before)
  diary.write(writing, (tx) => tx.set('country', 'DE'))
  expect([...diary.settings()]).toEqual([['country', 'DE']])
})

test.each<[string, (tx: Transaction) => unknown]>([
  ['kept', (tx) => tx.keepPromise(1, { at, outcome: 'reached', reason: null, note: null })],
  ['dropped', (tx) => tx.dropPromise(1, at, 'moved away')],
  ['moved', (tx) => tx.movePromise(1, aDue('2026-12-01'), false)],
  ['snoozed', (tx) => tx.snoozePromise(1, aDay('2026-12-01'))],
])('a promise that is closed already cannot be %s', (_, change) => {
  const { db, diary } = begun()
  diary.write(writing, (tx) => tx.dropPromise(1, at, 'moved away'))
  const before = [dump(db), journalSize(db)]
  expect(errorOf(() => diary.write(writing, change))).toMatchObject({
    kind: 'refused',
    message: '1 (Gary Lee, send the quote) is already closed.',
  })
  expect([dump(db), journalSize(db)]).toEqual(before)
})
/** Every image in the history, with the kind of its row. */
function images(db: LooseDiary['db']): { kind: string; image: Record<string, unknown> }[] {
  return db
    .prepare<[], { kind: string; image: string }>(
      `SELECT kind, before AS image FROM journal_changes WHERE before IS NOT NULL
       UNION ALL SELECT kind, after FROM journal_changes WHERE after IS NOT NULL`,
    )
    .all()
    .map(({ kind, image }) => ({ kind, image: JSON.parse(image) as Record<string, unknown> }))
}

test('the history names other rows by uid, and never by number', () => {
  const { db, diary } = begun()
  for (const { change } of changes) diary.history.undo(diary.write(writing, change).history, at)
  const uids = new Set(
    db
      .prepare<[], string>(
        `SELECT row_uid FROM journal_changes WHERE kind IN ('contacts', 'promises', 'plan_runs')`,
      )
      .pluck()
      .all(),
  )
  const named = images(db).flatMap(({ image }) =>
    Object.entries(image).filter(([field, value]) => field.endsWith('_uid') && value !== null),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(([, value]) => !uids.has(String(value)))).toEqual([])
  expect(
    images(db).flatMap(({ image }) => Object.keys(image).filter((field) => field.endsWith('_id'))),
  ).toEqual([])
})

test('an undo finds the rows that an image names whatever their numbers are here', () => {
  const { db, diary } = begun()
  diary.write(writing, (tx) => tx.addContact(newContact('Ada Müller')))
  const { history } = diary.write(writing, (tx) => tx.editContact(1, (gary) => ({ ...gary, nick: null })))
  const removed = diary.write(writing, (tx) => {
    const { id } = tx.addPromise(newPromise(2, { aboutId: 1 }))
    tx.addEntry(newEntry({ at, contactId: 2, promise: id, act: 'logged' }))
  })
  const undone = diary.history.undo(removed.history, at)
  // As if both had been written on another machine: there the contacts and the promise had other numbers.
  db.exec(
    `UPDATE journal_changes SET before = json_set(before, '$.id', 1), after = json_set(after, '$.id', 1)`,
  )
  diary.history.undo(undone.history, at)
  expect(diary.promises.where({ contacts: [2] })).toMatchObject([
    { id: 3, contact: { name: 'Ada Müller' }, about: { name: 'Gary Lee' } },
  ])
  expect(diary.entries.of(2)).toMatchObject([{ promise: 3 }])
  diary.history.undo(history, at)
  expect(diary.contacts.find(1)?.nick).toBe('Gaz')
})

test.each([
  ['was added', (diary: Diary) => diary.write(writing, (tx) => tx.addContact(newContact('Ada Müller')))],
  ['is taken back', (diary: Diary) => diary.history.undo(null, at)],
])('the image of a row that %s has no empty columns', (_what, change) => {
  const { db, diary } = inMemory()
  diary.write(writing, (tx) => tx.addContact(newContact('Gary Lee')))
  change(diary)
  const last = images(db).at(-1)?.image ?? {}
  expect(Object.values(last)).not.toContain(null)
  expect(Object.keys(last)).toContain('lookup')
})

test('a row that comes back by an undo of its undo has its empty columns again', () => {
  const { db, diary } = begun()
  const before = dump(db)
  const { history } = diary.history.undo(null, at)
  diary.history.undo(history, at)
  expect(dump(db)).toEqual(before)
})
