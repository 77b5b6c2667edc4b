import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailDate, separatorDate } from '../../../src/formats/mail/date.ts'
import { runs } from '../../support/runs.ts'

const monday10 = Date.UTC(2026, 10, 23, 10) / 1000

test.each([
  ['Mon, 23 Nov 2026 10:00:00 +0000', 0],
  ['Mon, 23 Nov 2026 11:00:05 +0100', 5],
  ['Mon, 23 Nov 2026 11:00:00 +0100 (CET)', 0],
  ['Mon, 23 Nov 2026 11:00:00 +0100 (Central (European) Time)', 0],
  ['23 Nov 2026 10:00 GMT', 0],
  ['Mon,23 Nov 2026 10:00:00 -0000', 0],
  ['Mon, 23 Nov 26 05:00:00 EST', 0],
  ['Monday, 23-Nov-26 10:00:00 UT', 0],
  ['Mon, 23 November 2026 02:00:00 PST', 0],
  ['Mon, 23 Nov 2026 15:30:00 +0530', 0],
  ['Mon, 23 Nov 2026 11:00:00 GMT+01:00', 0],
  ['Mon, 23 Nov 2026 10:00:00', 0],
  ['Mon, 23 Nov 2026 10.00.00 Z', 0],
  ['Mon, 23 Nov 126 10:00:00 GMT', 0],
])('%s is 10 o’clock and %i s', (written, seconds) => {
  expect(mailDate(written)).toBe(monday10 + seconds)
})

test.each([
  '',
  'yesterday',
  'Mon, 31 Feb 2026 10:00:00 +0000',
  'Mon, 23 Nov 2026 24:00:00 +0000',
  'Mon, 23 Nov 2026 10:60:00 +0000',
  'Mon, 23 Foo 2026 10:00:00 +0000',
  'Mon, 23 Nov 2026',
])('%j is not a date', (written) => {
  expect(mailDate(written)).toBeNull()
})

test.each([
  ['From sue@hall.example Mon Nov 23 10:00:00 2026'],
  ['From - Mon Nov 23 10:00:00 2026'],
  ['From MAILER-DAEMON Mon Nov 23 11:00:00 2026 +0100'],
  ['From "sue hall"@hall.example Mon Nov 23 10:00 2026'],
  ['From sue Mon Nov 23 05:00:00 EST 2026'],
])('the time of the separator %s is 10 o’clock', (line) => {
  expect(separatorDate(line)).toBe(monday10)
})

test('a date is read back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: -86_400, max: 4_000_000_000 }), (instant) => {
      expect(mailDate(new Date(instant * 1000).toUTCString())).toBe(instant)
    }),
    runs(300),
  )
})
