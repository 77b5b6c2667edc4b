import { expect, test } from 'vitest'
import type { DiaryPromise, OpenPromise } from '../../../src/domain/promise.ts'
import { agendaFor } from '../../../src/schedule/page/page.ts'
import { factsAtEndOfDay, type LaterChanges } from '../../../src/schedule/page/past-day.ts'
import {
  aContact,
  aDay,
  aDue,
  aMoment,
  aMove,
  anAttempt,
  anEntry,
  aPromise,
  aSnooze,
  someFacts,
  someSettings,
  type SomeEntry,
} from '../../support/facts.ts'

const contacts = new Map([[1, aContact()]])
const nothing: LaterChanges = { promises: [], contacts, entries: [], lastRealContacts: new Map() }
const now = aMoment('2026-12-10 09:00')

function closedLater(known: Partial<DiaryPromise> = {}): DiaryPromise {
  return {
    ...aPromise({ id: 2 }),
    closedAt: aMoment('2026-12-01'),
    outcome: 'reached',
    reason: null,
    note: null,
    ...known,
    status: 'kept',
  }
}

test.each<[string, Parameters<typeof aPromise>[0], DiaryPromise[], number[]]>([
  ['what is still open', { id: 1 }, [], [1]],
  ['what was closed later', { id: 1 }, [closedLater()], [1, 2]],
  [
    'nothing that was promised later',
    { id: 1, madeAt: aMoment('2026-11-28') },
    [closedLater({ madeAt: aMoment('2026-11-29') })],
    [],
  ],
  ['what was promised on the very day', { id: 1, madeAt: aMoment('2026-11-27') }, [], [1]],
  ['what was put off later', { id: 1, snoozedUntil: aDue('2026-12-20').day }, [], [1]],
])('the page of a past day holds %s', (_, promise, promises, expected) => {
  const facts = factsAtEndOfDay(someFacts('2026-11-27', { promises: [aPromise(promise)], contacts }), {
    ...nothing,
    promises,
  })
  const lines = agendaFor(now, facts, someSettings()).sections.flatMap((section) => section.lines)
  expect(lines.map((line) => line.promise?.id)).toEqual(expected)
})

test('what was put off before stays off it', () => {
  const facts = someFacts('2026-11-27', {
    promises: [aPromise({ snoozedUntil: aDue('2026-12-20').day })],
    entries: [anEntry({ at: aMoment('2026-11-27'), act: 'snoozed' })],
    contacts,
  })
  const { sections } = agendaFor(now, factsAtEndOfDay(facts, nothing), someSettings())
  expect(sections.flatMap((section) => section.lines)).toEqual([])
})

test('nothing that happened later counts', () => {
  const before = anAttempt('2026-11-20 10:00', { id: 1 })
  const after = anAttempt('2026-11-28 10:00', { id: 2 })
  const reached = anEntry({ id: 3, at: aMoment('2026-11-29'), direction: 'in' })
  const known = { contact: aContact(), lastRealContact: reached.at }
  const facts = someFacts('2026-11-27', {
    promises: [aPromise()],
    entries: [before, after],
    lastRealContacts: new Map([[1, reached]]),
    lastReached: new Map([[1, reached]]),
    regulars: [
      known,
      { ...known, lastRealContact: before.at },
      { contact: aContact({ addedAt: after.at }), lastRealContact: null },
    ],
    contacts,
  })
  const { entries, lastRealContacts, lastReached, regulars } = factsAtEndOfDay(facts, nothing)
  expect({
    entries,
    lastRealContacts: [...lastRealContacts],
    lastReached: [...lastReached],
    regulars,
  }).toEqual({
    entries: [before],
    lastRealContacts: [],
    lastReached: [],
    regulars: [{ contact: aContact(), lastRealContact: before.at }],
  })
})

/** The days that promise 1 had as Fri 27 Nov ended. */
function daysThen(entries: readonly SomeEntry[], known: Partial<OpenPromise>): unknown {
  const numbered = entries.map((entry, index) => anEntry({ id: index + 1, ...entry }))
  const open = aPromise({ promised: aDue('2026-11-25'), ...known })
  const facts = someFacts('2026-11-27', { contacts })
  const stillOpen = factsAtEndOfDay({ ...facts, promises: [open], entries: numbered }, nothing)
  const closed = closedLater({ ...open, status: 'kept' })
  const keptSince = factsAtEndOfDay(facts, { ...nothing, promises: [closed], entries: numbered })
  const days = [stillOpen, keptSince].map(({ promises }) =>
    promises.map(({ due, promised, snoozedUntil }) => [due, promised, snoozedUntil]),
  )
  expect(days[1]).toEqual(days[0])
  return days[0]?.[0]
}

const before = aMoment('2026-11-27 23:59')
const after = aMoment('2026-11-28 00:00')
const later = aMoment('2026-12-02')

test.each<
  [string, SomeEntry[], Partial<OpenPromise>, [due: string, promised: string, snoozed: string | null]]
>([
  [
    'moved later has the day it had',
    [
      { at: after, act: 'moved', data: aMove('2026-11-25 10:30', '2026-12-01') },
      { at: later, act: 'moved', data: aMove('2026-12-01', '2026-12-08') },
    ],
    { due: aDue('2026-12-08') },
    ['2026-11-25 10:30', '2026-11-25', null],
  ],
  [
    'moved on the day has the new one',
    [{ at: before, act: 'moved', data: aMove('2026-11-25', '2026-12-01') }],
    { due: aDue('2026-12-01') },
    ['2026-12-01', '2026-11-25', null],
  ],
  [
    'moved later, as they were told, was promised for what they knew',
    [
      { at: before, act: 'moved', data: aMove('2026-11-23', '2026-11-26') },
      { at: after, act: 'told', data: aMove('2026-11-26', '2026-12-01', '2026-11-23') },
      { at: later, act: 'told', data: aMove('2026-12-01', '2026-12-08', '2026-12-01') },
    ],
    { due: aDue('2026-12-08'), promised: aDue('2026-12-08') },
    ['2026-11-26', '2026-11-23', null],
  ],
  [
    'put off again later was off the page until the first day',
    [
      { at: before, act: 'snoozed', data: aSnooze('2026-11-25', '2026-12-01') },
      { at: later, act: 'snoozed', data: aSnooze('2026-12-01', '2026-12-20') },
    ],
    { due: aDue('2026-11-25'), snoozedUntil: aDay('2026-12-20') },
    ['2026-11-25', '2026-11-25', '2026-12-01'],
  ],
  [
    'moved after it was put off was off the page until then',
    [
      { at: before, act: 'snoozed', data: aSnooze('2026-11-25', '2026-12-01') },
      { at: after, act: 'moved', data: aMove('2026-11-25', '2026-12-03') },
    ],
    { due: aDue('2026-12-03') },
    ['2026-11-25', '2026-11-25', '2026-12-01'],
  ],
  [
    'put off and then moved by that day was put off no more',
    [
      { at: before, act: 'snoozed', data: aSnooze('2026-11-23', '2026-12-01') },
      { at: before, act: 'moved', data: aMove('2026-11-23', '2026-11-25') },
      { at: after, act: 'snoozed', data: aSnooze('2026-11-25', '2026-12-20') },
    ],
    { due: aDue('2026-11-25'), snoozedUntil: aDay('2026-12-20') },
    ['2026-11-25', '2026-11-25', null],
  ],
  [
    'moved by an entry that keeps no days has the later day',
    [
      { at: before, act: 'snoozed' },
      { at: after, act: 'told', data: { words: 'as the bank said' } },
      { at: later, act: 'snoozed' },
    ],
    { due: aDue('2026-12-01'), promised: aDue('2026-12-01'), snoozedUntil: aDay('2026-12-20') },
    ['2026-12-01', '2026-12-01', '2026-12-20'],
  ],
])('on the page of a past day, what was %s', (_, entries, known, [due, promised, snoozed]) => {
  expect(daysThen(entries, known)).toEqual([aDue(due), aDue(promised), snoozed])
})
