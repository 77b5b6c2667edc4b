import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber, timeAt, type Due } from '../../src/domain/day.ts'
import { firstPromised, moveOf, moveText } from '../../src/domain/move.ts'
import { aDay, aDue, anEntry, aPromise } from '../support/facts.ts'

const monday = aDue('2026-11-23')
const friday = aDue('2026-11-27 10:30')
const tuesday = aDue('2026-12-01')

test.each([
  [{ from: monday, to: friday, promised: null }, '2026-11-23 -> 2026-11-27 10:30'],
  [{ from: friday, to: tuesday, promised: null }, '2026-11-27 10:30 -> 2026-12-01'],
  [{ from: monday, to: friday, promised: monday }, '2026-11-23 -> 2026-11-27 10:30'],
  [{ from: friday, to: tuesday, promised: monday }, '2026-11-27 10:30 -> 2026-12-01, promised 2026-11-23'],
])('the days of a move are kept as they are written: %j', (move, text) => {
  expect(moveText(move)).toBe(text)
})

const due: fc.Arbitrary<Due> = fc.record({
  day: fc
    .integer({ min: -719_528, max: 2_932_896 })
    .map((number) => dayFromNumber(number) ?? aDay('2026-11-25')),
  time: fc.option(fc.integer({ min: 0, max: 1439 }).map((minutes) => timeAt(minutes))),
})

test('what is written of a move is read again, whatever its days', () => {
  fc.assert(
    fc.property(due, due, due, (from, to, promised) => {
      const told = { from, to, promised }
      expect(moveOf({ act: 'told', remark: moveText(told) })).toEqual(told)
      const moved = { ...told, promised: null }
      expect(moveOf({ act: 'moved', remark: moveText(moved) })).toEqual(moved)
      expect(moveOf({ act: 'snoozed', remark: moveText(moved) })).toEqual(moved)
    }),
  )
})

test.each([
  ['moved', null],
  ['moved', ''],
  ['moved', 'waiting for the bank'],
  ['moved', '2026-11-23'],
  ['moved', '2026-11-23 -> '],
  ['moved', '2026-11-23 -> 2026-02-30'],
  ['moved', '2026-11-23 -> 2026-11-27 25:00'],
  ['moved', '2026-11-23 -> 2026-11-27, promised'],
  ['moved', '2026-11-23 -> 2026-11-27\n'],
  ['told', '2026-11-23 -> 2026-11-27, promised 2026-13-01'],
  ['told', 'it was 2026-11-23 -> 2026-11-27'],
  ['logged', '2026-11-23 -> 2026-11-27'],
  ['tried', '2026-11-23 -> 2026-11-27'],
] as const)('no days are read from the remark of an entry that keeps none: %s, %j', (act, remark) => {
  expect(moveOf({ act, remark })).toBeNull()
})

test('what was promised first is what stood before they were first told of another day', () => {
  const promised = aDue('2026-12-08')
  const promises = [1, 2, 3, 4].map((id) => aPromise({ id, due: promised }))
  const entries = [
    anEntry({ id: 4, promise: 1, act: 'told', remark: '2026-12-01 -> 2026-12-08' }),
    anEntry({ id: 3, promise: 1, act: 'told', remark: '2026-11-27 -> 2026-12-01, promised 2026-11-23' }),
    anEntry({ id: 1, promise: 1, act: 'moved', remark: '2026-11-23 -> 2026-11-27' }),
    anEntry({ id: 5, promise: 2, act: 'moved', remark: '2026-11-23 -> 2026-12-08' }),
    anEntry({ id: 6, promise: 3, act: 'told', remark: null }),
    anEntry({ id: 7, promise: 3, act: 'told', remark: 'waiting for the bank' }),
  ]
  expect([...firstPromised(promises, entries)]).toEqual([
    [1, monday],
    [2, promised],
    [3, promised],
    [4, promised],
  ])
})
