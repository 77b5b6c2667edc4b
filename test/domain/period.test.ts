import { expect, test } from 'vitest'
import { periodAfter, periodText } from '../../src/domain/period.ts'
import { aDay } from '../support/facts.ts'

test.each([
  ['2026-01-31', 1, 'd', 1, '2026-02-01'],
  ['2026-01-31', 90, 'd', 1, '2026-05-01'],
  ['2026-01-31', 6, 'w', 1, '2026-03-14'],
  ['2026-01-31', 2, 'w', 3, '2026-03-14'],
  ['2026-01-31', 1, 'mo', 1, '2026-02-28'],
  // Always from the anchor: the short month before leaves no mark.
  ['2026-01-31', 1, 'mo', 2, '2026-03-31'],
  ['2026-01-31', 1, 'mo', 3, '2026-04-30'],
  ['2024-02-29', 1, 'y', 1, '2025-02-28'],
  ['2024-02-29', 1, 'y', 4, '2028-02-29'],
  ['2026-01-31', 1, 'mo', 0, '2026-01-31'],
] as const)('from %s, every %i%s, the time no. %i is on %s', (anchor, count, unit, times, day) => {
  expect(periodAfter(aDay(anchor), { count, unit }, times)).toBe(day)
})

test.each([
  [{ count: 90, unit: 'd' }, '90d'],
  [{ count: 2, unit: 'wd' }, '2wd'],
  [{ count: 6, unit: 'w' }, '6w'],
  [{ count: 3, unit: 'mo' }, '3mo'],
  [{ count: 1, unit: 'y' }, '1y'],
] as const)('%j is written %s', (period, text) => {
  expect(periodText(period)).toBe(text)
})
