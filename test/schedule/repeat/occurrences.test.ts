import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  lastDayOfMonth,
  partsOf,
  weekdayOf,
  type Day,
} from '../../../src/domain/day.ts'
import { periodAfter } from '../../../src/domain/period.ts'
import { repeatFrom, storedEvery, type Every } from '../../../src/domain/repeat.ts'
import { firstOccurrence, nextOccurrence } from '../../../src/schedule/repeat/occurrences.ts'
import { aDay, aDue, aMoment } from '../../support/facts.ts'
import { anEvery } from '../../support/repeats.ts'
import { runs } from '../../support/runs.ts'

/** The days of a series, each closed on its own day. */
function series(every: Every, first: string, count: number): Day[] {
  const days = [aDay(first)]
  while (days.length < count) {
    const occurrence = days.at(-1) ?? aDay(first)
    const repeat = { ...repeatFrom(every, aDue(first)), occurrence }
    const next = nextOccurrence(repeat, occurrence, aMoment(`${occurrence} 09:00`))
    if (next === null) break
    days.push(next.day)
  }
  return days
}

function readEvery(text: string): Every {
  const read = storedEvery(text)
  if (read === null) throw new Error(`${text} is no way to repeat`)
  return read
}

describe('a series counts from its anchor (R62)', () => {
  it.each([
    ['1mo', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['3mo', ['2025-11-30', '2026-02-28', '2026-05-30', '2026-08-30']],
    ['1y', ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['2w', ['2026-11-25', '2026-12-09', '2026-12-23']],
    ['1d', ['2026-12-30', '2026-12-31', '2027-01-01']],
    ['sunday', ['2026-11-25', '2026-11-29', '2026-12-06']],
    ['1st', ['2026-11-25', '2026-12-01', '2027-01-01']],
    ['31st', ['2026-02-10', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['30th', ['2028-01-30', '2028-02-29', '2028-03-30']],
  ])('every %s: %j', (text, days) => {
    expect(series(readEvery(text), days[0] ?? '', days.length)).toEqual(days)
  })
})

describe('the next occurrence (R62)', () => {
  const sundays = {
    ...repeatFrom(readEvery('sunday'), aDue('2026-11-01 18:00')),
    occurrence: aDay('2026-11-08'),
  }
  it.each([
    ['one closed on its day', '2026-11-08', '2026-11-08 20:00', '2026-11-15'],
    ['one closed before its day is not the same again', '2026-11-05', '2026-11-05 09:00', '2026-11-15'],
    ['missed ones do not pile up', '2026-11-25', '2026-11-25 09:00', '2026-11-29'],
    ['one closed late on a day of the series', '2026-11-29', '2026-11-29 09:00', '2026-12-06'],
    [
      'one written up the next day, which is a day of the series',
      '2026-11-28',
      '2026-11-29 09:00',
      '2026-11-29',
    ],
    ['one written up after the time of that day', '2026-11-28', '2026-11-29 18:00', '2026-12-06'],
  ])('of %s', (_, closed, now, day) => {
    expect(nextOccurrence(sundays, aDay(closed), aMoment(now))).toEqual(aDue(`${day} 18:00`))
  })

  it('does not go beyond the calendar', () => {
    const end = repeatFrom(readEvery('1d'), aDue('9999-12-31'))
    expect(nextOccurrence(end, aDay('9999-12-31'), aMoment('9999-12-31 09:00'))).toBeNull()
    expect(firstOccurrence(readEvery('1d'), aDay('9999-12-31'))).toBeNull()
  })
})

test('without a day, the first occurrence is after today, and months count from today', () => {
  expect(firstOccurrence(readEvery('sunday'), aDay('2026-11-29'))?.due).toEqual(aDue('2026-12-06'))
  expect(firstOccurrence(readEvery('1st'), aDay('2026-11-25'))?.due).toEqual(aDue('2026-12-01'))
  expect(firstOccurrence(readEvery('1mo'), aDay('2026-01-31'))).toEqual({
    due: aDue('2026-02-28'),
    repeat: { every: readEvery('1mo'), anchor: aDue('2026-01-31'), occurrence: aDay('2026-02-28') },
  })
})

const someDay = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays(aDay('1990-01-01'), days))
const gap = fc.integer({ min: -400, max: 4000 })

test('the next occurrence is the first day of the series after the one closed and not in the past', () => {
  fc.assert(
    fc.property(anEvery, someDay, gap, gap, (often, anchor, before, more) => {
      const now = aMoment(`${addDays(anchor, Math.max(0, more))} 12:00`)
      const occurrence = anchor
      const closed = addDays(now.day, Math.min(0, before))
      const next = nextOccurrence(
        { every: often, anchor: { day: anchor, time: null }, occurrence },
        closed,
        now,
      )
      if (next === null) throw new Error('the calendar has not ended')
      expect(next.day > occurrence && next.day > closed && next.day >= now.day).toBe(true)
      expect(isOf(often, anchor, next.day)).toBe(true)
      for (const day of daysBefore(next.day, 40)) {
        if (day <= occurrence || day <= closed || day < now.day) break
        expect(isOf(often, anchor, day)).toBe(false)
      }
    }),
    runs(300),
  )
})

test('a series never drifts: closing late gives days of the same series', () => {
  fc.assert(
    fc.property(
      anEvery,
      someDay,
      fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 8 }),
      (often, anchor, lates) => {
        let occurrence = anchor
        for (const late of lates) {
          const closed = addDays(occurrence, late)
          const repeat = { every: often, anchor: { day: anchor, time: null }, occurrence }
          const next = nextOccurrence(repeat, closed, aMoment(`${closed} 12:00`))
          if (next === null) return
          expect(isOf(often, anchor, next.day)).toBe(true)
          occurrence = next.day
        }
      },
    ),
    runs(300),
  )
})

/** Whether a day is one of a series, told in another way than the program does. */
function isOf(often: Every, anchor: Day, day: Day): boolean {
  if ('weekday' in often) return weekdayOf(day) === often.weekday
  if ('dayOfMonth' in often) {
    const { dayOfMonth } = partsOf(day)
    return dayOfMonth === Math.min(often.dayOfMonth, partsOf(lastDayOfMonth(day)).dayOfMonth)
  }
  const { count, unit } = often
  if (unit === 'd' || unit === 'w') return daysBetween(anchor, day) % (count * (unit === 'w' ? 7 : 1)) === 0
  const [from, to] = [partsOf(anchor), partsOf(day)]
  const months = (to.year - from.year) * 12 + to.month - from.month
  return (
    months % (count * (unit === 'y' ? 12 : 1)) === 0 &&
    addMonths(anchor, months) === day &&
    periodAfter(anchor, { count: 1, unit: 'mo' }, months) === day
  )
}

function daysBefore(day: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(day, -1 - index))
}
