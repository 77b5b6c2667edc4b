import { describe, expect, test } from 'vitest'
import {
  aContact,
  aDay,
  aDue,
  aMoment,
  aPromise,
  mondayToFriday,
  someFacts,
  someSettings,
} from '../../support/facts.ts'
import { loadOf, weekFrom } from '../../../src/schedule/page/week.ts'

const now = aMoment('2026-11-25 14:20')
const promises = [
  aPromise({ id: 1, due: aDue('2026-11-20') }),
  aPromise({ id: 2, due: aDue('2026-11-25'), hot: true }),
  aPromise({ id: 3, due: aDue('2026-11-26') }),
  aPromise({ id: 4, due: aDue('2026-11-26'), hot: true }),
  aPromise({ id: 5, due: aDue('2026-11-26'), owner: 'theirs' }),
  aPromise({ id: 6, due: aDue('2026-11-20'), snoozedUntil: aDay('2026-12-01') }),
  aPromise({ id: 7, due: aDue('2026-12-02') }),
]
const regular = (
  id: number,
  spoken: string,
): { contact: ReturnType<typeof aContact>; lastRealContact: typeof now } => ({
  contact: aContact({ id, every: { count: 7, unit: 'd' } }),
  lastRealContact: aMoment(spoken),
})
const regulars = [regular(11, '2026-11-10'), regular(12, '2026-11-11'), regular(13, '2026-11-20')]
const facts = someFacts('2026-12-01', { promises, regulars })

describe('the week ahead', () => {
  const week = weekFrom(now.day, now, facts, someSettings({ keepInTouchPerDay: 1 }))

  test('seven days in reading order; the first with all that has come up, each later one with its own', () => {
    expect(
      week.map(({ day, lines }) => [
        day,
        lines.map(({ promise, contact }) => promise?.id ?? `@${contact.id}`),
      ]),
    ).toEqual([
      ['2026-11-25', [2, 1, '@11']],
      ['2026-11-26', [4, 3, 5]],
      ['2026-11-27', ['@13']],
      ['2026-11-28', []],
      ['2026-11-29', []],
      ['2026-11-30', []],
      ['2026-12-01', [6]],
    ])
  })

  test('the load is the promises of the day', () => {
    expect(week.map(({ load }) => load)).toEqual([2, 3, 0, 0, 0, 0, 1])
  })

  test('a line of a later day is as late as it will be then', () => {
    expect(week[6]?.lines).toMatchObject([{ daysLate: 11, next: aDue('2026-12-01') }])
  })
})

test.each([
  ['2026-11-25', 2, 'all that has come up by the present day'],
  ['2026-11-26', 3, 'mine and theirs of a later day'],
  ['2026-11-27', 0, 'none'],
  ['2026-12-01', 1, 'what is put off to it'],
])('the load of %s is %i: %s (R46)', (day, load) => {
  expect(loadOf(aDay(day), now, facts, mondayToFriday)).toBe(load)
})
