import { describe, expect, it, test } from 'vitest'
import type { Entry } from '../../../src/domain/entry.ts'
import type { DiaryPromise, KeptPromise } from '../../../src/domain/promise.ts'
import type { ReviewFacts } from '../../../src/domain/review.ts'
import { answersTo, asksIn } from '../../../src/schedule/review/answers.ts'
import { comparedDays, medianOf } from '../../../src/schedule/review/cases.ts'
import {
  firstContactWith,
  startsIn,
  startsByContact,
  countStarts,
} from '../../../src/schedule/review/people.ts'
import { declineReasons, waitsOf } from '../../../src/schedule/review/results.ts'
import { reachedAt, soldAt, triesOf } from '../../../src/schedule/review/tries.ts'
import { wordKept } from '../../../src/schedule/review/word.ts'
import { reviewOf } from '../../../src/schedule/review/review.ts'
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
  someSettings,
  type SomeEntry,
} from '../../support/facts.ts'

const now = aMoment('2026-11-25 14:20')
const realHours = { week: mondayToFriday, answerInWorkingHours: false }
const workingHours = { week: mondayToFriday, answerInWorkingHours: true }

/** A promise of mine, promised for a day (and time), that was kept at a moment. */
function kept(promised: string, closed: string, known: Partial<KeptPromise> = {}): KeptPromise {
  const due = aDue(promised)
  const { status: _open, ...made } = aPromise({ due, promised: due })
  return {
    ...made,
    status: 'kept',
    closedAt: aMoment(closed),
    outcome: 'reached',
    reason: null,
    note: null,
    ...known,
  }
}

function dropped(closed: string): DiaryPromise {
  const { status: _open, ...made } = aPromise()
  return { ...made, status: 'dropped', closedAt: aMoment(closed), reason: 'sold' }
}

/** That I reached Gary about a promise. */
function done(at: string, known: SomeEntry = {}): Entry {
  return anEntry({ at: aMoment(at), act: 'done', direction: 'out', outcome: 'reached', ...known })
}

/** The entries in their order, numbered by it. */
function numbered(...entries: Entry[]): Entry[] {
  return entries.map((entry, index) => ({ ...entry, id: index + 1 }))
}

describe('the days', () => {
  test.each([
    ['2026-10-27', ['2026-10-27', '2026-11-25'], ['2026-09-27', '2026-10-26']],
    ['2026-11-25', ['2026-11-25', '2026-11-25'], ['2026-11-24', '2026-11-24']],
    ['1900-01-01', ['1900-01-01', '2026-11-25'], ['1773-02-05', '1899-12-31']],
  ])('since %s', (since, [from, until], [fromBefore, untilBefore]) => {
    expect(comparedDays(aDay(since), now.day)).toEqual({
      now: { from, until },
      before: { from: fromBefore, until: untilBefore },
    })
  })
})

test.each([
  [[], null],
  [[3, 1, 2, 4], null],
  [[9, 1, 40, 3, 2], 3],
  [[6, 1, 2, 5, 100, 3], 4],
  [[10, 9, 8, 7, 2, 1, 11], 8],
])('the middle of %j is %j', (values, middle) => {
  expect(medianOf(values)).toEqual({ middle, of: values.length })
})

describe('my word (R53)', () => {
  it('is kept on time by the promised day or minute, whatever the due became', () => {
    const closed = [
      kept('2026-11-10', '2026-11-10 23:59'),
      kept('2026-11-10', '2026-11-11 00:00'),
      kept('2026-11-10 10:00', '2026-11-10 10:00'),
      kept('2026-11-10 10:00', '2026-11-10 10:01'),
      kept('2026-11-10', '2026-11-12', { due: aDue('2026-11-12') }),
    ]
    expect(wordKept(closed).onTime).toEqual({ count: 2, of: 5 })
  })

  it('counts mine alone, and what was dropped by itself', () => {
    const closed = [
      kept('2026-11-10', '2026-11-10'),
      kept('2026-11-10', '2026-11-20', { owner: 'theirs' }),
      dropped('2026-11-12'),
    ]
    expect(wordKept(closed)).toEqual({ onTime: { count: 1, of: 1 }, longestRun: 1, dropped: 1 })
  })

  test.each([
    ['', 0],
    ['l', 0],
    ['o', 1],
    ['oolooo', 3],
    ['oooloo', 3],
    ['oodol', 3],
  ])('the longest run of %j is %i', (sequence, longest) => {
    const closed = sequence.split('').map((kind, index) => {
      const on = `2026-11-${10 + index}`
      if (kind === 'd') return { ...dropped(on), id: index + 1 }
      return kept(kind === 'o' ? on : '2026-11-01', on, { id: index + 1 })
    })
    const mixed = [...closed.filter(({ id }) => id % 2 === 0), ...closed.filter(({ id }) => id % 2 === 1)]
    expect(wordKept(mixed).longestRun).toBe(longest)
  })
})

describe('answers (R21)', () => {
  const oneDay = (ended: string): Entry[] => numbered(heardAt('2026-11-10 10:00'), done(ended))
  const answered = (entries: readonly Entry[], settings = realHours): unknown => {
    const { within24Hours, pending } = answersTo(asksIn(entries), now, settings)
    return [within24Hours.count, within24Hours.of, pending]
  }

  test.each<[string, Entry[], number[]]>([
    ['at the limit', oneDay('2026-11-11 10:00'), [1, 1, 0]],
    ['a minute past it', oneDay('2026-11-11 10:01'), [0, 1, 0]],
    ['not at all', numbered(heardAt('2026-11-10 10:00')), [0, 1, 0]],
    ['not yet', numbered(heardAt('2026-11-24 14:20')), [0, 0, 1]],
    ['a minute more', numbered(heardAt('2026-11-24 14:19')), [0, 1, 0]],
    [
      'dropped at once',
      numbered(
        heardAt('2026-11-10 10:00'),
        anEntry({ at: aMoment('2026-11-10 10:05'), act: 'dropped' }),
        done('2026-11-10 11:00'),
      ),
      [0, 1, 0],
    ],
    [
      'an attempt is no answer',
      numbered(heardAt('2026-11-10 10:00'), anAttempt('2026-11-10 11:00'), done('2026-11-12')),
      [0, 1, 0],
    ],
    [
      'asked again, which is the same',
      numbered(heardAt('2026-11-10 10:00'), heardAt('2026-11-11 09:00'), done('2026-11-11 11:00')),
      [0, 1, 0],
    ],
    [
      'asked again after the answer',
      numbered(
        heardAt('2026-11-10 10:00'),
        done('2026-11-10 11:00', { act: 'logged', promise: null }),
        heardAt('2026-11-11 10:00'),
        done('2026-11-13 11:00'),
      ),
      [1, 2, 0],
    ],
    [
      'another reached is none',
      numbered(
        heardAt('2026-11-10 10:00'),
        done('2026-11-10 11:00', { contact: { id: 2, name: 'Ada' }, promise: 2 }),
      ),
      [0, 1, 0],
    ],
    [
      'they rang again and were answered',
      numbered(
        heardAt('2026-11-10 10:00'),
        done('2026-11-10 11:00', { act: 'logged', direction: 'in', promise: 1 }),
      ),
      [1, 1, 0],
    ],
    ['nothing owed', numbered(heardAt('2026-11-10 10:00', { promise: null })), [0, 0, 0]],
    [
      'told at once when they will get it',
      numbered(
        heardAt('2026-11-10 10:00', { promise: null }),
        done('2026-11-10 10:00', { act: 'acknowledged', promise: null }),
      ),
      [1, 1, 0],
    ],
  ])('%s', (_name, entries, expected) => {
    expect(answered(entries)).toEqual(expected)
  })

  it('may be counted in working hours', () => {
    // Fri 13 Nov 16:00 to Wed 18 Nov 15:00: an hour, two days of eight, and six hours.
    const overWeekend = numbered(heardAt('2026-11-13 16:00'), done('2026-11-18 15:00'))
    expect(answered(overWeekend)).toEqual([0, 1, 0])
    expect(answered(overWeekend, workingHours)).toEqual([1, 1, 0])
  })

  it('take the median of what was answered, in minutes', () => {
    const entries = numbered(
      ...[30, 10, 20, 50, 40].flatMap((minutes, index) => [
        heardAt(`2026-11-1${index} 10:00`),
        done(`2026-11-1${index} 10:${minutes}`),
      ]),
      heardAt('2026-11-16 10:00'),
    )
    expect(answersTo(asksIn(entries), now, realHours).time).toEqual({ middle: 30, of: 5 })
  })
})

describe('tries (R52)', () => {
  it('are those on the promise, and the one that reached them; a letter is none', () => {
    const entries = numbered(
      done('2026-11-10', { promise: 1, channel: 'call' }),
      anAttempt('2026-11-10', { promise: 2 }),
      anAttempt('2026-11-13', { promise: 2, outcome: 'busy' }),
      done('2026-11-16', { promise: 2 }),
      done('2026-11-16', { promise: 3, channel: 'email' }),
      done('2026-11-16', { promise: 4, channel: 'post' }),
      anAttempt('2026-11-17', { promise: 5, channel: 'email' }),
      done('2026-11-18', { promise: 5, channel: 'email' }),
      done('2026-11-18', { promise: 6, direction: 'in' }),
      anAttempt('2026-11-18', { promise: 7 }),
    )
    expect(reachedAt(entries).map(({ entry, tries }) => [entry.promise, tries])).toEqual([
      [1, 1],
      [2, 3],
      [5, 2],
    ])
  })

  it('until a sale are every turn to them since the last one', () => {
    const ada = { contact: { id: 2, name: 'Ada' } }
    const entries = numbered(
      anEntry({ act: 'sent', direction: 'out' }),
      heardAt('2026-11-09'),
      anAttempt('2026-11-10'),
      done('2026-11-10', ada),
      done('2026-11-12'),
      done('2026-11-13', { outcome: 'sold' }),
      anEntry({ act: 'sold', direction: 'in', outcome: 'sold' }),
      done('2026-11-14', { ...ada, outcome: 'sold' }),
    )
    expect(soldAt(entries).map(({ entry, tries }) => [entry.id, tries])).toEqual([
      [6, 4],
      [7, 1],
      [8, 2],
    ])
  })

  it('are told one by one, the sixth and all later ones together', () => {
    const successes = [1, 1, 2, 5, 6, 7, 30].map((tries) => ({ entry: anEntry(), tries }))
    expect(triesOf(successes)).toEqual({ at: [2, 1, 0, 0, 1, 3], of: 7 })
  })
})

describe('results', () => {
  it('gives the reasons of declines, case and accents aside, the most frequent first (R48)', () => {
    const reasons = ['too dear', 'No budget', 'Zu teuer', 'NO  BUDGET', 'too dear', 'Too dear', 'zu tëuer']
    const closed = reasons.map((reason) => kept('2026-11-10', '2026-11-10', { outcome: 'declined', reason }))
    expect(declineReasons([...closed, kept('2026-11-10', '2026-11-10'), dropped('2026-11-10')])).toEqual([
      { reason: 'too dear', count: 3 },
      { reason: 'No budget', count: 2 },
      { reason: 'Zu teuer', count: 2 },
    ])
  })

  it('sets the days that were waited beside the result, mine or theirs (R38)', () => {
    const waited = (days: number, known: Partial<KeptPromise>): KeptPromise =>
      kept('2026-11-10', `2026-11-${String(10 + days)}`, { madeAt: aMoment('2026-11-10 23:00'), ...known })
    const closed = [
      ...[0, 2, 3, 9, 15].map((days) => waited(days, { outcome: 'sold' })),
      ...[5, 6, 7, 8, 9, 10].map((days) => waited(days, { outcome: 'declined', owner: 'theirs' })),
      waited(1, { outcome: 'postponed' }),
      waited(1, { outcome: 'reached' }),
    ]
    expect(waitsOf(closed)).toEqual({
      sold: { middle: 3, of: 5 },
      declined: { middle: 7.5, of: 6 },
      postponed: { middle: null, of: 1 },
    })
  })
})

describe('who started (R54)', () => {
  const ada = { contact: { id: 2, name: 'Ada' } }
  const entries = numbered(
    // A day on which I called, and they rang back.
    anAttempt('2026-11-09 10:00'),
    heardAt('2026-11-09 11:00'),
    // The answer, a day later, begins nothing; nor does the try before it.
    anAttempt('2026-11-10 09:00'),
    done('2026-11-10 10:00'),
    // After the answer, I begin again.
    done('2026-11-10 15:00', { act: 'logged' }),
    heardAt('2026-11-11', ada),
    anEntry({ at: aMoment('2026-11-12'), act: 'moved', ...ada }),
    done('2026-11-13', { ...ada, act: 'logged' }),
    heardAt('2026-11-16', ada),
    heardAt('2026-11-17', ada),
  )
  const starts = startsIn(entries, asksIn(entries))

  it('is who turned to the other first on a day, answers aside', () => {
    expect(starts.map(({ id }) => id)).toEqual([1, 5, 6, 9, 10])
    expect(countStarts(starts)).toEqual({ mine: 2, theirs: 3 })
  })

  it('is told of each contact, the most frequent first', () => {
    expect(startsByContact(starts)).toEqual([
      { contact: { id: 2, name: 'Ada' }, mine: 0, theirs: 3 },
      { contact: { id: 1, name: 'Gary Lee' }, mine: 2, theirs: 0 },
    ])
  })
})

test('the first contact is the first turn to somebody met, reached or not (R27)', () => {
  const met = [1, 2, 3, 4, 5, 6].map((id) => aContact({ id, addedAt: aMoment('2026-11-09 10:00') }))
  const to = (id: number): Partial<Entry> => ({ contact: { id, name: '' }, promise: null })
  const entries = numbered(
    done('2026-11-08 10:00', to(5)),
    anAttempt('2026-11-09 10:10', to(1)),
    heardAt('2026-11-09 10:20', to(2)),
    done('2026-11-09 10:30', to(2)),
    done('2026-11-09 11:00', to(1)),
    done('2026-11-09 11:10', to(3)),
    done('2026-11-10 10:00', to(4)),
    heardAt('2026-11-10 10:00', to(6)),
  )
  expect(firstContactWith(met, entries)).toEqual({ time: { middle: 30, of: 5 }, untouched: 1 })
})

test('somebody I turned to before they were written down waited no time', () => {
  const met = [1, 2, 3, 4, 5].map((id) => aContact({ id, addedAt: aMoment('2026-11-09 10:00') }))
  const entries = met.map(({ id }) => done('2026-11-08', { id, contact: { id, name: '' }, promise: null }))
  expect(firstContactWith(met, entries)).toEqual({ time: { middle: 0, of: 5 }, untouched: 0 })
})

describe('the review', () => {
  const facts = (known: Partial<ReviewFacts> = {}): ReviewFacts => ({
    days: comparedDays(aDay('2026-11-16'), now.day),
    closed: [],
    mine: [],
    theirs: [],
    entries: [],
    met: [],
    regulars: [],
    ...known,
  })
  const mine = aPromise({ due: aDue('2026-11-24') })
  const theirs = aPromise({ id: 2, owner: 'theirs', due: aDue('2026-11-25 14:00') })
  const regulars = [
    {
      contact: aContact({ every: { count: 7, unit: 'd' } }),
      lastRealContact: aMoment('2026-11-10'),
    } as const,
  ]

  test.each<[string, Partial<ReviewFacts>, string | null]>([
    ['my own word', { mine: [mine], theirs: [theirs], regulars }, 'late'],
    ['then theirs', { theirs: [theirs], regulars }, 'waiting'],
    ['then those who are drifting away', { regulars }, 'drifting'],
    ['nothing that is due later', { mine: [aPromise({ due: aDue('2026-11-25') })] }, null],
  ])('leads with %s (R56)', (_name, known, first) => {
    expect(reviewOf(now, facts(known), someSettings()).first).toBe(first)
  })

  it('counts what falls on its days, the first and the last among them', () => {
    const days = ['05', '06', '15', '16', '25', '26'].map((day) => `2026-11-${day}`)
    const closed = days.map((day, index) => kept(day, day, { id: index + 1 }))
    const { word } = reviewOf(now, facts({ closed }), someSettings())
    expect([word.now.onTime.of, word.before.onTime.of]).toEqual([2, 2])
  })

  it('lists feedback of its days by kind, the newest first (R51)', () => {
    const said = (at: string, text: string, feedback: Entry['feedback']): Entry =>
      anEntry({ at: aMoment(at), text, feedback })
    const entries = numbered(
      said('2026-11-15', 'before', 'add'),
      said('2026-11-16', 'one', 'add'),
      said('2026-11-17', 'two', 'add'),
      said('2026-11-18', 'three', 'drop'),
      said('2026-11-18', 'no feedback', null),
    )
    const { feedback } = reviewOf(now, facts({ entries }), someSettings())
    expect(Object.entries(feedback).map(([kind, of]) => [kind, of.map(({ text }) => text)])).toEqual([
      ['change', []],
      ['keep', []],
      ['add', ['two', 'one']],
      ['drop', ['three']],
    ])
  })

  it('says what they owe, the earliest due first, and by how much it is late', () => {
    const later = aPromise({ id: 3, owner: 'theirs', due: aDue('2026-11-26') })
    const oldest = aPromise({ id: 4, owner: 'theirs', due: aDue('2026-11-20') })
    const { waiting } = reviewOf(now, facts({ theirs: [later, theirs, oldest] }), someSettings())
    expect(waiting.map(({ promise, daysLate, isLate }) => [promise.id, daysLate, isLate])).toEqual([
      [4, 5, true],
      [2, 0, true],
      [3, 0, false],
    ])
  })
})
