import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateWords } from '../../src/domain/date-words.ts'
import { partialDate, partialDateText, readPartialDate } from '../../src/domain/partial-date.ts'
import { runs } from '../support/runs.ts'

test.each([
  [1980, 4, 15, '1980-04-15'],
  [null, 4, 15, '--04-15'],
  [null, 2, 29, '--02-29'],
  [2000, 2, 29, '2000-02-29'],
])('%s, %i, %i is stored as %s, and read again', (year, month, day, text) => {
  const date = partialDate(year, month, day)
  expect(date).toEqual({ year, month, day })
  expect(partialDateText({ year, month, day })).toBe(text)
  expect(readPartialDate(text)).toEqual(date)
})

test.each([
  [2026, 2, 29],
  [null, 2, 30],
  [null, 0, 1],
  [1980, 13, 1],
  [0, 0, 0],
  [1604, 5, 9],
  [4501, 1, 1],
  [1980, 4, 1.5],
  [Number.NaN, 4, 1],
])('%s, %s, %s is no date', (year, month, day) => {
  expect(partialDate(year, month, day)).toBeNull()
})

test.each([
  '',
  '1980',
  '1980-04',
  '1980-4-5',
  '04-15',
  '--0415',
  '1980-04-15T00:00',
  '1604-05-09',
  '--02-30',
])('"%s" is not the text of a date', (text) => {
  expect(readPartialDate(text)).toBeNull()
})

test('a date is said in the language and the order of the user', () => {
  const [birthday, everyYear] = [
    { year: 1980, month: 4, day: 15 },
    { year: null, month: 2, day: 29 },
  ]
  expect([null, 'en-US', 'de-DE'].map((locale) => dateWords(locale).yearly(birthday))).toEqual([
    '15 Apr 1980',
    'Apr 15, 1980',
    '15. Apr. 1980',
  ])
  expect([null, 'en-US', 'de-DE'].map((locale) => dateWords(locale).yearly(everyYear))).toEqual([
    '29 Feb',
    'Feb 29',
    '29. Feb.',
  ])
})

test('every date is read as it was written', () => {
  const year = fc.option(fc.integer({ min: 1700, max: 2999 }), { nil: null })
  fc.assert(
    fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (of, month, day) => {
      const date = partialDate(of, month, day)
      expect(date === null ? null : readPartialDate(partialDateText(date))).toEqual(date)
    }),
    runs(300),
  )
})
