import { expect, test } from 'vitest'
import { outsideTheirHours, timeIn } from '../../../src/schedule/page/their-hours.ts'
import { aMoment } from '../../support/facts.ts'

test.each([
  ['Europe/London', '2026-11-25 07:59', true],
  ['Europe/London', '2026-11-25 08:00', false],
  ['Europe/London', '2026-11-25 21:00', false],
  ['Europe/London', '2026-11-25 21:01', true],
  ['Europe/London', '2026-11-25 00:10', true],
  ['Europe/London', '2026-07-25 07:30', false],
  ['Australia/Sydney', '2026-11-25 14:20', true],
  ['America/New_York', '2026-11-25 14:20', false],
  ['America/New_York', '2026-11-25 12:30', true],
  ['Asia/Kolkata', '2026-11-25 15:30', false],
  ['Asia/Kolkata', '2026-11-25 15:31', true],
])('in %s at %s UTC: %s (R60)', (timeZone, now, outside) => {
  expect(outsideTheirHours(timeZone, aMoment(now))).toBe(outside)
})

test('it is their clock that counts, not mine', () => {
  const inSydney = { ...aMoment('2026-11-25 14:20'), offset: 660, day: aMoment('2026-11-26').day }
  expect(outsideTheirHours('Europe/London', inSydney)).toBe(false)
})

test('a zone nobody knows is never outside', () => {
  expect(outsideTheirHours('Atlantis/Capital', aMoment('2026-11-25 03:00'))).toBe(false)
})

test.each([
  ['Europe/Madrid', '2026-11-25 14:20', '15:20'],
  ['Asia/Kolkata', '2026-11-25 23:50', '05:20'],
  ['Europe/London', '2026-11-25 00:05', '00:05'],
  ['Atlantis/Capital', '2026-11-25 14:20', null],
])('the clock in %s at %s UTC shows %s', (timeZone, now, shown) => {
  expect(timeIn(timeZone, aMoment(now))).toBe(shown)
})
