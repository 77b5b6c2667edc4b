import { expect, test } from 'vitest'
import type { PromiseFilter } from '../../../src/diary/promises.ts'
import { newEntry } from '../../../src/domain/entry.ts'
import { momentOf, type Moment } from '../../../src/domain/moment.ts'
import { inMemory, newContact, newPromise } from '../../support/diaries.ts'
import { aDay, aDue, aMoment } from '../../support/facts.ts'

const tenth = { from: aDay('2026-11-10'), until: aDay('2026-11-10') }

/** Half past eleven in the evening of Tue 10 Nov in New York, when it is Wed 11 Nov in UTC. */
const lateInNewYork = momentOf(aMoment('2026-11-11 04:30').instant, -300)

test.each<[string, PromiseFilter, number[]]>([
  ['mine', { owner: 'mine' }, [1, 2, 3, 4]],
  ['theirs', { owner: 'theirs' }, [5]],
  ['due by a day', { dueBy: aDay('2026-11-26') }, [1, 2, 3]],
  ['closed on a day, where I was', { closed: tenth }, [1, 2]],
  ['all of that together', { owner: 'mine', dueBy: aDay('2026-11-25'), closed: tenth }, [1]],
])('the promises that are %s', (_name, filter, ids) => {
  const { diary } = inMemory()
  diary.write({ command: 'add', at: aMoment('2026-11-02') }, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee'))
    for (const day of ['25', '26', '26', '27']) tx.addPromise(newPromise(id, { due: aDue(`2026-11-${day}`) }))
    tx.addPromise(newPromise(id, { owner: 'theirs', due: aDue('2026-11-30') }))
    const keep = (promise: number, at: Moment): void => {
      tx.keepPromise(promise, { at, outcome: 'reached', reason: null, note: null })
    }
    keep(1, aMoment('2026-11-10 00:00'))
    keep(2, lateInNewYork)
    keep(3, aMoment('2026-11-11 04:30'))
  })
  expect(diary.promises.where(filter).map(({ id }) => id)).toEqual(ids)
})

test('the contacts added on a day, where I was', () => {
  const { diary } = inMemory()
  const added = (name: string, at: Moment): void => {
    diary.write({ command: 'add', at }, (tx) => tx.addContact(newContact(name)))
  }
  added('the day before', aMoment('2026-11-09 23:59'))
  added('Gary', aMoment('2026-11-10 00:00'))
  added('Ada', lateInNewYork)
  added('the day after', aMoment('2026-11-11 04:30'))
  expect(diary.contacts.added(tenth).map(({ name }) => name)).toEqual(['Ada', 'Gary'])
})

test('the entries with some contacts, oldest first', () => {
  const { diary } = inMemory()
  diary.write({ command: 'log', at: aMoment('2026-11-02') }, (tx) => {
    for (const name of ['Gary', 'Ada', 'José']) tx.addContact(newContact(name))
    for (const [contactId, day] of [
      [1, '12'],
      [2, '10'],
      [3, '11'],
      [1, '09'],
    ] as const) {
      tx.addEntry(newEntry({ at: aMoment(`2026-11-${day}`), contactId, act: 'logged' }))
    }
  })
  expect(diary.entries.with([1, 3]).map(({ id }) => id)).toEqual([4, 3, 1])
  expect(diary.entries.with([])).toEqual([])
})
