import { expect, test } from 'vitest'
import { spreadOverDays } from '../../../src/schedule/plans/spread.ts'
import { aDay, mondayToFriday } from '../../support/facts.ts'

const saturday = aDay('2026-11-28')

function spread(
  count: number,
  dayLoad: number,
  loads: Record<string, number> = {},
  from = saturday,
): string[] {
  const items = Array.from({ length: count }, (_, index) => index + 1)
  const room = { week: mondayToFriday, dayLoad, loadOn: (day: string) => loads[day] ?? 0 }
  return spreadOverDays(items, from, room).map(({ item, day }) => `${item} ${day}`)
}

test('begins on the day itself if it is a working day (R55)', () => {
  expect(spread(2, 1, {}, aDay('2026-11-27'))).toEqual(['1 2026-11-27', '2 2026-11-30'])
})

test('else on the next working day, and fills each before the next', () => {
  expect(spread(3, 2)).toEqual(['1 2026-11-30', '2 2026-11-30', '3 2026-12-01'])
})

test('what a day has already counts, and a full day or one over it gets nothing more', () => {
  const loads = { '2026-11-30': 1, '2026-12-01': 2, '2026-12-02': 9 }
  expect(spread(2, 2, loads)).toEqual(['1 2026-11-30', '2 2026-12-03'])
})

test('over a weekend', () => {
  const full = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03']
  expect(spread(2, 1, Object.fromEntries(full.map((day) => [day, 1])))).toEqual([
    '1 2026-12-04',
    '2 2026-12-07',
  ])
})

test('the last day there is takes what is left, full or not', () => {
  const room = { week: mondayToFriday, dayLoad: 1, loadOn: () => 9 }
  expect(spreadOverDays([1, 2], aDay('9999-12-29'), room).map(({ day }) => day)).toEqual([
    '9999-12-31',
    '9999-12-31',
  ])
})

test('nothing is spread over nothing', () => {
  expect(spread(0, 1)).toEqual([])
})
