import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  addDays,
  addMonths,
  civilDay,
  clockTime,
  compareDue,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isDay,
  isTime,
  lastDayOfMonth,
  latestDay,
  minutesOf,
  mondayOf,
  partsOf,
  weekdayOf,
} from '../../src/domain/day.ts'
import { aDay, aDue, aTime } from '../support/facts.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  ['2026-11-25', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['0000-01-01', true],
  ['0099-12-31', true],
  ['9999-12-31', true],
  ['2026-02-29', false],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['20261125', false],
  ['2026-11-25T00:00', false],
  [' 2026-11-25', false],
  ['2026-11-25\n', false],
  ['', false],
])('%j is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is)
})

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['12:60', false],
  ['9:00', false],
  ['09:00:00', false],
])('%j is a time: %s', (text, is) => {
  expect(isTime(text)).toBe(is)
})

test('days and times are made of their parts, or are none', () => {
  expect(civilDay(2026, 2, 28)).toBe('2026-02-28')
  expect(civilDay(26, 2, 8)).toBe('0026-02-08')
  expect(civilDay(2026, 2, 30)).toBeNull()
  expect(civilDay(10_000, 1, 1)).toBeNull()
  expect(civilDay(-1, 1, 1)).toBeNull()
  expect(clockTime(9, 5)).toBe('09:05')
  expect(clockTime(24, 0)).toBeNull()
  expect(clockTime(12, 60)).toBeNull()
  expect(clockTime(-1, 0)).toBeNull()
  expect(minutesOf(aTime('10:30'))).toBe(630)
  expect(partsOf(aDay('2026-11-05'))).toEqual({ year: 2026, month: 11, dayOfMonth: 5 })
})

const zones = ['UTC', 'Africa/Cairo', 'Pacific/Apia', 'Australia/Lord_Howe', 'America/St_Johns']

describe.each(zones)('on a machine in %s', (zone) => {
  test.each([
    ['2026-11-25', 1, '2026-11-26'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['0099-12-31', 1, '0100-01-01'],
    // Cairo has no midnight on the day its summer begins, and Apia left out 30 December 2011.
    ['2026-04-23', 1, '2026-04-24'],
    ['2026-04-24', 1, '2026-04-25'],
    ['2011-12-29', 1, '2011-12-30'],
    ['2011-12-30', 1, '2011-12-31'],
    ['2026-10-03', 2, '2026-10-05'],
    ['2026-01-01', 365, '2027-01-01'],
    ['2026-01-01', -36_525, '1926-01-01'],
  ])('%s and %i days is %s', (from, count, to) => {
    vi.stubEnv('TZ', zone)
    expect(addDays(aDay(from), count)).toBe(to)
    expect(addDays(aDay(to), -count)).toBe(from)
    expect(daysBetween(aDay(from), aDay(to))).toBe(count)
    expect(daysBetween(aDay(to), aDay(from))).toBe(-count)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2011-11-30', 1, '2011-12-30'],
    ['2026-05-15', -17, '2024-12-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    vi.stubEnv('TZ', zone)
    expect(addMonths(aDay(from), count)).toBe(to)
  })

  test.each([
    ['2026-11-23', 1, '2026-11-23', '2026-11-30'],
    ['2026-11-29', 7, '2026-11-23', '2026-11-30'],
    ['2024-02-01', 4, '2024-01-29', '2024-02-29'],
    ['2011-12-30', 5, '2011-12-26', '2011-12-31'],
    ['2027-01-01', 5, '2026-12-28', '2027-01-31'],
  ])('%s is weekday %i of the week of %s, and its month ends on %s', (text, weekday, monday, last) => {
    vi.stubEnv('TZ', zone)
    const day = aDay(text)
    expect([weekdayOf(day), mondayOf(day), lastDayOfMonth(day)]).toEqual([weekday, monday, last])
  })

  test('adding days and counting them are one another undone, and days sort as they are written', () => {
    vi.stubEnv('TZ', zone)
    const days = fc.integer({ min: 0, max: 3_000_000 }).map((n) => addDays(aDay('0001-01-01'), n))
    fc.assert(
      fc.property(days, days, (from, to) => {
        const count = daysBetween(from, to)
        expect(addDays(from, count)).toBe(to)
        expect(Math.sign(count)).toBe(from < to ? 1 : from > to ? -1 : 0)
        expect((weekdayOf(from) - 1 + (((count % 7) + 7) % 7)) % 7).toBe(weekdayOf(to) - 1)
      }),
    )
  })
})

test('a day that is counted to stops at the last day there is, or the first', () => {
  const last = aDay('9999-12-31')
  expect([addDays(last, 1), addDays(aDay('9999-12-01'), 400_000)]).toEqual([last, last])
  expect([addMonths(aDay('9999-12-01'), 1), addMonths(aDay('9999-01-31'), 1200)]).toEqual([last, last])
  expect(addMonths(aDay('9999-11-30'), 1)).toBe('9999-12-30')
  expect([lastDayOfMonth(last), lastDayOfMonth(aDay('9999-12-01'))]).toEqual([last, last])
  expect([addDays(aDay('0000-01-02'), -2), addMonths(aDay('0000-01-31'), -1)]).toEqual([
    '0000-01-01',
    '0000-01-01',
  ])
})

test('due things come by day, then without a time before with one, then by the clock', () => {
  const dues = ['2026-11-27 10:30', '2026-11-28', '2026-11-27', '2026-11-27 09:00', '2026-11-26 23:59'].map(
    aDue,
  )
  expect(dues.toSorted(compareDue)).toEqual(
    ['2026-11-26 23:59', '2026-11-27', '2026-11-27 09:00', '2026-11-27 10:30', '2026-11-28'].map(aDue),
  )
  expect(compareDue(aDue('2026-11-27 09:00'), aDue('2026-11-27 09:00'))).toBe(0)
})

test('the latest of days', () => {
  expect(latestDay(aDay('2026-11-27'))).toBe('2026-11-27')
  expect(latestDay(aDay('2026-11-27'), aDay('2026-12-01'), aDay('2026-11-30'))).toBe('2026-12-01')
})

test('the day so many days after 1970 began is the day that the calendar counts', () => {
  const days = fc.integer({ min: 0, max: 3_652_424 })
  fc.assert(
    fc.property(days, (count) => {
      const number = count - 719_528
      const day = dayFromNumber(number)
      expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      expect(day === null ? null : dayNumber(day)).toBe(number)
      expect(day === null ? null : weekdayOf(day)).toBe(new Date(number * 86_400_000).getUTCDay() || 7)
    }),
    { examples: [[0], [59], [60], [36_524], [146_096], [719_528], [3_652_424]] },
  )
  expect(dayFromNumber(-719_529)).toBeNull()
  expect(dayFromNumber(2_932_897)).toBeNull()
})
