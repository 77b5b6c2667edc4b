import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Weekday } from '../../src/domain/day.ts'
import { everyText, everyWords, storedEvery, type Every } from '../../src/domain/repeat.ts'
import { anEvery } from '../support/repeats.ts'

const words: readonly (readonly [string, Every, string])[] = [
  ['1d', { count: 1, unit: 'd' }, 'every day'],
  ['2w', { count: 2, unit: 'w' }, 'every 2 weeks'],
  ['1mo', { count: 1, unit: 'mo' }, 'every month'],
  ['10y', { count: 10, unit: 'y' }, 'every 10 years'],
  ['monday', { weekday: 1 }, 'every Monday'],
  ['sunday', { weekday: 7 }, 'every Sunday'],
  ['1st', { dayOfMonth: 1 }, 'on the 1st of every month'],
  ['31st', { dayOfMonth: 31 }, 'on the last day of every month'],
  ['22nd', { dayOfMonth: 22 }, 'on the 22nd of every month'],
]

describe('how often a promise repeats', () => {
  test.each(words)('is stored as %s', (text, every, sentence) => {
    expect([everyText(every), storedEvery(text), everyWords(every)]).toEqual([text, every, sentence])
  })

  test('is read back from what is stored', () => {
    fc.assert(
      fc.property(anEvery, (every) => {
        expect(storedEvery(everyText(every))).toEqual(every)
      }),
    )
  })

  test.each([
    '',
    '0d',
    '2wd',
    '1',
    '1m',
    '01d',
    '32nd',
    '0th',
    '1th',
    '22th',
    'Sunday',
    'sun',
    '2w ',
    '100000d',
  ])('is not read from "%s"', (text) => {
    expect(storedEvery(text)).toBeNull()
  })

  test('has a word for each weekday', () => {
    const all: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
    expect(new Set(all.map((weekday) => everyText({ weekday }))).size).toBe(7)
  })
})
