import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/domain/entry.ts'
import type { Ladder } from '../../../src/domain/plan.ts'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { promiseState, type PromiseState } from '../../../src/schedule/state/promise-state.ts'
import {
  aDay,
  aDue,
  aMoment,
  anAttempt,
  anEntry,
  aPromise,
  heardAt,
  mondayToFriday,
} from '../../support/facts.ts'

function state(
  known: Partial<OpenPromise>,
  entries: Entry[] = [],
  spoken: string | null = null,
  ladders: Ladder[] = [],
  now = '2027-12-31',
): PromiseState {
  return promiseState(
    aPromise(known),
    entries,
    {
      lastRealContact: spoken === null ? null : anEntry({ id: 50, at: aMoment(spoken), outcome: 'reached' }),
      ladders,
      now: aMoment(now),
    },
    mondayToFriday,
  )
}

const move = (at: string): Entry => anEntry({ at: aMoment(at), act: 'moved' })
const snooze = (at: string): Entry => anEntry({ at: aMoment(at), act: 'snoozed' })
const tried = anAttempt

test('a promise nothing has happened to', () => {
  expect(state({ due: aDue('2026-11-27 10:30') })).toEqual({
    attempts: 0,
    alike: 0,
    chases: 0,
    lastChase: null,
    moves: 0,
    told: false,
    lastAttempt: null,
    heard: [],
    wrote: null,
    begunBy: null,
    findNumber: false,
    tickler: false,
    next: aDue('2026-11-27 10:30'),
    lateFrom: aDue('2026-11-27 10:30'),
  })
})

describe('what is next, and what it is late from (R11)', () => {
  type Row = [
    what: string,
    due: string,
    snoozed: string | null,
    entries: Entry[],
    next: string,
    lateFrom: string,
  ]
  test.each<Row>([
    ['the due, on a day off too, as it was typed', '2026-11-28', null, [], '2026-11-28', '2026-11-28'],
    [
      'a snooze puts it off, and stops no lateness',
      '2026-11-25',
      '2026-12-01',
      [],
      '2026-12-01',
      '2026-11-25',
    ],
    [
      'a snooze to before the due changes nothing',
      '2026-11-25',
      '2026-11-20',
      [],
      '2026-11-25',
      '2026-11-25',
    ],
    [
      'a snooze to the due day keeps its time',
      '2026-11-25 10:30',
      '2026-11-25',
      [],
      '2026-11-25 10:30',
      '2026-11-25 10:30',
    ],
    [
      'a try before the due leaves the due',
      '2026-12-10',
      null,
      [tried('2026-11-25')],
      '2026-12-10',
      '2026-12-10',
    ],
    [
      'a try before the due leaves it to its day: that is what they were told',
      '2026-11-27',
      null,
      [tried('2026-11-26')],
      '2026-11-27',
      '2026-11-27',
    ],
    [
      'a try before the minute of the due leaves it to its minute',
      '2026-11-26 15:00',
      null,
      [tried('2026-11-26 14:59')],
      '2026-11-26 15:00',
      '2026-11-26 15:00',
    ],
    [
      'a try at the minute of the due',
      '2026-11-26 15:00',
      null,
      [tried('2026-11-26 15:00')],
      '2026-11-30',
      '2026-11-30',
    ],
    ['a try on the due day', '2026-11-26', null, [tried('2026-11-26')], '2026-11-30', '2026-11-30'],
    ['a try after the due day', '2026-11-20', null, [tried('2026-11-26')], '2026-11-30', '2026-11-30'],
    [
      'a snooze past the next try is late from the try',
      '2026-11-20',
      '2026-12-04',
      [tried('2026-11-26')],
      '2026-12-04',
      '2026-11-30',
    ],
    [
      'a timed due, tried busy after it',
      '2026-11-25 10:30',
      null,
      [tried('2026-11-25 10:35', { outcome: 'busy' })],
      '2026-11-25 11:35',
      '2026-11-25 11:35',
    ],
    [
      'a timed due, tried busy well before it',
      '2026-11-25 16:00',
      null,
      [tried('2026-11-25 09:00', { outcome: 'busy' })],
      '2026-11-25 16:00',
      '2026-11-25 16:00',
    ],
    [
      'a wrong number keeps it due',
      '2026-11-20',
      null,
      [tried('2026-11-25', { outcome: 'wrong-number' })],
      '2026-11-25',
      '2026-11-25',
    ],
  ])('%s', (_, due, snoozed, entries, next, lateFrom) => {
    const found = state({ due: aDue(due), snoozedUntil: snoozed === null ? null : aDay(snoozed) }, entries)
    expect(found).toMatchObject({ next: aDue(next), lateFrom: aDue(lateFrom) })
  })
})

describe('a move is typed, so it holds against what came before it', () => {
  test('the ladder says Mon 30 Nov, and the user then says Fri 27 Nov', () => {
    const entries = [tried('2026-11-25'), move('2026-11-25 12:00')]
    expect(state({ due: aDue('2026-11-27') }, entries)).toMatchObject({
      next: aDue('2026-11-27'),
      lateFrom: aDue('2026-11-27'),
    })
  })

  test('a due moved to later on the day it was tried is late from its own time', () => {
    const entries = [tried('2026-11-25 09:00'), move('2026-11-25 09:01')]
    expect(state({ due: aDue('2026-11-25 16:00') }, entries)).toMatchObject({
      next: aDue('2026-11-25 16:00'),
      lateFrom: aDue('2026-11-25 16:00'),
    })
  })

  test('telling them of the new day holds in the same way', () => {
    const entries = [tried('2026-11-25'), anEntry({ at: aMoment('2026-11-25 13:00'), act: 'told' })]
    expect(state({ due: aDue('2026-11-27') }, entries)).toMatchObject({
      next: aDue('2026-11-27'),
      told: true,
    })
  })

  test('the next attempt climbs on from the rung that was reached', () => {
    const entries = [tried('2026-11-24'), move('2026-11-25'), tried('2026-11-26')]
    expect(state({ due: aDue('2026-11-26') }, entries)).toMatchObject({
      attempts: 2,
      next: aDue('2026-12-03'),
    })
  })

  test('a snooze made before the move no longer hides it', () => {
    const snoozed = { due: aDue('2026-11-27'), snoozedUntil: aDay('2026-12-04') }
    expect(state(snoozed, [snooze('2026-11-24'), move('2026-11-25')]).next).toEqual(aDue('2026-11-27'))
    expect(state(snoozed, [move('2026-11-24'), snooze('2026-11-25')]).next).toEqual(aDue('2026-12-04'))
  })
})

describe('reaching them ends the ladder (R34)', () => {
  const entries = [tried('2026-11-10'), tried('2026-11-13')]

  test('the attempts before it count no more, and the due stands again', () => {
    expect(state({ due: aDue('2026-11-09') }, entries, '2026-11-20')).toMatchObject({
      attempts: 0,
      findNumber: false,
      lastAttempt: entries[1],
      next: aDue('2026-11-09'),
      lateFrom: aDue('2026-11-09'),
    })
  })

  test('a later first attempt starts at rung one', () => {
    expect(state({ due: aDue('2026-11-09') }, [...entries, tried('2026-11-23')], '2026-11-20')).toMatchObject(
      {
        attempts: 1,
        next: aDue('2026-11-26'),
      },
    )
  })

  test('at one moment, what was written later comes later', () => {
    const reached = '2026-11-20 10:00'
    const before = state({}, [tried('2026-11-20 10:00', { id: 49 })], reached)
    const after = state({}, [tried('2026-11-20 10:00', { id: 51 })], reached)
    expect([before.attempts, after.attempts]).toEqual([0, 1])
  })

  test('what they owe was chased as often as it was, whoever was reached since (R17)', () => {
    expect(state({ owner: 'theirs' }, entries, '2026-11-20')).toMatchObject({ attempts: 0, chases: 2 })
    expect(state({ owner: 'mine' }, entries)).toMatchObject({ attempts: 2, chases: 0 })
  })
})

describe('what was counted', () => {
  test('attempts count busy lines and wrong numbers, and how many ended as the last', () => {
    const entries = [
      tried('2026-11-10', { outcome: 'message' }),
      tried('2026-11-11', { outcome: 'busy' }),
      tried('2026-11-12', { outcome: 'wrong-number' }),
      tried('2026-11-13', { outcome: 'message' }),
    ]
    expect(state({}, entries)).toMatchObject({ attempts: 4, alike: 2, findNumber: false, tickler: false })
  })

  test('moves are the new days, told or not', () => {
    const told = anEntry({ act: 'told' })
    expect(state({}, [move('2026-11-10'), snooze('2026-11-11')])).toMatchObject({ moves: 1, told: false })
    expect(state({}, [move('2026-11-10'), told, move('2026-11-26')])).toMatchObject({
      moves: 3,
      told: true,
    })
  })

  test('a wrong number asks for the right one until the next attempt (R35)', () => {
    const wrong = tried('2026-11-10', { outcome: 'wrong-number' })
    expect(state({}, [wrong]).findNumber).toBe(true)
    expect(state({}, [wrong, tried('2026-11-11')]).findNumber).toBe(false)
  })

  test('the fifth rung is the tickler (R33)', () => {
    const attempts = ['2026-10-01', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'].map((day) =>
      tried(day),
    )
    expect(state({}, attempts.slice(0, 4)).tickler).toBe(false)
    expect(state({}, attempts).tickler).toBe(true)
  })
})

test('attempts climb the ladder that was in force at the first since they were reached (R37)', () => {
  const ladders: Ladder[] = [
    { since: aMoment('2026-11-01').instant, rungs: [{ unit: 'w', count: 2 }] },
    { since: aMoment('2026-11-12').instant, rungs: [{ unit: 'd', count: 1 }] },
  ]
  const entries = [tried('2026-11-10'), tried('2026-11-18')]
  const due = { due: aDue('2026-11-09') }
  expect(state(due, entries, null, ladders)).toMatchObject({ next: aDue('2026-12-02'), tickler: true })
  expect(state(due, entries, '2026-11-15', ladders)).toMatchObject({ next: aDue('2026-11-19') })
})

describe('how often they asked (R24)', () => {
  const heard = [heardAt('2026-11-23'), heardAt('2026-11-24'), heardAt('2026-11-25')]

  test.each([
    ['call-back', 3, 2],
    ['answer', 1, 0],
    ['complaint', 2, 1],
    ['answer', 0, 0],
    ['promise', 1, 1],
    ['promise', 0, 0],
  ] as const)('a %s they spoke about %i times was asked again %i times', (kind, count, chases) => {
    const entries = heard.slice(0, count)
    expect(state({ kind }, entries)).toMatchObject({ chases, heard: entries })
  })

  test('what they owe is chased by me, whatever they say', () => {
    expect(state({ owner: 'theirs' }, [...heard, tried('2026-11-26')]).chases).toBe(1)
  })
})

test.each(['sent', 'sold'] as const)('what was %s begins a promise', (act) => {
  const begunBy = anEntry({ act })
  expect(state({}, [move('2026-11-20'), begunBy, anEntry({ id: 2, act })]).begunBy).toBe(begunBy)
})

test.each([
  ['2026-11-26 09:00', '2026-11-27'],
  ['2035-12-31 08:59', '2026-11-27'],
  ['2035-12-31 09:00', '2036-01-04'],
  ['2036-01-02 09:00', '2036-01-04'],
])(
  'a try written by a clock that ran years ahead takes no line off the page: at %s it is next on %s',
  (now, next) => {
    const due = { due: aDue('2026-11-27') }
    const attempts = [anAttempt('2036-01-01 09:00')]
    expect(state(due, attempts, null, [], now)).toMatchObject({ next: aDue(next), attempts: 1 })
  },
)

test('a try before its day counts no more for one that a clock far ahead wrote after it', () => {
  const due = { due: aDue('2026-11-27') }
  const attempts = [anAttempt('2026-11-25 09:00'), anAttempt('2036-01-01 09:00')]
  expect(state(due, attempts, null, [], '2026-11-26 09:00').next).toEqual(aDue('2026-11-27'))
})
