import { describe, expect, test } from 'vitest'
import { isAnswer, promiseKinds } from '../../../src/domain/promise.ts'
import { askedAt, isPast24Hours } from '../../../src/schedule/state/answer-clock.ts'
import { aDay, aMoment, anEntry, heardAt, someSettings } from '../../support/facts.ts'

test('the kinds that answer what was heard', () => {
  expect(promiseKinds.filter(isAnswer)).toEqual(['call-back', 'answer', 'complaint'])
})

describe('since when they wait (R21)', () => {
  const heard = [heardAt('2026-11-23 10:00', { id: 1 }), heardAt('2026-11-24 10:00', { id: 3 })]
  const reached = (at: string, id = 2): ReturnType<typeof anEntry> =>
    anEntry({ id, at: aMoment(at), outcome: 'reached', direction: 'out' })

  test.each([
    ['nobody asked', [], null, null],
    ['the first time they asked', heard, null, '2026-11-23 10:00'],
    ['reached before they asked', heard, reached('2026-11-20'), '2026-11-23 10:00'],
    ['reached in between', heard, reached('2026-11-23 15:00'), '2026-11-24 10:00'],
    [
      'reached at the minute they asked first, but after',
      heard,
      reached('2026-11-23 10:00'),
      '2026-11-24 10:00',
    ],
    ['reached after all of it', heard, reached('2026-11-24 10:30'), null],
    [
      'reached at the minute they asked last, but before',
      heard,
      reached('2026-11-24 10:00', 2),
      '2026-11-24 10:00',
    ],
    ['reached at the minute they asked last, and after', heard, reached('2026-11-24 10:00', 4), null],
  ])('%s', (_, entries, lastReached, asked) => {
    expect(askedAt(entries, lastReached)).toEqual(asked === null ? null : aMoment(asked))
  })
})

describe('whether 24 hours have passed', () => {
  test.each([
    ['2026-11-25 14:20', '2026-11-26 14:20', false, 'exactly 24 are the limit'],
    ['2026-11-25 14:20', '2026-11-26 14:21', true, 'and a minute is past it'],
    ['2026-11-27 16:00', '2026-11-28 16:01', true, 'a day off counts like another'],
    ['2026-11-26 09:00', '2026-11-25 14:20', false, 'a clock that goes back'],
  ])('asked %s, now %s: %s, %s', (asked, at, past) => {
    const now = aMoment(at)
    expect(isPast24Hours(aMoment(asked), { day: now.day, now }, someSettings())).toBe(past)
  })

  test.each([
    ['2026-11-25 09:00', '2026-11-27 17:00', false, 'three days of eight hours are the limit'],
    ['2026-11-25 09:00', '2026-11-30 09:01', true, 'the next working minute is past it'],
    ['2026-11-25 09:00', '2026-11-29 23:00', false, 'a weekend adds nothing'],
    ['2026-11-24 18:00', '2026-11-27 17:00', false, 'it begins when I open'],
  ])('in working hours: asked %s, now %s: %s, %s', (asked, at, past) => {
    const now = aMoment(at)
    const settings = someSettings({ answerInWorkingHours: true })
    expect(isPast24Hours(aMoment(asked), { day: now.day, now }, settings)).toBe(past)
  })

  test.each([
    ['2026-11-26', false, false],
    ['2026-11-27', true, false],
    ['2026-12-01', true, true],
  ])('on the page of another day as that day begins: %s, %s; in working hours %s', (page, real, working) => {
    const context = { day: aDay(page), now: aMoment('2026-11-25 15:00') }
    const asked = aMoment('2026-11-25 14:20')
    expect(isPast24Hours(asked, context, someSettings())).toBe(real)
    expect(isPast24Hours(asked, context, someSettings({ answerInWorkingHours: true }))).toBe(working)
  })

  test('by instants, whatever the clocks show', () => {
    const asked = { ...aMoment('2026-11-25 14:20'), offset: 60 }
    const now = { ...aMoment('2026-11-26 14:20'), offset: -60 }
    expect(isPast24Hours(asked, { day: now.day, now }, someSettings())).toBe(false)
  })
})
