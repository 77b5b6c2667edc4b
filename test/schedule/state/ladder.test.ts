import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type Day, type Weekday } from '../../../src/domain/day.ts'
import { attemptOutcomes, type AttemptOutcome } from '../../../src/domain/entry.ts'
import { addWorkingDays, workingDayFrom, type WorkingWeek } from '../../../src/domain/working-week.ts'
import {
  builtInRungs,
  isTickler,
  nextTry,
  rungsFor,
  type Attempt,
  type Rungs,
} from '../../../src/schedule/state/ladder.ts'
import { aDay, aDue, aMoment, mondayToFriday } from '../../support/facts.ts'

const everyDay: WorkingWeek = { ...mondayToFriday, days: new Set([1, 2, 3, 4, 5, 6, 7]) }

function attempt(at: string, outcome: AttemptOutcome = 'no-answer'): Attempt {
  return { at: aMoment(at), outcome }
}

describe('the rungs of the ladder (R32, R33)', () => {
  test.each([
    [1, 3],
    [2, 7],
    [3, 7],
    [4, 7],
    [5, 30],
    [6, 30],
    [40, 30],
  ])('after attempt %i the next try is %i days later', (count, days) => {
    const attempts = Array.from({ length: count }, () => attempt('2026-11-02'))
    expect(nextTry(attempts, builtInRungs, everyDay)).toEqual({
      day: addDays(aDay('2026-11-02'), days),
      time: null,
    })
  })

  test('nothing was tried: there is nothing to try again', () => {
    expect(nextTry([], builtInRungs, mondayToFriday)).toBeNull()
  })

  test.each<AttemptOutcome>(['no-answer', 'voicemail', 'message'])('%s uses a rung', (outcome) => {
    expect(nextTry([attempt('2026-11-02', outcome)], builtInRungs, everyDay)).toEqual(aDue('2026-11-05'))
  })

  test('the days count from the last attempt, not from the first', () => {
    const attempts = [attempt('2026-11-02'), attempt('2026-11-10')]
    expect(nextTry(attempts, builtInRungs, mondayToFriday)).toEqual(aDue('2026-11-17'))
  })

  test.each([
    ['2026-11-26', '2026-11-30', 'a Sunday moves to Monday'],
    ['2026-11-25', '2026-11-30', 'a Saturday moves to Monday'],
    ['2026-11-24', '2026-11-27', 'a Friday stays'],
    ['2026-12-22', '2026-12-28', 'Christmas Day moves over the weekend'],
    ['2026-12-29', '2027-01-01', 'the year ends in between'],
  ])('an attempt on %s is tried again on %s: %s', (tried, again) => {
    const week = { ...mondayToFriday, holidays: new Set([aDay('2026-12-25')]) }
    expect(nextTry([attempt(tried)], builtInRungs, week)).toEqual(aDue(again))
  })

  test('each working week has its own days off', () => {
    const tried = [attempt('2026-11-26')]
    expect(nextTry(tried, builtInRungs, mondayToFriday)).toEqual(aDue('2026-11-30'))
    expect(nextTry(tried, builtInRungs, everyDay)).toEqual(aDue('2026-11-29'))
  })
})

describe('rungs of the user (R37)', () => {
  const rungs: Rungs = [
    { unit: 'wd', count: 2 },
    { unit: 'w', count: 1 },
    { unit: 'mo', count: 1 },
  ]

  test.each([
    [1, '2026-12-02', 'two working days'],
    [2, '2026-12-07', 'a week'],
    [3, '2026-12-30', 'a month'],
    [4, '2026-12-30', 'the last repeats'],
  ])('after attempt %i: %s, %s', (count, again) => {
    const attempts = Array.from({ length: count }, () => attempt('2026-11-30'))
    expect(nextTry(attempts, rungs, mondayToFriday)).toEqual(aDue(again))
  })

  test.each([
    [2, false],
    [3, true],
    [4, true],
  ])('after attempt %i the next try is the last rung: %s', (count, tickler) => {
    const attempts = Array.from({ length: count }, () => attempt('2026-11-30'))
    expect(isTickler(attempts, rungs)).toBe(tickler)
  })

  test.each<[string, Rungs]>([
    ['minutes', [{ unit: 'm', count: 10 }]],
    ['hours', [{ unit: 'h', count: 90 }]],
    ['now', [{ unit: 'now' }]],
    ['no rungs at all', []],
  ])('tries are a day apart at least: %s', (_, shortRungs) => {
    expect(nextTry([attempt('2026-11-25')], shortRungs, mondayToFriday)).toEqual(aDue('2026-11-26'))
  })

  test('monthly tries from the end of a month do not drift', () => {
    const monthly: Rungs = [{ unit: 'mo', count: 1 }]
    expect(nextTry([attempt('2026-01-31')], monthly, everyDay)).toEqual(aDue('2026-02-28'))
    expect(nextTry([attempt('2026-01-31'), attempt('2026-03-31')], monthly, everyDay)).toEqual(
      aDue('2026-04-30'),
    )
  })

  const ladders = [
    { since: aMoment('2026-11-01').instant, rungs },
    { since: aMoment('2026-11-20').instant, rungs: rungs.slice(1) },
  ]
  test.each<[string, string[], Rungs]>([
    ['before any was set', ['2026-10-20'], builtInRungs],
    ['before the change', ['2026-11-19'], rungs],
    ['begun before the change, and climbed on', ['2026-11-19', '2026-11-25'], rungs],
    ['begun after it', ['2026-11-21'], rungs.slice(1)],
    ['nothing tried', [], builtInRungs],
  ])('the ladder of attempts is that of the first of them: %s', (_, days, climbed) => {
    expect(
      rungsFor(
        days.map((day) => attempt(day)),
        ladders,
      ),
    ).toEqual(climbed)
  })

  test('never changed, or emptied: the built-in ones', () => {
    expect(rungsFor([attempt('2026-11-21')], [])).toBe(builtInRungs)
    expect(rungsFor([attempt('2026-11-21')], [{ since: 0, rungs: [] }])).toBe(builtInRungs)
  })
})

describe('busy', () => {
  test.each([
    ['2026-11-25 10:35', '2026-11-25 11:35', 'an hour later'],
    ['2026-11-25 07:10', '2026-11-25 08:10', 'before opening time too: they are evidently about'],
    ['2026-11-29 10:00', '2026-11-29 11:00', 'the same day, though it is a Sunday'],
    ['2026-11-25 16:00', '2026-11-25 17:00', 'closing time is not past it'],
    ['2026-11-25 16:01', '2026-11-26', 'past closing time: the next working day'],
    ['2026-11-27 16:30', '2026-11-30', 'from Friday evening to Monday'],
    ['2026-11-25 23:30', '2026-11-26', 'past midnight'],
  ])('at %s: again %s, %s', (tried, again) => {
    expect(nextTry([attempt(tried, 'busy')], builtInRungs, mondayToFriday)).toEqual(aDue(again))
  })

  test('past midnight is the next day however long the day', () => {
    const night = { ...mondayToFriday, closes: aDue('2026-11-25 23:59').time ?? mondayToFriday.closes }
    expect(nextTry([attempt('2026-11-25 22:30', 'busy')], builtInRungs, night)).toEqual(
      aDue('2026-11-25 23:30'),
    )
    expect(nextTry([attempt('2026-11-25 23:00', 'busy')], builtInRungs, night)).toEqual(aDue('2026-11-26'))
  })
})

test('a wrong number is due on the day it was found', () => {
  const attempts = [attempt('2026-11-20'), attempt('2026-11-25', 'wrong-number')]
  expect(nextTry(attempts, builtInRungs, mondayToFriday)).toEqual(aDue('2026-11-25'))
})

test.each<AttemptOutcome>(['busy', 'wrong-number'])('%s uses no rung', (outcome) => {
  const attempts = [attempt('2026-11-02', outcome), attempt('2026-11-02', outcome), attempt('2026-11-02')]
  expect(nextTry(attempts, builtInRungs, everyDay)).toEqual(aDue('2026-11-05'))
})

test.each([
  ['four attempts', ['no-answer', 'message', 'voicemail', 'no-answer'], false],
  ['the fifth', ['no-answer', 'message', 'voicemail', 'no-answer', 'message'], true],
  ['four, and one busy', ['no-answer', 'message', 'busy', 'voicemail', 'no-answer'], false],
  ['four, and a wrong number', ['no-answer', 'message', 'voicemail', 'no-answer', 'wrong-number'], false],
  ['the fifth, then busy', ['no-answer', 'message', 'voicemail', 'no-answer', 'message', 'busy'], true],
  ['none', [], false],
] satisfies [string, AttemptOutcome[], boolean][])(
  'after %s the next try is a tickler: %s, %s',
  (_, outcomes, tickler) => {
    expect(
      isTickler(
        outcomes.map((outcome) => attempt('2026-11-02', outcome)),
        builtInRungs,
      ),
    ).toBe(tickler)
  },
)

test('property: a next try is never before it can be, nor past the first working day after that', () => {
  const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 })
  const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { maxLength: 20 })
  const tries = fc.array(
    fc.record({
      daysLater: fc.integer({ min: 0, max: 60 }),
      hour: fc.integer({ min: 10, max: 23 }),
      outcome: fc.constantFrom(...attemptOutcomes),
    }),
    { minLength: 1, maxLength: 9 },
  )
  const rung = fc.record({
    unit: fc.constantFrom('d' as const, 'mo' as const),
    count: fc.integer({ min: 1, max: 40 }),
  })
  const ladders = fc.oneof(fc.constant(builtInRungs), fc.array(rung, { minLength: 1, maxLength: 4 }))
  fc.assert(
    fc.property(weekdays, holidays, tries, ladders, (days, off, made, rungs) => {
      let day = aDay('2026-01-01')
      const week = {
        ...mondayToFriday,
        days: new Set(days),
        holidays: new Set(off.map((n) => addDays(day, n))),
      }
      const attempts = made.map(({ daysLater, hour, outcome }) => {
        day = addDays(day, daysLater)
        return attempt(`${day} ${hour}:15`, outcome)
      })
      const [earliest, latest] = bounds(attempts, day, rungs, week)
      const next = nextTry(attempts, rungs, week)?.day ?? ''
      expect(next >= earliest).toBe(true)
      expect(next <= latest).toBe(true)
    }),
  )
})

/** The first and the last day that the next try may fall on, after attempts the last of which was on the day. */
function bounds(
  attempts: Attempt[],
  day: Day,
  rungs: Rungs,
  week: WorkingWeek,
): [earliest: Day, latest: Day] {
  const outcome = attempts.at(-1)?.outcome
  if (outcome === 'busy') return [day, addWorkingDays(day, 1, week)]
  if (outcome === 'wrong-number') return [day, day]
  const used = attempts.filter((made) => !['busy', 'wrong-number'].includes(made.outcome)).length
  const rung = rungs[used - 1] ?? rungs.at(-1)
  const { unit, count } = rung === undefined || rung.unit === 'now' ? { unit: 'd', count: 1 } : rung
  const computed = unit === 'mo' ? addMonths(day, count) : addDays(day, count)
  return [computed, workingDayFrom(computed, week)]
}
