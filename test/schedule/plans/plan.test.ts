import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../../src/domain/day.ts'
import type { Period } from '../../../src/domain/period.ts'
import type { Offset, PlanStep } from '../../../src/domain/plan.ts'
import { isWorkingDay, workingDayFrom } from '../../../src/domain/working-week.ts'
import { initialSteps, periodEnd, planDates, stepAfter, stepDue } from '../../../src/schedule/plans/plan.ts'
import { aDay, aDue, aMoment, aStep, mondayToFriday } from '../../support/facts.ts'

const offsetOf = (text: string): Offset => {
  const [, count = '', unit = ''] = /^(\d+)(\w+)$/.exec(text) ?? []
  return text === 'now' ? { unit: 'now' } : { count: Number(count), unit: unit as 'd' }
}

describe('the step that begins when another is closed', () => {
  const steps = [aStep({}), aStep({ after: 'previous' }), aStep({ after: 'repeat' })]
  test.each<[closed: number, begun: number[], next: number | null]>([
    [0, [0], 1],
    [0, [0, 1], null],
    [1, [0, 1], 2],
    [2, [0, 1, 2], 2],
  ])('after step %i, with %j begun, is %j', (closed, begun, next) => {
    expect(stepAfter(steps, closed, new Set(begun))).toBe(next)
  })

  test('is the only one again if it repeats', () => {
    expect(stepAfter([aStep({ after: 'repeat' })], 0, new Set([0]))).toBe(0)
  })
})

describe('when a step is due', () => {
  test.each([
    ['2026-11-25 14:20', 'now', '2026-11-25', 'the very day'],
    ['2026-11-28 14:20', 'now', '2026-11-28', 'a day off too'],
    ['2026-11-25 14:20', '10m', '2026-11-25 14:30', ''],
    ['2026-11-25 14:20', '1h', '2026-11-25 15:20', ''],
    ['2026-11-25 16:30', '1h', '2026-11-26 09:30', 'hours are working hours'],
    ['2026-11-28 14:20', '1h', '2026-11-30 10:00', ''],
    ['2026-11-25 16:59', '0wd', '2026-11-25', 'what is left of the day'],
    ['2026-11-25 17:00', '0wd', '2026-11-26', 'nothing is left at closing time'],
    ['2026-11-27 18:10', '0wd', '2026-11-30', 'from Friday evening to Monday'],
    ['2026-11-28 10:00', '0wd', '2026-11-30', 'a Saturday'],
    ['2026-11-26 10:00', '1wd', '2026-11-27', ''],
    ['2026-11-27 18:10', '1wd', '2026-11-30', 'the hour makes no difference'],
    ['2026-11-27 10:00', '2wd', '2026-12-01', ''],
    ['2026-11-23 10:00', '2d', '2026-11-25', ''],
    ['2026-11-27 10:00', '2d', '2026-11-30', 'a Sunday moves to Monday'],
    ['2026-11-25 10:00', '1w', '2026-12-02', ''],
    ['2026-01-31 10:00', '1mo', '2026-03-02', 'Saturday 28 February moves to Monday'],
    ['2026-01-31 10:00', '2mo', '2026-03-31', 'counted from the event, so the day of the month stays'],
    ['2026-11-25 10:00', '1y', '2027-11-25', ''],
  ])('after %s, %s: %s %s', (event, offset, due) => {
    const step = aStep({ offset: offsetOf(offset) })
    expect(stepDue(step, aMoment(event), null, mondayToFriday)).toEqual({
      due: aDue(due),
      windowUntil: null,
    })
  })

  test.each([
    ['2026-11-23 10:00', '2026-11-25', '2026-11-26', 'posted on Monday: Wednesday to Thursday'],
    ['2026-11-25 10:00', '2026-11-27', '2026-11-30', 'Saturday moves to Monday'],
    ['2026-11-26 10:00', '2026-11-30', '2026-11-30', 'Saturday and Sunday both do'],
    ['2026-11-27 10:00', '2026-11-30', '2026-11-30', 'Sunday moves to Monday'],
  ])('the window after %s is %s to %s: %s (R29)', (event, due, windowUntil) => {
    const step = aStep({ offset: offsetOf('2d'), until: offsetOf('3d') })
    expect(stepDue(step, aMoment(event), null, mondayToFriday)).toEqual({ due: aDue(due), windowUntil })
  })

  test('a window never ends before it begins', () => {
    const step = aStep({ offset: offsetOf('5d'), until: offsetOf('1d') })
    expect(stepDue(step, aMoment('2026-11-25'), null, mondayToFriday).windowUntil).toBe('2026-11-30')
  })

  describe('time in transit comes first (R30)', () => {
    const threeDays: Period = { count: 3, unit: 'd' }
    test.each<[string, Partial<PlanStep>, Period | null, string]>([
      ['two days after three', { transit: true, offset: offsetOf('2d') }, threeDays, '2026-11-30'],
      ['a step that does not wait for it', { offset: offsetOf('2d') }, threeDays, '2026-11-27'],
      ['none was said', { transit: true, offset: offsetOf('2d') }, null, '2026-11-27'],
      ['working days', { transit: true, offset: offsetOf('2d') }, { count: 3, unit: 'wd' }, '2026-12-02'],
      [
        'the day it comes, whatever the hour it went',
        { transit: true, offset: offsetOf('0wd') },
        { count: 1, unit: 'd' },
        '2026-11-26',
      ],
      [
        'an hour after it comes',
        { transit: true, offset: offsetOf('1h') },
        { count: 1, unit: 'd' },
        '2026-11-26 10:00',
      ],
    ])('%s', (_, step, transit, due) => {
      expect(stepDue(aStep(step), aMoment('2026-11-25 18:00'), transit, mondayToFriday).due).toEqual(
        aDue(due),
      )
    })
  })
})

const event = aStep({})
const previous = aStep({ after: 'previous' })

describe('which steps begin', () => {
  test.each([
    ['at once are those counted from the event', [event, event, previous, event], [0, 1, 3]],
    ['at once is the first, which has none before it', [previous, previous], [0]],
    ['none of none', [], []],
  ])('%s', (_, steps, opening) => {
    expect(initialSteps(steps)).toEqual(opening)
  })

  test.each([
    ['the one that waited for it', 0, [], 1],
    ['and on', 1, [], 2],
    ['not one that has begun', 0, [1], null],
    ['not one counted from the event', 2, [], null],
    ['nothing after the last', 3, [], null],
  ])('when a step closes: %s', (_, closed, existing, next) => {
    expect(stepAfter([event, previous, previous, event], closed, new Set(existing))).toBe(next)
  })
})

test('the days of a plan, if each step is closed on the day it is due', () => {
  const steps = [
    aStep({ offset: offsetOf('now') }),
    aStep({ after: 'previous', offset: offsetOf('7d') }),
    aStep({ after: 'previous', offset: offsetOf('1h') }),
    aStep({ after: 'previous', offset: offsetOf('30m') }),
    aStep({ offset: offsetOf('1h') }),
  ]
  const dates = planDates(steps, aMoment('2026-11-28 10:00'), null, mondayToFriday)
  expect(dates.map(({ due }) => due)).toEqual(
    ['2026-11-28', '2026-12-07', '2026-12-07 10:00', '2026-12-07 10:30', '2026-11-30 10:00'].map(aDue),
  )
})

const anchors = fc.integer({ min: 0, max: 1500 }).map((distance) => addDays(aDay('2026-01-01'), distance))
const periods: fc.Arbitrary<Period> = fc.record({
  count: fc.integer({ min: 0, max: 60 }),
  unit: fc.constantFrom('d', 'wd', 'w', 'mo', 'y'),
})

test('property: a period ends on a working day, never before it began', () => {
  fc.assert(
    fc.property(anchors, periods, (anchor, period) => {
      const end = periodEnd(anchor, period, mondayToFriday)
      expect(end >= anchor).toBe(true)
      expect(isWorkingDay(end, mondayToFriday)).toBe(true)
    }),
  )
})

test('property: months are counted from the anchor and moved by days off alone, so they do not drift', () => {
  fc.assert(
    fc.property(anchors, fc.integer({ min: 0, max: 60 }), (anchor, count) => {
      const end = periodEnd(anchor, { count, unit: 'mo' }, mondayToFriday)
      expect(end).toBe(workingDayFrom(addMonths(anchor, count), mondayToFriday))
    }),
  )
})
