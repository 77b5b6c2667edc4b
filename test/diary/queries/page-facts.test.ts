import { expect, test } from 'vitest'
import type { NewContact } from '../../../src/domain/contact.ts'
import type { Day } from '../../../src/domain/day.ts'
import { newEntry } from '../../../src/domain/entry.ts'
import type { NewPromise } from '../../../src/domain/promise.ts'
import { inMemory, newContact, newPromise } from '../../support/diaries.ts'
import { aDay, aDue, aMoment } from '../../support/facts.ts'

const at = aMoment('2026-11-25 14:20')
const writing = { command: 'test', at }
const wednesday = aDay('2026-11-25')

test('the facts of a page hold every open promise that is due by the next day, however many, and a few after', () => {
  const { diary } = inMemory()
  const dues = ['2026-11-20', '2026-11-25', '2026-11-26', '2026-11-27'].flatMap((day) =>
    Array.from({ length: 30 }, () => day),
  )
  diary.write(writing, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee'))
    for (const due of dues) tx.addPromise(newPromise(id, { due: aDue(due) }))
  })
  const { promises, contacts } = diary.page.facts(wednesday, [], at)
  expect(promises.map(({ id }) => id)).toEqual(Array.from({ length: 110 }, (_, index) => index + 1))
  expect([...contacts.keys()]).toEqual([1])
})

test('a promise that was moved, snoozed or tried is among them by its due day alone', () => {
  const { diary } = inMemory()
  diary.write(writing, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee'))
    for (let count = 0; count < 3; count += 1) tx.addPromise(newPromise(id, { due: aDue('2026-11-24') }))
    tx.snoozePromise(1, aDay('2027-06-01'))
    tx.addEntry(newEntry({ at, contactId: id, promise: 2, act: 'tried', direction: 'out', outcome: 'busy' }))
    tx.movePromise(3, aDue('2026-11-25'), false)
    tx.addPromise(newPromise(id, { due: aDue('2026-12-24') }))
    tx.movePromise(4, aDue('2026-11-24'), false)
  })
  const { promises, entries } = diary.page.facts(wednesday, [], at)
  expect(promises.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  expect(entries.map(({ promise, outcome }) => [promise, outcome])).toEqual([[2, 'busy']])
})

test.each<[string, Partial<NewPromise>]>([
  ['nothing more', {}],
  ['somebody it is about', { aboutId: 2 }],
  ['a heat', { hot: true }],
  ['a time', { due: aDue('2026-11-25 10:30') }],
  ['a channel', { channel: 'email' }],
  ['a trigger', { trigger: 'the papers come' }],
  ['a window', { windowUntil: aDay('2026-11-27') }],
  ['a step of a plan', { step: { run: 1, index: 2 } }],
])('a promise of a page is the one that is written: with %s', (_what, known) => {
  const { diary } = inMemory()
  diary.write(writing, (tx) => {
    for (const name of ['Gary Lee', 'Ada Müller']) tx.addContact(newContact(name))
    tx.startPlan({ contactId: 1, plan: 'met', steps: [], what: 'call' })
    tx.addPromise(newPromise(1, { due: aDue('2026-11-25'), ...known }))
  })
  const [asked] = diary.page.facts(wednesday, [], at).promises
  expect(diary.promises.find(1)).toMatchObject({ ...asked, contact: { id: 1, name: 'Gary Lee' } })
})

test('a promise of a page that was moved and put off is the one that is written', () => {
  const { diary } = inMemory()
  diary.write(writing, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee'))
    for (let count = 0; count < 3; count += 1) tx.addPromise(newPromise(id, { due: aDue('2026-11-20') }))
    tx.movePromise(1, aDue('2026-11-24 09:00'), false)
    tx.movePromise(2, aDue('2026-11-20 09:00'), false)
    tx.snoozePromise(3, wednesday)
  })
  const { promises } = diary.page.facts(wednesday, [], at)
  const written = promises.map(({ id }) => diary.promises.find(id))
  expect(written.map((promise) => promise?.due)).toEqual(promises.map(({ due }) => due))
  expect(written.map((promise) => promise?.promised)).toEqual(promises.map(({ promised }) => promised))
  expect(promises.map(({ snoozedUntil }) => snoozedUntil)).toEqual([null, null, wednesday])
})

test.each<[string, Partial<NewContact>]>([
  ['nothing more', {}],
  ['a company and a kind', { company: 'Lee Mortgages', kind: 'customer' }],
  ['a channel', { channel: 'email' }],
  ['a zone', { timeZone: 'Europe/Paris' }],
  ['a best time', { bestTime: 'mornings' }],
  ['a channel they do not want', { doNotContact: ['call', 'text'] }],
  ['all channels', { doNotContact: 'all' }],
  ['an address', { emails: [{ label: null, value: 'gary@lee.example' }] }],
])('a contact of a page is the one that is written: with %s', (_what, known) => {
  const { diary } = inMemory()
  diary.write(writing, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee', known))
    tx.addPromise(newPromise(id))
  })
  const contact = diary.page.facts(aDay('2026-11-27'), [], at).contacts.get(1)
  expect(contact).toBeDefined()
  expect(diary.contacts.find(1)).toMatchObject({ ...contact })
})

test('those who may be due again are whole, with the last time we spoke; who has a promise of mine is not among them', () => {
  const { diary } = inMemory()
  diary.write(writing, (tx) => {
    const every = { unit: 'w', count: 6 } as const
    tx.addContact(newContact('Gary Lee', { every, channel: 'email' }))
    tx.addContact(newContact('Ada Müller', { kind: 'customer' }))
    tx.addContact(newContact('José Álvarez', { every }))
    tx.addContact(newContact('Mei Wang', { every, doNotContact: 'all' }))
    tx.addContact(newContact('Ruth Weber', { kind: 'friend' }))
    tx.addPromise(newPromise(3))
    tx.addEntry(newEntry({ at, contactId: 2, act: 'logged', direction: 'in' }))
    tx.addEntry(newEntry({ at: aMoment('2026-11-10'), contactId: 1, act: 'done', outcome: 'reached' }))
    tx.addEntry(newEntry({ at: aMoment('2026-11-20'), contactId: 1, act: 'tried', outcome: 'busy' }))
  })
  const regulars = diary.page.regulars(['customer'], at)
  expect(regulars.map(({ contact, lastRealContact }) => [contact.id, lastRealContact])).toEqual([
    [1, aMoment('2026-11-10')],
    [2, at],
  ])
  for (const { contact } of regulars) expect(diary.contacts.find(contact.id)).toMatchObject(contact)
})

test('what was kept counts on the day it was kept, as the clock then showed it', () => {
  const { diary } = inMemory()
  // Half past eleven at night in Sydney, and in Honolulu: two days by the clock, hours apart in truth.
  const sydney = { ...aMoment('2026-11-25 23:30'), instant: aMoment('2026-11-25 12:30').instant, offset: 660 }
  const honolulu = {
    ...aMoment('2026-11-25 23:30'),
    instant: aMoment('2026-11-26 09:30').instant,
    offset: -600,
  }
  diary.write(writing, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee'))
    for (let count = 0; count < 5; count += 1) tx.addPromise(newPromise(id))
    tx.keepPromise(1, { at: sydney, outcome: 'reached', reason: null, note: null })
    tx.keepPromise(2, { at: honolulu, outcome: 'reached', reason: null, note: null })
    const reached = { outcome: 'reached', reason: null, note: null } as const
    tx.keepPromise(3, { at: aMoment('2026-11-24 23:59'), ...reached })
    tx.keepPromise(4, { at: aMoment('2026-11-26 00:00'), ...reached })
    tx.dropPromise(5, aMoment('2026-11-25 12:00'), 'moved away')
  })
  const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map(aDay)
  expect(days.map((day) => diary.page.facts(day, [], at).kept)).toEqual([1, 2, 1, 0])
  const closed = (day: Day): number[] =>
    diary.promises.where({ closed: { from: day, until: day } }).map(({ id }) => id)
  expect(days.map(closed)).toEqual([[3], [1, 2, 5], [4], []])
  expect(diary.page.facts(wednesday, [], at).promises).toEqual([])
})

test('who was dealt with on the day and has nothing open is named once', () => {
  const { diary } = inMemory()
  diary.write(writing, (tx) => {
    for (const name of ['Gary Lee', 'Ada Müller', 'José Álvarez']) tx.addContact(newContact(name))
    tx.addPromise(newPromise(2))
    for (const contactId of [1, 1, 2]) tx.addEntry(newEntry({ at, contactId, act: 'logged' }))
    tx.addEntry(newEntry({ at: aMoment('2026-11-24 23:59'), contactId: 3, act: 'logged' }))
  })
  expect(diary.page.facts(wednesday, [], at).nothingNext).toEqual(['Gary Lee'])
})

test('the last real contact is the latest entry where somebody was reached, not the last one written', () => {
  const { diary } = inMemory()
  diary.write(writing, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee'))
    tx.addContact(newContact('Ada Müller'))
    const entry = (moment: string, known: object): unknown =>
      tx.addEntry(newEntry({ at: aMoment(moment), contactId: id, act: 'logged', ...known }))
    entry('2026-11-10', { direction: 'out', outcome: 'reached', text: 'the one' })
    entry('2026-11-09', { direction: 'in', text: 'an earlier one, written later' })
    entry('2026-11-20', { direction: 'out', outcome: 'no-answer' })
    entry('2026-11-21', {})
  })
  const last = diary.entries.lastReal([1, 2], at)
  expect([...last].map(([id, { text }]) => [id, text])).toEqual([[1, 'the one']])
})
