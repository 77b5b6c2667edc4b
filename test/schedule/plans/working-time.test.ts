import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Weekday } from '../../../src/domain/day.ts'
import { isWorkingDay, type WorkingWeek } from '../../../src/domain/working-week.ts'
import {
  addWorkingMinutes,
  workingMinutesBetween,
  type ClockDay,
} from '../../../src/schedule/plans/working-time.ts'
import { aDay, aTime, mondayToFriday } from '../../support/facts.ts'

function clock(text: string): ClockDay {
  const [day = '', time = ''] = text.split(' ')
  return { day: aDay(day), time: aTime(time) }
}

/** The office is closed from Christmas Eve to Epiphany. */
const christmas: WorkingWeek = {
  ...mondayToFriday,
  holidays: new Set(Array.from({ length: 14 }, (_, index) => addDays(aDay('2026-12-24'), index))),
}

describe('working minutes are counted, and no others', () => {
  test.each([
    ['2026-11-25 14:20', 60, '2026-11-25 15:20', 'within the day'],
    ['2026-11-29 16:59', 60, '2026-11-30 10:00', 'a Sunday counts for nothing'],
    ['2026-11-27 16:59', 60, '2026-11-30 09:59', 'one minute on Friday, the rest on Monday'],
    ['2026-11-25 16:00', 60, '2026-11-25 17:00', 'what ends at closing time ends there'],
    ['2026-11-25 16:01', 60, '2026-11-26 09:01', 'and a minute past it is of the next day'],
    ['2026-11-25 17:00', 10, '2026-11-26 09:10', 'nothing is left of the day at closing time'],
    ['2026-11-25 19:30', 10, '2026-11-26 09:10', 'nor after it'],
    ['2026-11-25 06:15', 10, '2026-11-25 09:10', 'before opening time it begins at opening time'],
    ['2026-11-25 09:00', 480, '2026-11-25 17:00', 'one whole day'],
    ['2026-11-25 09:00', 481, '2026-11-26 09:01', 'one whole day and a minute'],
    ['2026-11-25 14:20', 0, '2026-11-25 14:20', 'nothing within the day'],
    ['2026-11-25 17:00', 0, '2026-11-25 17:00', 'nothing at closing time'],
    ['2026-11-25 06:15', 0, '2026-11-25 09:00', 'nothing before opening time'],
    ['2026-11-25 17:01', 0, '2026-11-26 09:00', 'nothing after closing time'],
    ['2026-12-23 16:30', 60, '2027-01-07 09:30', 'a long holiday, into the next year'],
    ['2026-12-27 12:00', 60, '2027-01-07 10:00', 'from within the holiday'],
    ['2026-11-25 09:00', 800 * 60, '2027-04-27 17:00', 'eight hundred hours: a hundred working days'],
  ])('%s and %i minutes: %s, %s', (from, minutes, ends) => {
    expect(addWorkingMinutes(clock(from), minutes, christmas)).toEqual(clock(ends))
  })

  test.each([
    ['2026-11-25 14:20', '2026-11-25 15:20', 60],
    ['2026-11-27 16:59', '2026-11-30 09:59', 60],
    ['2026-11-28 10:00', '2026-11-29 22:00', 0],
    ['2026-11-25 00:00', '2026-11-25 23:59', 480],
    ['2026-11-25 18:00', '2026-11-26 08:00', 0],
    ['2026-12-23 16:30', '2027-01-07 09:30', 60],
    ['2026-11-25 15:20', '2026-11-25 14:20', -60],
    ['2026-11-30 09:59', '2026-11-27 16:59', -60],
    ['2026-01-05 09:00', '2036-01-07 09:00', (522 * 5 - 10) * 480],
  ])('between %s and %s lie %i', (from, to, minutes) => {
    expect(workingMinutesBetween(clock(from), clock(to), christmas)).toBe(minutes)
  })
})

const weeks: fc.Arbitrary<WorkingWeek> = fc
  .record({
    days: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    off: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
    hours: fc.constantFrom(['09:00', '17:00'], ['00:00', '23:59'], ['13:30', '13:31']),
  })
  .map(({ days, off, hours: [opens = '', closes = ''] }) => ({
    days: new Set(days),
    opens: aTime(opens),
    closes: aTime(closes),
    holidays: new Set(off.map((distance) => addDays(aDay('2026-11-01'), distance))),
  }))
const times = fc.constantFrom('00:00', '08:59', '09:00', '13:30', '16:59', '17:00', '23:59').map(aTime)
const clocks: fc.Arbitrary<ClockDay> = fc.record({
  day: fc.integer({ min: 0, max: 60 }).map((distance) => addDays(aDay('2026-11-01'), distance)),
  time: times,
})

test('property: adding ends in working time, as many working minutes later', () => {
  fc.assert(
    fc.property(clocks, fc.integer({ min: 0, max: 9000 }), weeks, (from, minutes, week) => {
      const ends = addWorkingMinutes(from, minutes, week)
      expect(isWorkingDay(ends.day, week)).toBe(true)
      expect(ends.time >= week.opens && ends.time <= week.closes).toBe(true)
      expect(workingMinutesBetween(from, ends, week)).toBe(minutes)
    }),
  )
})

test('property: the minutes between two are those day by day', () => {
  fc.assert(
    fc.property(clocks, fc.integer({ min: 0, max: 40 }), times, weeks, (from, days, time, week) => {
      const to = { day: addDays(from.day, days), time }
      const byDay = Array.from({ length: days }, (_, index) => {
        const day = addDays(from.day, index)
        const start = index === 0 ? from : { day, time: aTime('00:00') }
        return workingMinutesBetween(start, { day: addDays(day, 1), time: aTime('00:00') }, week)
      })
      const lastStart = days === 0 ? from : { day: to.day, time: aTime('00:00') }
      const lastDay = workingMinutesBetween(lastStart, to, week)
      expect(workingMinutesBetween(from, to, week)).toBe(byDay.reduce((sum, each) => sum + each, lastDay))
    }),
  )
})
