import { describe, expect, test } from 'vitest'
import { everyText } from '../../../src/domain/repeat.ts'
import { readEveryOccurrence } from '../../../src/parse/phrase/every.ts'
import { errorOf } from '../../support/refusals.ts'

describe('how often a promise repeats (R62)', () => {
  test.each([
    ['sunday', 'sunday'],
    ['Sun', 'sunday'],
    ['every  Sunday', 'sunday'],
    ['on sundays', 'sunday'],
    ['every tues', 'tuesday'],
    ['2w', '2w'],
    ['every 2 weeks', '2w'],
    ['every week', '1w'],
    ['daily', '1d'],
    ['monthly', '1mo'],
    ['quarterly', '3mo'],
    ['yearly', '1y'],
    ['1st', '1st'],
    ['the 1st', '1st'],
    ['every 15th', '15th'],
    ['on the 22nd of every month', '22nd'],
    ['1st of the month', '1st'],
    ['last day', '31st'],
    ['the last day of the month', '31st'],
  ])('"%s" is %s', (phrase, text) => {
    expect(everyText(readEveryOccurrence(phrase))).toBe(text)
  })

  test.each([
    ['', 'An empty text is not a period.'],
    ['often', '"often" is not a way to repeat a promise.'],
    ['sundya', 'Did you mean "sunday"?'],
    ['monthyl', 'Did you mean "monthly"?'],
    ['32nd', '"32nd" is not a way to repeat a promise.'],
    ['1th', '"1th" is not a way to repeat a promise.'],
    ['0d', '"0d" counts nothing.'],
    ['2wd', '"2wd" counts working days, but a promise repeats by the calendar.'],
    ['2h', '"2h" is 2 hours, and a period is counted in days or longer.'],
    ['sunday and monday', '"sunday and monday" is not a way to repeat a promise.'],
    ['before june', '"before june" is not a way to repeat a promise.'],
    ['101y', 'is too far away'],
  ])('"%s" is refused: %s', (phrase, why) => {
    const { message, hint } = errorOf(() => readEveryOccurrence(phrase))
    expect(`${message} ${hint}`).toContain(why)
  })
})
