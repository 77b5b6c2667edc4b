import { expect, test } from 'vitest'
import {
  addWorkingDays,
  isWorkingDay,
  workingDayFrom,
  workingDayUntil,
  type WorkingWeek,
} from '../../src/domain/working-week.ts'
import { aDay, mondayToFriday } from '../support/facts.ts'

/** Christmas on a Friday, with the Monday after it: four days off in a row. */
const christmas: WorkingWeek = {
  ...mondayToFriday,
  holidays: new Set([aDay('2026-12-25'), aDay('2026-12-28')]),
}
const saturdays: WorkingWeek = { ...mondayToFriday, days: new Set([6]) }

test.each([
  ['2026-11-27', mondayToFriday, '2026-11-27', '2026-11-27'],
  ['2026-11-28', mondayToFriday, '2026-11-30', '2026-11-27'],
  ['2026-11-29', mondayToFriday, '2026-11-30', '2026-11-27'],
  ['2026-12-24', christmas, '2026-12-24', '2026-12-24'],
  ['2026-12-25', christmas, '2026-12-29', '2026-12-24'],
  ['2026-12-27', christmas, '2026-12-29', '2026-12-24'],
  ['2026-12-28', christmas, '2026-12-29', '2026-12-24'],
  ['2026-11-29', saturdays, '2026-12-05', '2026-11-28'],
])('%s: the next working day is %3$s, the last one %4$s', (text, week, next, last) => {
  const day = aDay(text)
  expect([workingDayFrom(day, week), workingDayUntil(day, week)]).toEqual([next, last])
  expect(isWorkingDay(day, week)).toBe(next === text)
})

test.each([
  ['2026-11-25', 1, mondayToFriday, '2026-11-26'],
  ['2026-11-25', 2, mondayToFriday, '2026-11-27'],
  ['2026-11-27', 1, mondayToFriday, '2026-11-30'],
  ['2026-11-28', 1, mondayToFriday, '2026-11-30'],
  ['2026-11-28', 2, mondayToFriday, '2026-12-01'],
  ['2026-11-25', 10, mondayToFriday, '2026-12-09'],
  ['2026-12-24', 1, christmas, '2026-12-29'],
  ['2026-11-28', 2, saturdays, '2026-12-12'],
])('%s and %i working days is %4$s', (from, count, week, to) => {
  expect(addWorkingDays(aDay(from), count, week)).toBe(to)
})

test('a holiday that never ends is not believed', () => {
  const never: WorkingWeek = { ...mondayToFriday, days: new Set() }
  expect(workingDayFrom(aDay('2026-11-25'), never)).toBe('2026-11-25')
  expect(workingDayUntil(aDay('2026-11-25'), never)).toBe('2026-11-25')
})
