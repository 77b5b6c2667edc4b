import { describe, expect, test } from 'vitest'
import type { Agenda } from '../../../src/domain/page.ts'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { agendaFor, type PageSettings } from '../../../src/schedule/page/page.ts'
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

const settings = someSettings()
const gary = { id: 1, name: 'Gary Lee', company: 'Lee Mortgages' }
const ada = { id: 2, name: 'Ada Müller', company: null }
const jose = { id: 3, name: 'José Álvarez', company: null }

function agenda(day: string, known: Parameters<typeof someFacts>[1], now = '2026-12-01 08:30'): Agenda {
  return agendaFor(aMoment(now), someFacts(day, known), settings)
}

/** The numbers of the promises in each section: carried over, today, waiting, keep in touch. */
function numbers({ sections }: Agenda): (number | undefined)[][] {
  return sections.map(({ lines }) => lines.map(({ promise }) => promise?.id))
}

test('the page of Tuesday 1 December', () => {
  const papers = aPromise({ id: 5, contact: gary, what: 'send the papers', due: aDue('2026-11-30') })
  const list = aPromise({
    id: 2,
    contact: ada,
    what: 'send the price list',
    due: aDue('2026-11-26'),
    channel: 'email',
  })
  const date = aPromise({ id: 3, contact: jose, what: 'the delivery date', owner: 'theirs' })
  const garyLee = aContact(gary)
  const adaMueller = aContact({ ...ada, phones: [], emails: [{ label: null, value: 'ada@mueller.example' }] })
  const joseAlvarez = aContact(jose)
  const call = { channel: 'call', value: '0412 555 019' }
  const left = anAttempt('2026-11-26', { promise: 2, outcome: 'message', text: 'left my number' })
  const known = {
    promises: [date, list, papers],
    contacts: new Map([garyLee, adaMueller, joseAlvarez].map((contact) => [contact.id, contact])),
    entries: [left],
  }

  expect(agenda('2026-12-01', known)).toEqual({
    day: '2026-12-01',
    now: aMoment('2026-12-01 08:30'),
    sections: [
      {
        name: 'carried-over',
        lines: [
          {
            promise: list,
            contact: adaMueller,
            what: 'send the price list',
            due: aDue('2026-11-26'),
            next: aDue('2026-11-30'),
            daysLate: 1,
            minutesLate: 0,
            attempts: 1,
            chases: 0,
            moves: 0,
            reachBy: { channel: 'email', value: 'ada@mueller.example' },
            reason: 'left my number on Thu 26 Nov',
            flags: ['owes-update'],
          },
          {
            promise: papers,
            contact: garyLee,
            what: 'send the papers',
            due: aDue('2026-11-30'),
            next: aDue('2026-11-30'),
            daysLate: 1,
            minutesLate: 0,
            attempts: 0,
            chases: 0,
            moves: 0,
            reachBy: call,
            reason: 'you said Mon 30 Nov',
            flags: ['owes-update'],
          },
        ],
        more: 0,
      },
      { name: 'today', lines: [], more: 0 },
      {
        name: 'waiting',
        lines: [
          {
            promise: date,
            contact: joseAlvarez,
            what: 'the delivery date',
            due: aDue('2026-11-27'),
            next: aDue('2026-11-27'),
            daysLate: 4,
            minutesLate: 0,
            attempts: 0,
            chases: 0,
            moves: 0,
            reachBy: call,
            reason: 'asked on Mon 2 Nov; they said Fri 27 Nov; not chased yet',
            flags: [],
          },
        ],
        more: 0,
      },
      { name: 'keep-in-touch', lines: [], more: 0 },
    ],
    doneToday: 0,
    tomorrow: 0,
    upcoming: null,
    nothingNext: [],
  })
})

test('an empty page has its four sections', () => {
  expect(agenda('2026-12-01', {})).toEqual({
    day: '2026-12-01',
    now: aMoment('2026-12-01 08:30'),
    sections: ['carried-over', 'today', 'waiting', 'keep-in-touch'].map((name) => ({
      name,
      lines: [],
      more: 0,
    })),
    doneToday: 0,
    tomorrow: 0,
    upcoming: null,
    nothingNext: [],
  })
})

describe('the section of a line', () => {
  const promises: OpenPromise[] = [
    aPromise({ id: 1, due: aDue('2026-11-30') }),
    aPromise({ id: 2, due: aDue('2026-12-01') }),
    aPromise({ id: 3, due: aDue('2026-12-02') }),
    aPromise({ id: 4, due: aDue('2026-11-30'), owner: 'theirs' }),
    aPromise({ id: 5, due: aDue('2026-12-01'), owner: 'theirs' }),
    aPromise({ id: 6, due: aDue('2026-12-02'), owner: 'theirs' }),
    aPromise({ id: 7, due: aDue('2026-11-20'), snoozedUntil: aDay('2026-12-01') }),
  ]

  test('comes from its effective day', () => {
    expect(numbers(agenda('2026-12-01', { promises }))).toEqual([[1], [2, 7], [4, 5], []])
  })

  test('a page of a later day shows what will be due if nothing is done before', () => {
    expect(numbers(agenda('2026-12-02', { promises }))).toEqual([[7, 1, 2], [3], [4, 5, 6], []])
  })

  test('a page of an earlier day shows what was due on it', () => {
    expect(numbers(agenda('2026-11-30', { promises }))).toEqual([[], [1], [4], []])
  })
})

test('each promise has its own entries, and its contact their own last contact', () => {
  const promises = [
    aPromise({ id: 1, contact: gary }),
    aPromise({ id: 2, contact: gary }),
    aPromise({ id: 3, contact: ada }),
  ]
  const entries = [anAttempt('2026-11-30', { promise: 1 }), anAttempt('2026-11-30', { promise: 3 })]
  const lastRealContacts = new Map([
    [ada.id, anEntry({ at: aMoment('2026-12-01 08:00'), outcome: 'reached' })],
  ])
  expect(numbers(agenda('2026-12-01', { promises, entries, lastRealContacts }))).toEqual([[2, 3], [], [], []])
})

test('closing time of the settings ends the day of a busy line', () => {
  const known = { promises: [aPromise()], entries: [anAttempt('2026-12-01 11:30', { outcome: 'busy' })] }
  const week = { ...mondayToFriday, closes: aDue('2026-12-01 12:00').time ?? mondayToFriday.closes }
  const at = aMoment('2026-12-01 11:40')
  expect(numbers(agenda('2026-12-01', known))).toEqual([[], [1], [], []])
  expect(numbers(agendaFor(at, someFacts('2026-12-01', known), { ...settings, week }))).toEqual([
    [],
    [],
    [],
    [],
  ])
})

test('each contact has their own last time I reached them: it stops their answer clock', () => {
  const due = aDue('2026-12-01')
  const promises = [
    aPromise({ id: 1, kind: 'answer', contact: gary, due }),
    aPromise({ id: 2, kind: 'answer', contact: ada, due }),
  ]
  const entries = [heardAt('2026-11-27', { promise: 1 }), heardAt('2026-11-27', { promise: 2 })]
  const lastReached = new Map([[ada.id, anEntry({ at: aMoment('2026-11-30'), outcome: 'reached' })]])
  const { sections } = agenda('2026-12-01', { promises, entries, lastReached })
  expect(sections[1]?.lines.map(({ flags }) => flags)).toEqual([['past-24h'], []])
})

test('the ladder of the diary gives the next try', () => {
  const ladders = [{ since: 0, rungs: [{ unit: 'd' as const, count: 1 }] }]
  const known = { promises: [aPromise()], entries: [anAttempt('2026-11-30')] }
  expect(numbers(agenda('2026-12-01', known))).toEqual([[], [], [], []])
  expect(numbers(agenda('2026-12-01', { ...known, ladders }))).toEqual([[], [1], [], []])
})

describe('keep in touch', () => {
  const regulars = [3, 1, 2].map((id) => ({
    contact: aContact({ id, every: { count: 7 * id, unit: 'd' } }),
    lastRealContact: aMoment('2026-11-02'),
  }))
  const shown = (known: Partial<PageSettings>): [number[], number] => {
    const { sections } = agendaFor(
      aMoment('2026-12-01 08:30'),
      someFacts('2026-12-01', { regulars }),
      someSettings(known),
    )
    return [sections[3]?.lines.map(({ contact }) => contact.id) ?? [], sections[3]?.more ?? 0]
  }

  test.each<[string, Partial<PageSettings>, [number[], number]]>([
    ['all there is room for', { keepInTouchPerDay: 3 }, [[1, 2, 3], 0]],
    ['as many as a page shows, and how many it leaves out', { keepInTouchPerDay: 2 }, [[1, 2], 1]],
    ['none', { keepInTouchPerDay: 0 }, [[], 3]],
    ['all of them', { keepInTouchPerDay: 2, all: true }, [[1, 2, 3], 0]],
  ])('%s', (_, known, lines) => {
    expect(shown(known)).toEqual(lines)
  })
})

describe('the foot of the page', () => {
  test('done today is how many were kept on it', () => {
    expect(agenda('2026-12-01', { kept: 2 }).doneToday).toBe(2)
  })

  test('tomorrow counts mine and theirs of the next day alone', () => {
    const promises = [
      aPromise({ id: 1, due: aDue('2026-12-01') }),
      aPromise({ id: 2, due: aDue('2026-12-02') }),
      aPromise({ id: 3, due: aDue('2026-12-02 09:00'), owner: 'theirs' }),
      aPromise({ id: 4, due: aDue('2026-11-20'), snoozedUntil: aDay('2026-12-02') }),
      aPromise({ id: 5, due: aDue('2026-12-03') }),
    ]
    expect(agenda('2026-12-01', { promises }).tomorrow).toBe(3)
  })

  test.each([
    ['2026-11-30', { contact: 'Gary Lee', day: '2026-12-01' }],
    ['2026-12-01', { contact: 'Ada Müller', day: '2026-12-03' }],
    ['2026-12-03', { contact: 'José Álvarez', day: '2026-12-07' }],
    ['2026-12-07', null],
  ])('after the page of %s the next is %j', (day, upcoming) => {
    const promises = [
      aPromise({ id: 1, contact: jose, due: aDue('2026-12-07') }),
      aPromise({ id: 2, contact: gary, due: aDue('2026-12-01') }),
      aPromise({ id: 3, contact: jose, due: aDue('2026-12-03 09:00') }),
      aPromise({ id: 5, contact: gary, due: aDue('2026-12-03') }),
      aPromise({ id: 4, contact: ada, due: aDue('2026-12-03') }),
    ]
    expect(agenda(day, { promises }).upcoming).toEqual(upcoming)
  })

  test('who has nothing next is handed on', () => {
    expect(agenda('2026-12-01', { nothingNext: ['Ada Müller'] }).nothingNext).toEqual(['Ada Müller'])
  })
})

test('a promise without its contact is a fault, never a line left out', () => {
  const known = { promises: [aPromise({ id: 7 })], contacts: new Map() }
  expect(() => agenda('2026-12-01', known)).toThrow(
    new RangeError('promise 7 has no contact among the facts'),
  )
})
