import { expect, test } from 'vitest'
import { firstPromised, moveOf, moveText } from '../../src/domain/move.ts'
import { aDay, aDue, aMove, anEntry, aPromise } from '../support/facts.ts'

const monday = aDue('2026-11-23')
const friday = aDue('2026-11-27 10:30')
const tuesday = aDue('2026-12-01')

test.each([
  [{ from: monday, to: friday, promised: null }, '2026-11-23 -> 2026-11-27 10:30'],
  [{ from: friday, to: tuesday, promised: null }, '2026-11-27 10:30 -> 2026-12-01'],
  [{ from: monday, to: friday, promised: monday }, '2026-11-23 -> 2026-11-27 10:30'],
  [{ from: friday, to: tuesday, promised: monday }, '2026-11-27 10:30 -> 2026-12-01, promised 2026-11-23'],
])('the days of a move in words: %j', (move, text) => {
  expect(moveText(move)).toBe(text)
})

test('the days that an entry moved its promise between are those of its data', () => {
  const days = { from: monday, to: friday }
  expect(moveOf(anEntry({ act: 'moved', data: days }))).toEqual({ ...days, promised: null })
  const told = { ...days, promised: tuesday }
  expect(moveOf(anEntry({ act: 'told', data: told }))).toEqual(told)
  const snoozed = { from: friday, until: aDay('2026-12-01') }
  expect(moveOf(anEntry({ act: 'snoozed', data: snoozed }))).toEqual({
    from: friday,
    to: tuesday,
    promised: null,
  })
})

test.each([
  ['moved', null],
  ['told', { words: '2026-11-23 -> 2026-11-27' }],
  ['logged', null],
  ['tried', { wrongNumber: '0412 555 019' }],
] as const)('there are no days where the data of an entry has none: %s, %j', (act, data) => {
  expect(moveOf(anEntry({ act, data }))).toBeNull()
})

test('what was promised first is what stood before they were first told of another day', () => {
  const promised = aDue('2026-12-08')
  const promises = [1, 2, 3, 4].map((id) => aPromise({ id, due: promised }))
  const entries = [
    anEntry({ id: 4, promise: 1, act: 'told', data: aMove('2026-12-01', '2026-12-08', '2026-12-01') }),
    anEntry({ id: 3, promise: 1, act: 'told', data: aMove('2026-11-27', '2026-12-01', '2026-11-23') }),
    anEntry({ id: 1, promise: 1, act: 'moved', data: aMove('2026-11-23', '2026-11-27') }),
    anEntry({ id: 5, promise: 2, act: 'moved', data: aMove('2026-11-23', '2026-12-08') }),
    anEntry({ id: 6, promise: 3, act: 'told' }),
    anEntry({ id: 7, promise: 3, act: 'told', data: { words: 'waiting for the bank' } }),
  ]
  expect([...firstPromised(promises, entries)]).toEqual([
    [1, monday],
    [2, promised],
    [3, promised],
    [4, promised],
  ])
})
