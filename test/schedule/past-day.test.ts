import { expect, test } from 'vitest'
import type { DiaryPromise } from '../../src/domain/promise.ts'
import { agendaFor } from '../../src/schedule/page.ts'
import { asItStood, type ClosedLater } from '../../src/schedule/past-day.ts'
import {
  aContact,
  aDue,
  aMoment,
  anAttempt,
  anEntry,
  aPromise,
  someFacts,
  someSettings,
} from '../support/facts.ts'

const contacts = new Map([[1, aContact()]])
const nothing: ClosedLater = { promises: [], contacts, entries: [] }
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
  const facts = asItStood(someFacts('2026-11-27', { promises: [aPromise(promise)], contacts }), {
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
  const { sections } = agendaFor(now, asItStood(facts, nothing), someSettings())
  expect(sections.flatMap((section) => section.lines)).toEqual([])
})

test('nothing that happened later counts', () => {
  const before = anAttempt('2026-11-20 10:00', { id: 1 })
  const after = anAttempt('2026-11-28 10:00', { id: 2 })
  const reached = anEntry({ id: 3, at: aMoment('2026-11-29'), direction: 'in' })
  const known = { contact: aContact(), lastReal: reached.at }
  const facts = someFacts('2026-11-27', {
    promises: [aPromise()],
    entries: [before, after],
    lastReal: new Map([[1, reached]]),
    lastReached: new Map([[1, reached]]),
    regulars: [
      known,
      { ...known, lastReal: before.at },
      { contact: aContact({ addedAt: after.at }), lastReal: null },
    ],
    contacts,
  })
  const { entries, lastReal, lastReached, regulars } = asItStood(facts, nothing)
  expect({ entries, lastReal: [...lastReal], lastReached: [...lastReached], regulars }).toEqual({
    entries: [before],
    lastReal: [],
    lastReached: [],
    regulars: [{ contact: aContact(), lastReal: before.at }],
  })
})
