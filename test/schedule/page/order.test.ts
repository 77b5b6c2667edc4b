import { describe, expect, test } from 'vitest'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { inOrder, type PromiseSection } from '../../../src/schedule/page/order.ts'
import { promiseState } from '../../../src/schedule/state/promise-state.ts'
import { aDay, aDue, aMoment, aPromise, heardAt, mondayToFriday } from '../../support/facts.ts'

const now = aMoment('2026-12-01 10:00')

/** The numbers of the promises in the order of the section; given last to first, so that the order is made. */
function order(section: PromiseSection, promises: (Partial<OpenPromise> & { asked?: number })[]): number[] {
  const lines = promises.toReversed().map(({ asked = 0, ...known }) => {
    const promise = aPromise(known)
    const heard = Array.from({ length: asked }, () => heardAt('2026-11-20'))
    return {
      promise,
      ...promiseState(promise, heard, { lastRealContact: null, ladders: [], now }, mondayToFriday),
    }
  })
  return inOrder(section, lines).map(({ promise }) => promise.id)
}

const contactNo = (id: number): Pick<OpenPromise, 'contact'> => ({
  contact: { id, name: `No. ${id}`, company: null },
})

describe('carried over', () => {
  test('complaints, then hot lines, then the oldest due, then the lower number (R22, R26)', () => {
    const promises: Partial<OpenPromise>[] = [
      { id: 9, due: aDue('2026-11-20'), hot: true, kind: 'complaint' },
      { id: 8, due: aDue('2026-11-25'), hot: true },
      { id: 7, due: aDue('2026-11-18'), kind: 'complaint' },
      { id: 6, due: aDue('2026-11-24'), kind: 'complaint' },
      { id: 5, due: aDue('2026-11-16') },
      { id: 1, due: aDue('2026-11-17') },
      { id: 2, due: aDue('2026-11-17 10:30') },
      { id: 3, due: aDue('2026-11-17'), kind: 'answer' },
      { id: 10, due: aDue('2026-11-17') },
    ]
    expect(order('carried-over', promises)).toEqual([9, 7, 6, 8, 5, 1, 2, 3, 10])
  })

  test('a snooze does not make a promise younger', () => {
    const snoozed = { id: 2, due: aDue('2026-11-16'), snoozedUntil: aDay('2026-11-27') }
    expect(order('carried-over', [snoozed, { id: 1, due: aDue('2026-11-20') }])).toEqual([2, 1])
  })
})

describe('today', () => {
  test('complaints, hot lines, times by the clock, answers owed, and the rest', () => {
    const today = aDue('2026-11-27')
    const half9 = aDue('2026-11-27 09:30')
    const ten = aDue('2026-11-27 10:00')
    const promises: Partial<OpenPromise>[] = [
      { id: 12, due: today, hot: true },
      { id: 11, due: ten, hot: true, kind: 'answer' },
      { id: 10, due: today, kind: 'complaint' },
      { id: 8, due: today, kind: 'answer' },
      { id: 9, due: today, kind: 'call-back' },
      { id: 7, due: half9, kind: 'call-back' },
      { id: 4, due: today },
      { id: 5, due: today, kind: 'thanks' },
      { id: 6, due: half9 },
      { id: 3, due: ten },
    ]
    expect(order('today', promises)).toEqual([10, 11, 12, 6, 7, 3, 8, 9, 4, 5])
  })

  test('a line that was due earlier stands with the others of the day', () => {
    const snoozed = { id: 2, due: aDue('2026-11-16 08:00'), snoozedUntil: aDay('2026-11-27') }
    expect(order('today', [{ id: 1 }, snoozed, { id: 3 }])).toEqual([1, 2, 3])
  })
})

describe('how often they asked raises a line among those as urgent (R24)', () => {
  test('carried over: before the older ones', () => {
    const promises = [
      { id: 9, hot: true },
      { id: 8, kind: 'complaint' as const, asked: 3 },
      { id: 7, kind: 'complaint' as const, asked: 1 },
      { id: 6, kind: 'answer' as const, due: aDue('2026-11-20'), asked: 11 },
      { id: 5, due: aDue('2026-11-19'), asked: 2 },
      { id: 4, due: aDue('2026-11-18'), asked: 1 },
      { id: 3, due: aDue('2026-11-19'), asked: 1 },
      { id: 1, due: aDue('2026-11-16') },
      { id: 2, kind: 'answer' as const, due: aDue('2026-11-17'), asked: 1 },
    ]
    expect(order('carried-over', promises)).toEqual([8, 7, 9, 6, 5, 4, 3, 1, 2])
  })

  test('today: among lines of one time, among the answers, and among the rest', () => {
    const promises = [
      { id: 9, due: aDue('2026-11-27 09:00') },
      { id: 8, kind: 'answer' as const, due: aDue('2026-11-27 16:00'), asked: 4 },
      { id: 3, due: aDue('2026-11-27 16:00'), asked: 2 },
      { id: 7, kind: 'call-back' as const, asked: 2 },
      { id: 6, kind: 'answer' as const, asked: 1 },
      { id: 4, asked: 1 },
      { id: 1 },
    ]
    expect(order('today', promises)).toEqual([9, 8, 3, 7, 6, 4, 1])
  })

  test('waiting: my asking raises nothing', () => {
    const tried = { id: 2, owner: 'theirs' as const, due: aDue('2026-11-17') }
    expect(order('waiting', [{ ...tried, id: 1, due: aDue('2026-11-16') }, tried])).toEqual([1, 2])
  })
})

test('waiting: the oldest first, hot or not', () => {
  const promises: Partial<OpenPromise>[] = [
    { id: 4, due: aDue('2026-11-16') },
    { id: 2, due: aDue('2026-11-17') },
    { id: 3, due: aDue('2026-11-17'), hot: true },
    { id: 1, due: aDue('2026-11-18'), kind: 'complaint' },
  ]
  expect(order('waiting', promises)).toEqual([4, 2, 3, 1])
})

describe('the lines of one contact', () => {
  test.each<PromiseSection>(['carried-over', 'today', 'waiting'])(
    '%s: stand together where they rank equal',
    (section) => {
      const promises = [
        { id: 1, ...contactNo(7) },
        { id: 4, ...contactNo(7) },
        { id: 2, ...contactNo(8) },
        { id: 5, ...contactNo(8) },
        { id: 3, ...contactNo(9) },
      ]
      expect(order(section, promises)).toEqual([1, 4, 2, 5, 3])
    },
  )

  test('stand apart where one ranks higher', () => {
    const promises = [
      { id: 5, ...contactNo(7), hot: true },
      { id: 1, ...contactNo(8) },
      { id: 2, ...contactNo(7) },
    ]
    expect(order('carried-over', promises)).toEqual([5, 1, 2])
  })
})
