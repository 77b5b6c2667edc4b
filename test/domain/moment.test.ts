import { afterEach, describe, expect, test, vi } from 'vitest'
import { instantsAround, isLate, momentOf, rfc3339 } from '../../src/domain/moment.ts'
import { aDay, aDue, aMoment } from '../support/facts.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe.each(['UTC', 'Africa/Cairo', 'Pacific/Apia', 'Australia/Lord_Howe'])(
  'on a machine in %s',
  (zone) => {
    test.each([
      [0, 0, '1970-01-01', '00:00', '1970-01-01T00:00:00+00:00'],
      [0, 60, '1970-01-01', '01:00', '1970-01-01T01:00:00+01:00'],
      [-1, 0, '1969-12-31', '23:59', '1969-12-31T23:59:59+00:00'],
      [1_795_616_459, 630, '2026-11-26', '00:50', '2026-11-26T00:50:59+10:30'],
      [1_795_616_459, -570, '2026-11-25', '04:50', '2026-11-25T04:50:59-09:30'],
      [1_795_616_459, -30, '2026-11-25', '13:50', '2026-11-25T13:50:59-00:30'],
      [1_325_239_200, 840, '2011-12-31', '00:00', '2011-12-31T00:00:00+14:00'],
    ])('instant %i, %i minutes ahead of UTC, is %s %s', (instant, offset, day, time, written) => {
      vi.stubEnv('TZ', zone)
      const moment = momentOf(instant, offset)
      expect(moment).toEqual({ instant, offset, day, time })
      expect(rfc3339(moment)).toBe(written)
      expect(Date.parse(written) / 1000).toBe(instant)
    })
  },
)

test.each([[-62_167_219_201], [253_402_300_800], [Number.NaN], [Infinity]])(
  'there is no instant %d',
  (instant) => {
    expect(() => momentOf(instant, 0)).toThrow(RangeError)
  },
)

test.each([
  ['2026-11-24', true],
  ['2026-11-24 23:59', true],
  ['2026-11-25', false],
  ['2026-11-25 14:19', true],
  ['2026-11-25 14:20', true],
  ['2026-11-25 14:21', false],
  ['2026-11-26', false],
  ['2026-11-26 00:00', false],
])('at 14:20 on Wed 25 Nov, what is due %s is late: %s', (due, late) => {
  expect(isLate(aDue(due), aMoment('2026-11-25 14:20'))).toBe(late)
})

test('every moment of a day lies among its instants, in whatever zone', () => {
  const { from, until } = instantsAround(aDay('2026-11-25'))
  for (const [text, hour] of [
    ['2026-11-25 00:00', 0],
    ['2026-11-25 23:59', 24],
  ] as const) {
    for (const ahead of [-12, 0, 5.5, 14]) {
      const { instant } = aMoment(text)
      const there = instant - ahead * 3600
      expect(momentOf(there, ahead * 60).day, `${hour} at ${ahead}`).toBe('2026-11-25')
      expect(there).toBeGreaterThanOrEqual(from)
      expect(there).toBeLessThan(until)
    }
  }
  expect(momentOf(from, 14 * 60)).toMatchObject({ day: '2026-11-25', time: '00:00' })
  expect(momentOf(until - 60, -14 * 60)).toMatchObject({ day: '2026-11-25', time: '23:59' })
})
