import { expect, test } from 'vitest'
import { hasStepsLeft, stepText } from '../../src/domain/plan.ts'
import { aStep } from '../support/facts.ts'

test.each([
  ['ask {name} what is open: {what}', 'ask Sue what is open'],
  ['check that it arrived: {what}', 'check that it arrived'],
  ['did {what} come?', 'did it come?'],
  ['call {name} on {day}', 'call Sue on Fri'],
])('where nobody said what it is about, "%s" is "%s"', (template, said) => {
  expect(stepText(template, { name: 'Sue', what: '', day: 'Fri' })).toBe(said)
})

test('a text is filled in once: what it is about may have braces of its own', () => {
  expect(stepText('{what} for {name}', { name: '{day}', what: '{name}', day: 'Fri' })).toBe(
    '{name} for {day}',
  )
})

test.each<[begun: number[], lastRepeats: boolean, hasLeft: boolean]>([
  [[0], false, true],
  [[0, 1], false, false],
  [[0, 1], true, true],
])(
  'of two steps, where %j have begun, and the last repeats: %s, some are left: %s',
  (begun, repeats, left) => {
    const steps = [aStep({}), aStep({ after: repeats ? 'repeat' : 'previous' })]
    expect(hasStepsLeft({ steps, begun: new Set(begun) })).toBe(left)
  },
)
