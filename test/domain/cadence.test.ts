import { expect, test } from 'vitest'
import {
  cadenceText,
  cadenceWords,
  nextSeason,
  storedCadence,
  type Cadence,
} from '../../src/domain/cadence.ts'
import { aDay } from '../support/facts.ts'

test.each<[Cadence, string, string]>([
  [{ count: 90, unit: 'd' }, '90d', 'every 90d'],
  [{ count: 3, unit: 'mo' }, '3mo', 'every 3mo'],
  [{ before: 6 }, 'before june', 'every year before June'],
  [{ before: 1 }, 'before january', 'every year before January'],
])('%o is stored as "%s" and said as "%s"', (cadence, text, words) => {
  expect([cadenceText(cadence), cadenceWords(cadence), storedCadence(text)]).toEqual([text, words, cadence])
})

test.each([
  ['2026-02-10', 6, '2026-05-01'],
  ['2026-04-30', 6, '2026-05-01'],
  ['2026-05-01', 6, '2027-05-01'],
  ['2026-11-25', 6, '2027-05-01'],
  ['2026-11-25', 1, '2026-12-01'],
  ['2026-12-01', 1, '2027-12-01'],
])('after %s, the season before month %i begins on %s (R41)', (day, before, begins) => {
  expect(nextSeason(aDay(day), { before })).toBe(begins)
})
