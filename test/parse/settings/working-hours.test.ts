import { expect, test } from 'vitest'
import { readHours, readWeekdays, weekdaysText } from '../../../src/parse/settings/working-hours.ts'

test.each<[string, number[], string]>([
  ['mon-fri', [1, 2, 3, 4, 5], 'mon-fri'],
  ['Monday-Thursday, Sat', [1, 2, 3, 4, 6], 'mon-thu sat'],
  ['tue', [2], 'tue'],
  ['sun mon', [1, 7], 'mon sun'],
  ['fri-mon', [1, 5, 6, 7], 'mon fri-sun'],
  ['mon-mon', [1], 'mon'],
  ['mon tue tue', [1, 2], 'mon-tue'],
  ['sun-sat', [1, 2, 3, 4, 5, 6, 7], 'mon-sun'],
])('"%s" are the days %j, written %s', (text, days, written) => {
  const read = readWeekdays(text)
  expect([...read].toSorted((a, b) => a - b)).toEqual(days)
  expect(weekdaysText(read)).toBe(written)
  expect(readWeekdays(written)).toEqual(read)
})

test.each([
  '',
  ' , ',
  'mo',
  'm',
  'someday',
  'mon-',
  '-fri',
  '1-5',
  'mon-fri-sun',
  'mon–fri',
  'mon;tue',
  'monkey',
])('"%s" are no days of the week', (text) => {
  expect(() => readWeekdays(text)).toThrow(
    expect.objectContaining({ kind: 'usage', message: `"${text}" are not days of the week.` }),
  )
})

test.each([
  ['9-17', '09:00', '17:00'],
  ['09:00-17:30', '09:00', '17:30'],
  [' 8:15 - 12 ', '08:15', '12:00'],
  ['0-23:59', '00:00', '23:59'],
])('"%s" are the hours from %s to %s', (text, opens, closes) => {
  expect(readHours(text)).toEqual({ opens, closes })
})

test.each([
  '',
  '9',
  '9-',
  '-17',
  '17-9',
  '9-9',
  '9-24',
  '9-17:60',
  '9-12-17',
  '9.30-17',
  '9am-5pm',
  '009-17',
])('"%s" are no hours of a day', (text) => {
  expect(() => readHours(text)).toThrow(
    expect.objectContaining({ kind: 'usage', message: `"${text}" are not working hours.` }),
  )
})
