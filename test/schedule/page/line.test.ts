import { describe, expect, test } from 'vitest'
import type { Contact } from '../../../src/domain/contact.ts'
import type { Entry } from '../../../src/domain/entry.ts'
import type { Flag, Line } from '../../../src/domain/page.ts'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { promiseLines } from '../../../src/schedule/page/line.ts'
import { promiseState } from '../../../src/schedule/state/promise-state.ts'
import {
  aContact,
  aDay,
  aDue,
  aMoment,
  anAttempt,
  anEntry,
  aPromise,
  heardAt,
  mondayToFriday,
  someFacts,
  someSettings,
} from '../../support/facts.ts'

type Known = {
  promise?: Partial<OpenPromise>
  contact?: Partial<Contact>
  entries?: Entry[]
  lastReached?: Entry
  day?: string
}

/** A line on the page of Tue 1 Dec unless it says another day, read on Tue 1 Dec at 10:00. */
function line({ entries = [], lastReached, ...known }: Known): Line {
  const now = aMoment('2026-12-01 10:00')
  const promise = aPromise(known.promise)
  const contact = aContact(known.contact)
  const facts = someFacts(known.day ?? '2026-12-01', {
    contacts: new Map([[contact.id, contact]]),
    entries,
    lastReached: new Map(lastReached === undefined ? [] : [[contact.id, lastReached]]),
  })
  const state = promiseState(promise, entries, { lastRealContact: null, ladders: [], now }, mondayToFriday)
  const [made] = promiseLines([{ promise, state }], facts, { ...someSettings(), day: facts.day, now })
  if (made === undefined) throw new Error('no line was made')
  return made
}

describe('how late', () => {
  test.each([
    ['2026-12-01', '2026-12-01', 0, 0],
    ['2026-11-30', '2026-12-01', 1, 0],
    ['2026-11-30 09:00', '2026-12-01', 1, 0],
    ['2026-12-01 09:15', '2026-12-01', 0, 45],
    ['2026-12-01 10:00', '2026-12-01', 0, 0],
    ['2026-12-01 10:01', '2026-12-01', 0, 0],
    ['2026-12-01 09:15', '2026-12-02', 1, 0],
    ['2026-12-02 09:15', '2026-12-02', 0, 0],
    ['2026-11-30 09:15', '2026-11-30', 0, 0],
    ['2027-01-01', '2026-12-01', 0, 0],
  ])('due %s, on the page of %s: %i days and %i minutes', (due, day, daysLate, minutesLate) => {
    expect(line({ promise: { due: aDue(due) }, day })).toMatchObject({ daysLate, minutesLate })
  })

  test('a snooze does not stop it', () => {
    expect(line({ promise: { snoozedUntil: aDay('2026-12-01') } }).daysLate).toBe(4)
  })

  test('a try on the due day does: late from the next try', () => {
    expect(line({ promise: { due: aDue('2026-11-26') }, entries: [anAttempt('2026-11-26')] }).daysLate).toBe(
      1,
    )
  })
})

describe('what to do', () => {
  const wrong = anAttempt('2026-11-27', { outcome: 'wrong-number', data: { wrongNumber: '0412 555 019' } })
  const five = ['2026-09-21', '2026-09-24', '2026-10-01', '2026-10-08', '2026-10-15'].map((at) =>
    anAttempt(at),
  )
  test.each<[what: string, entries: Entry[]]>([
    ['send the quote', []],
    ['find the right number: send the quote', [wrong, anAttempt('2026-11-28')]],
    ['find the right number: send the quote', [wrong]],
    [
      'send the quote',
      [anAttempt('2026-11-27', { outcome: 'wrong-number', data: { wrongNumber: '0299 555 019' } })],
    ],
    ['send the quote', [anAttempt('2026-11-27', { outcome: 'wrong-number' })]],
    ['call and email: send the quote', five],
    ['find the right number: send the quote', [...five, wrong]],
  ])('%s', (what, entries) => {
    expect(line({ entries }).what).toBe(what)
  })
})

test('a wrong number is not shown to be called, and the line says how to put it right', () => {
  const wrong = anAttempt('2026-11-27', { outcome: 'wrong-number', data: { wrongNumber: '0412 555 019' } })
  expect(line({ entries: [wrong] })).toMatchObject({ reachBy: null, flags: ['owes-update', 'no-number'] })
})

test('where there was no number at all, one that is found is the right one', () => {
  const entries = [anAttempt('2026-11-27', { outcome: 'wrong-number' })]
  const none = { phones: [], emails: [{ label: null, value: 'gary@lee.example' }] }
  expect(line({ entries, contact: none }).what).toBe('find the right number: send the quote')
  expect(line({ entries }).what).toBe('send the quote')
})

test('what goes by email is reached by email', () => {
  const contact = { emails: [{ label: null, value: 'gary@lee.example' }] }
  expect(line({ contact }).reachBy).toEqual({ channel: 'call', value: '0412 555 019' })
  expect(line({ contact, promise: { channel: 'email' } }).reachBy).toEqual({
    channel: 'email',
    value: 'gary@lee.example',
  })
})

describe('flags', () => {
  const later = { due: aDue('2026-12-04') }
  test.each<[name: string, known: Known, flags: Flag[]]>([
    ['none', { promise: later }, []],
    ['hot', { promise: { ...later, hot: true } }, ['hot']],
    ['no phone to call', { promise: later, contact: { phones: [] } }, ['no-number']],
    [
      'no phone, and no channel is wanted: they can be written to',
      { promise: later, contact: { phones: [], emails: [{ label: null, value: 'gary@lee.example' }] } },
      [],
    ],
    [
      'no phone, and a call was promised, though they can be written to',
      {
        promise: { ...later, channel: 'call' },
        contact: { phones: [], emails: [{ label: null, value: 'gary@lee.example' }] },
      },
      ['no-number'],
    ],
    [
      'no phone, and they prefer email',
      {
        promise: later,
        contact: { phones: [], emails: [{ label: null, value: 'gary@lee.example' }], channel: 'email' },
      },
      [],
    ],
    ['no email for what goes by email', { promise: { ...later, channel: 'email' } }, ['no-number']],
    ['they prefer email and have none', { promise: later, contact: { channel: 'email' } }, ['no-number']],
    [
      'a promised call, though they prefer email',
      { promise: { ...later, channel: 'call' }, contact: { channel: 'email' } },
      [],
    ],
    ['the promised day has passed', { promise: { due: aDue('2026-11-30') } }, ['owes-update']],
    ['the promised day is today', { promise: { due: aDue('2026-12-01') } }, []],
    ['the promised minute has passed', { promise: { due: aDue('2026-12-01 09:59') } }, ['owes-update']],
    ['the promised minute is to come', { promise: { due: aDue('2026-12-01 10:01') } }, []],
    ['moved without telling them', { promise: { ...later, promised: aDue('2026-11-30') } }, ['owes-update']],
    ['what they owe is not mine to update', { promise: { owner: 'theirs' } }, []],
    [
      'passed as of the page of a later day',
      { promise: { due: aDue('2026-12-02 08:00') }, day: '2026-12-03' },
      ['owes-update'],
    ],
    [
      'not yet passed on the page of an earlier day',
      { promise: { due: aDue('2026-11-30 08:00') }, day: '2026-11-30' },
      [],
    ],
    ['all of them', { promise: { hot: true }, contact: { phones: [] } }, ['hot', 'owes-update', 'no-number']],
  ])('%s', (_, known, flags) => {
    expect(line(known).flags).toEqual(flags)
  })
})

describe('the answer is late (R21)', () => {
  const promise = { kind: 'answer', due: aDue('2026-12-04') } as const
  const heard = [heardAt('2026-11-30 09:59')]
  const reached = anEntry({ id: 9, at: aMoment('2026-11-30 11:00'), outcome: 'reached', direction: 'out' })

  test.each<[name: string, known: Known, flags: Flag[]]>([
    ['a day and a minute after they wrote', { promise, entries: heard }, ['past-24h']],
    ['a day after they wrote', { promise, entries: [heardAt('2026-11-30 10:00')] }, []],
    ['I reached them after', { promise, entries: heard, lastReached: reached }, []],
    [
      'they wrote again after that, and a day has passed since',
      { promise, entries: [...heard, heardAt('2026-11-30 11:30')], lastReached: reached, day: '2026-12-02' },
      ['past-24h'],
    ],
    ['a promise of mine they asked about', { promise: { ...promise, kind: 'promise' }, entries: heard }, []],
    ['what they owe', { promise: { ...promise, owner: 'theirs' }, entries: heard }, []],
    ['nobody asked', { promise }, []],
  ])('%s', (_, known, flags) => {
    expect(line(known).flags).toEqual(flags)
  })
})

test.each<[name: string, promise: Partial<OpenPromise>, entries: Entry[], flags: Flag[]]>([
  ['a step of a plan', { step: { run: 1, index: 0 } }, [], []],
  ['a thank-you', { kind: 'thanks' }, [], []],
  ['a thank-you they were told of', { kind: 'thanks' }, [anEntry({ act: 'told' })], ['owes-update']],
])('an update is owed only to whom I gave a day: %s (R12)', (_, promise, entries, flags) => {
  expect(line({ promise: { due: aDue('2026-11-30'), ...promise }, entries }).flags).toEqual(flags)
})

describe('outside their hours (R60)', () => {
  const promise = { due: aDue('2026-12-04') }
  const sydney = { timeZone: 'Australia/Sydney', emails: [{ label: null, value: 'gary@lee.example' }] }
  const outside: Flag[] = ['outside-their-hours']
  const [sydneyZone, newYork] = ['Australia/Sydney', 'America/New_York']
  const timed: readonly [name: string, due: string, timeZone: string, flags: Flag[], day: string][] = [
    ['a call promised for 11:00, 22:00 there', '2026-12-01 11:00', sydneyZone, outside, '2026-12-01'],
    ['a call promised for 16:00, 11:00 there, at 5:00', '2026-12-01 16:00', newYork, [], '2026-12-01'],
    ['one whose time has passed is made now', '2026-12-01 09:59', sydneyZone, [], '2026-12-01'],
    ['one of the day before is made now', '2026-11-30 23:00', sydneyZone, [], '2026-12-01'],
    ['a time on the page of a later day', '2026-12-02 11:00', sydneyZone, outside, '2026-12-02'],
    ['a time of the day before a later page', '2026-12-01 11:00', sydneyZone, [], '2026-12-02'],
    ['a time on the page of a past day', '2026-11-30 11:00', sydneyZone, [], '2026-11-30'],
  ]
  test.each<[name: string, known: Known, flags: Flag[]]>([
    ['a call at 21:00 is not', { promise, contact: sydney }, []],
    ['a call at 5:00 is', { promise, contact: { ...sydney, timeZone: 'America/New_York' } }, outside],
    [
      'a text at 2:00',
      { promise: { ...promise, channel: 'text' }, contact: { ...sydney, timeZone: 'America/Los_Angeles' } },
      outside,
    ],
    [
      'a video call at 2:00',
      { promise: { ...promise, channel: 'video' }, contact: { ...sydney, timeZone: 'America/Los_Angeles' } },
      outside,
    ],
    [
      'an email wakes nobody',
      { promise: { ...promise, channel: 'email' }, contact: { ...sydney, timeZone: 'America/Los_Angeles' } },
      [],
    ],
    [
      'the page of another day',
      { promise, contact: { ...sydney, timeZone: 'America/New_York' }, day: '2026-12-02' },
      [],
    ],
    ['their zone is mine', { promise }, []],
    ...timed.map(([name, due, timeZone, flags, day]): [string, Known, Flag[]] => [
      name,
      { promise: { due: aDue(due), kind: 'thanks' }, contact: { ...sydney, timeZone }, day },
      flags,
    ]),
  ])('%s', (_, known, flags) => {
    expect(line(known).flags).toEqual(flags)
  })

  test('an email that has to be a call, for want of an address', () => {
    const contact = { ...sydney, emails: [], timeZone: 'America/New_York' }
    expect(line({ promise: { ...promise, channel: 'email' }, contact }).flags).toEqual([
      'no-number',
      'outside-their-hours',
    ])
  })
})
