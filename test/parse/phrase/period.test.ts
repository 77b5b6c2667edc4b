import { describe, expect, test } from 'vitest'
import { periodText } from '../../../src/domain/period.ts'
import { readEvery, readPeriod } from '../../../src/parse/phrase/period.ts'
import { refusalOf } from '../../support/refusals.ts'

describe('a period', () => {
  test.each<[reads: string, ...phrases: string[]]>([
    ['1d', '1d', 'daily', 'every day', 'a day', ' Every  1 Day '],
    ['90d', '90d', '90 d', '90 days', 'every 90d', 'every 90 days'],
    ['2wd', '2wd', '2 working days', 'every 2 workdays'],
    ['1wd', '1wd', 'every working day'],
    ['1w', '1w', 'weekly', 'every week', 'a week', '1 week'],
    ['6w', '6w', '6 wks', 'every 6 weeks', 'every six weeks'],
    ['1mo', '1mo', 'monthly', 'every month', 'MONTHLY'],
    ['3mo', '3mo', '3 months', 'quarterly', 'every quarter'],
    ['1y', '1y', 'yearly', 'every year', 'one year'],
    ['100y', '100y'],
  ])('%s', (reads, ...phrases) => {
    expect(phrases.map((phrase) => [phrase, periodText(readPeriod(phrase))])).toEqual(
      phrases.map((phrase) => [phrase, reads]),
    )
  })
})

describe('a period is refused', () => {
  const examples = 'Try "90d", "6w", "3mo", "1y", "monthly" or "every 6 weeks".'
  test.each<[phrase: string, message: string, hint: string]>([
    ['', 'An empty text is not a period.', examples],
    ['blue', '"blue" is not a period I know.', examples],
    ['weekend', '"weekend" is not a period I know.', examples],
    ['every', '"every" is not a period I know.', examples],
    ['90', '"90" is not a period I know.', examples],
    ['3 every weeks', '"3 every weeks" is not a period I know.', examples],
    ['-3d', '"-3d" is not a period I know.', examples],
    ['1.5w', '"1.5w" is not a period I know.', examples],
    ['next week', '"next week" is not a period I know.', examples],
    ['monthy', '"monthy" is not a period I know.', 'Did you mean "monthly"?'],
    ['evry 6 weeks', '"evry 6 weeks" is not a period I know.', 'Did you mean "every 6 weeks"?'],
    ['3m', '"3m" is 3 minutes, and a period is counted in days or longer.', 'Months are written "3mo".'],
    [
      'every hour',
      '"every hour" is 1 hour, and a period is counted in days or longer.',
      'The shortest period is "1d".',
    ],
    ['0d', '"0d" counts nothing.', 'The shortest period is "1d".'],
    ['101y', '"101y" is too far away.', 'The most is 100 years.'],
    ['9'.repeat(99) + 'd', `"${'9'.repeat(99)}d" is too far away.`, 'The most is 36500 days.'],
    ['9'.repeat(100) + 'd', `"${'9'.repeat(30)}…" is too long for a period.`, examples],
  ])('%s', (phrase, message, hint) => {
    expect(refusalOf(() => readPeriod(phrase))).toEqual({ message, hint })
  })
})

test.each([
  ['before june', { before: 6 }],
  ['Every year before Jan', { before: 1 }],
  ['yearly before sept', { before: 9 }],
  ['90d', { count: 90, unit: 'd' }],
])('"%s" is how often somebody is due again', (text, cadence) => {
  expect(readEvery(text)).toEqual(cadence)
})

test.each<[phrase: string, message: string]>([
  ['before christmas', '"before christmas" is not a period I know.'],
  ['long before june', '"long before june" is not a period I know.'],
  ['before june please', '"before june please" is not a period I know.'],
  [' ', 'An empty text is not a period.'],
])('"%s" is no season: refused as a period', (phrase, message) => {
  const hint = 'Try "90d", "6w", "3mo", "1y", "monthly" or "every 6 weeks".'
  expect(refusalOf(() => readEvery(phrase))).toEqual({ message, hint })
})
