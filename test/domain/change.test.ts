import { expect, test } from 'vitest'
import { invert, sameImage, type Change } from '../../src/domain/change.ts'

const made: Change = { kind: 'contacts', uid: 'a', before: null, after: { id: 1, name: 'Gary' } }
const changed: Change = {
  kind: 'contacts',
  uid: 'a',
  before: { id: 1, name: 'Gary' },
  after: { id: 1, name: 'Gaz' },
}
const gone: Change = { kind: 'settings', uid: 'days', before: { uid: 'days', value: 'mon' }, after: null }

test('changes are taken back in turn, the last one first', () => {
  expect(invert([made, changed, gone])).toEqual([
    { kind: 'settings', uid: 'days', before: null, after: { uid: 'days', value: 'mon' } },
    { kind: 'contacts', uid: 'a', before: { id: 1, name: 'Gaz' }, after: { id: 1, name: 'Gary' } },
    { kind: 'contacts', uid: 'a', before: { id: 1, name: 'Gary' }, after: null },
  ])
})

test('taken back twice, they are the changes themselves', () => {
  expect(invert(invert([made, changed, gone]))).toEqual([made, changed, gone])
})

test.each([
  [null, null, true],
  [{ a: 1 }, null, false],
  [null, { a: 1 }, false],
  [{ a: 1, b: 'x' }, { b: 'x', a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: 1 }, { a: '1' }, false],
  // A column that came with a later version has no value in an older image.
  [{ a: 1, b: null }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: null }, true],
  [{ a: 1 }, { a: 1, b: 0 }, false],
  [{ a: 1 }, { a: 1, from_mail: 0 }, true],
  [{ a: 1, from_mail: 1 }, { a: 1 }, false],
])('%j and %j are the same: %s', (a, b, same) => {
  expect(sameImage(a, b)).toBe(same)
})
