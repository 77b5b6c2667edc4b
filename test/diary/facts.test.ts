import { expect, test } from 'vitest'
import { newEntry } from '../../src/domain/entry.ts'
import { inMemory, newContact, newPromise } from '../support/diaries.ts'
import { aDay, aDue, aMoment } from '../support/facts.ts'

const at = aMoment('2026-11-25 14:20')
const writing = { command: 'test', at }
const wednesday = aDay('2026-11-25')

test('the facts of a page hold every open promise that is due by the next day, however many, and a few after', () => {
  const { diary } = inMemory()
  const dues = ['2026-11-20', '2026-11-25', '2026-11-26', '2026-11-27'].flatMap((day) =>
    Array.from({ length: 30 }, () => day),
  )
  diary.write(writing, (pen) => {
    const { id } = pen.addContact(newContact('Gary Lee'))
    for (const due of dues) pen.addPromise(newPromise(id, { due: aDue(due) }))
  })
  const { promises, contacts } = diary.factsFor(wednesday, [], at)
  expect(promises.map(({ id }) => id)).toEqual(Array.from({ length: 110 }, (_, index) => index + 1))
  expect([...contacts.keys()]).toEqual([1])
})

test('a promise that was moved, snoozed or tried is among them by its due day alone', () => {
  const { diary } = inMemory()
  diary.write(writing, (pen) => {
    const { id } = pen.addContact(newContact('Gary Lee'))
    for (let count = 0; count < 3; count += 1) pen.addPromise(newPromise(id, { due: aDue('2026-11-24') }))
    pen.snoozePromise(1, aDay('2027-06-01'))
    pen.addEntry(newEntry({ at, contactId: id, promise: 2, act: 'tried', direction: 'out', outcome: 'busy' }))
    pen.movePromise(3, aDue('2026-11-25'), false)
    pen.addPromise(newPromise(id, { due: aDue('2026-12-24') }))
    pen.movePromise(4, aDue('2026-11-24'), false)
  })
  const { promises, entries } = diary.factsFor(wednesday, [], at)
  expect(promises.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  expect(entries.map(({ promise, outcome }) => [promise, outcome])).toEqual([[2, 'busy']])
})

test('closed promises are among them on the day they were closed, as the clock then showed it', () => {
  const { diary } = inMemory()
  // Half past eleven at night in Sydney, and in Honolulu: two days by the clock, hours apart in truth.
  const sydney = { ...aMoment('2026-11-25 23:30'), instant: aMoment('2026-11-25 12:30').instant, offset: 660 }
  const honolulu = {
    ...aMoment('2026-11-25 23:30'),
    instant: aMoment('2026-11-26 09:30').instant,
    offset: -600,
  }
  diary.write(writing, (pen) => {
    const { id } = pen.addContact(newContact('Gary Lee'))
    for (let count = 0; count < 4; count += 1) pen.addPromise(newPromise(id))
    pen.keepPromise(1, { at: sydney, outcome: 'reached', reason: null, note: null })
    pen.keepPromise(2, { at: honolulu, outcome: 'reached', reason: null, note: null })
    pen.dropPromise(3, aMoment('2026-11-24 23:59'), 'moved away')
    pen.dropPromise(4, aMoment('2026-11-26 00:00'), 'moved away')
  })
  const closedOn = (day: string): number[] => diary.factsFor(aDay(day), [], at).closed.map(({ id }) => id)
  expect(closedOn('2026-11-24')).toEqual([3])
  expect(closedOn('2026-11-25')).toEqual([1, 2])
  expect(closedOn('2026-11-26')).toEqual([4])
  expect(diary.factsFor(wednesday, [], at).promises).toEqual([])
})

test('who was dealt with on the day and has nothing open is named once', () => {
  const { diary } = inMemory()
  diary.write(writing, (pen) => {
    for (const name of ['Gary Lee', 'Ada Müller', 'José Álvarez']) pen.addContact(newContact(name))
    pen.addPromise(newPromise(2))
    for (const contactId of [1, 1, 2]) pen.addEntry(newEntry({ at, contactId, act: 'logged' }))
    pen.addEntry(newEntry({ at: aMoment('2026-11-24 23:59'), contactId: 3, act: 'logged' }))
  })
  expect(diary.factsFor(wednesday, [], at).nothingNext).toEqual(['Gary Lee'])
})

test('the last real contact is the latest entry where somebody was reached, not the last one written', () => {
  const { diary } = inMemory()
  diary.write(writing, (pen) => {
    const { id } = pen.addContact(newContact('Gary Lee'))
    pen.addContact(newContact('Ada Müller'))
    const entry = (moment: string, known: object): unknown =>
      pen.addEntry(newEntry({ at: aMoment(moment), contactId: id, act: 'logged', ...known }))
    entry('2026-11-10', { direction: 'out', outcome: 'reached', text: 'the one' })
    entry('2026-11-09', { direction: 'in', text: 'an earlier one, written later' })
    entry('2026-11-20', { direction: 'out', outcome: 'no-answer' })
    entry('2026-11-21', {})
  })
  const last = diary.lastReal([1, 2], at)
  expect([...last].map(([id, { text }]) => [id, text])).toEqual([[1, 'the one']])
})
