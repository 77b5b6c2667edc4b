import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../src/domain/day.ts'
import { FuError } from '../../../src/domain/errors.ts'
import { holidaysText, readHolidays } from '../../../src/parse/settings/holidays.ts'
import { aDay } from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'
import { refusalOf, valueOrRefusal } from '../../support/refusals.ts'

test.each<[text: string, days: string[], written: string]>([
  ['2026-12-25', ['2026-12-25'], '2026-12-25'],
  ['2026-12-25 2026-12-24', ['2026-12-24', '2026-12-25'], '2026-12-24..2026-12-25'],
  [' 2027-01-01,2026-12-25 , ', ['2026-12-25', '2027-01-01'], '2026-12-25 2027-01-01'],
  ['2026-12-30..2027-01-01', ['2026-12-30', '2026-12-31', '2027-01-01'], '2026-12-30..2027-01-01'],
  ['2028-02-28..2028-03-01', ['2028-02-28', '2028-02-29', '2028-03-01'], '2028-02-28..2028-03-01'],
  ['2026-12-25..2026-12-25 2026-12-25', ['2026-12-25'], '2026-12-25'],
  ['9999-12-30..9999-12-31', ['9999-12-30', '9999-12-31'], '9999-12-30..9999-12-31'],
  ['none', [], 'none'],
])('"%s" are the days %j, written %s', (text, days, written) => {
  const read = readHolidays(text)
  expect([...read].toSorted()).toEqual(days)
  expect(holidaysText(read)).toBe(written)
})

const hint = 'Write days as 2026-12-25 and ranges as 2026-12-28..2027-01-01, or name a calendar file (.ics).'

test.each([
  ['', 'No days off are given.', hint],
  [' , ', 'No days off are given.', hint],
  ['christmas', '"christmas" is not a day.', hint],
  ['2026-12-25 none', '"none" is not a day.', hint],
  ['25.12.2026', '"25.12.2026" is not a day.', hint],
  ['2026-2-3', '"2026-2-3" is not a day.', hint],
  ['2026-02-30', 'The calendar has no 2026-02-30.', hint],
  ['2026-02-01..2026-02-29', 'The calendar has no 2026-02-29.', hint],
  ['2026-12-25..', '"" is not a day.', hint],
  [
    '2026-12-25..2026-12-26..2026-12-27',
    '"2026-12-25..2026-12-26..2026-12-27" is not a range of days.',
    hint,
  ],
  [
    '2027-01-01..2026-12-28',
    '"2027-01-01..2026-12-28" ends before it begins.',
    'Try "2026-12-28..2027-01-01".',
  ],
  [
    '2026-12-26..2026-12-25',
    '"2026-12-26..2026-12-25" ends before it begins.',
    'Try "2026-12-25..2026-12-26".',
  ],
  ['2026-01-01..2027-01-02', '"2026-01-01..2027-01-02" is 367 days long.', 'A range has at most 366 days.'],
  [
    '0000-01-01..9999-12-31',
    '"0000-01-01..9999-12-31" is 3652425 days long.',
    'A range has at most 366 days.',
  ],
  ['2028-01-01..2028-12-31 '.repeat(14), 'That is more than 5000 days off.', 'Name fewer.'],
  ['x'.repeat(1000), `"${'x'.repeat(60)}…" is not a day.`, hint],
])('"%s" is refused', (text, message, advice) => {
  expect(refusalOf(() => readHolidays(text))).toEqual({ message, hint: advice })
})

test('any days off are read again from their text, however many are in a row', () => {
  const stretches = fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 500 })), { maxLength: 8 })
  fc.assert(
    fc.property(stretches, (lengths) => {
      const days = new Set<Day>()
      for (const [start, length] of lengths) {
        for (let index = 0; index < length; index += 1) days.add(addDays(aDay('2026-01-01'), start + index))
      }
      expect(readHolidays(holidaysText(days))).toEqual(days)
    }),
    runs(50),
  )
})

test('a long row of days is written in ranges that can be typed', () => {
  const days = new Set(Array.from({ length: 400 }, (_, index) => addDays(aDay('2026-01-01'), index)))
  expect(holidaysText(days)).toBe('2026-01-01..2027-01-01 2027-01-02..2027-02-04')
})

test('whatever is typed is read or refused in words', () => {
  const words = fc.constantFrom('2026-12-25', '2026-02-30', '..', ' ', ',', '-', '0', '9999-12-31', 'none')
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((some) => some.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const found = valueOrRefusal(() => readHolidays(text))
      expect(found instanceof FuError ? found.hint : 'Read.').toMatch(/^[A-Z].*[.]$/)
    }),
  )
})
