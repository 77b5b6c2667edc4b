import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'

const file = path.resolve(import.meta.dirname, '../src/rules.md')

/** The rows of the table: a rule, and the paths of the tests that hold it. */
const rules = [...fs.readFileSync(file, 'utf8').matchAll(/^\| (R\d+) +\|[^|]*\|([^|]*)\|$/gm)].map(
  ([, rule = '', tests = '']) => ({
    rule,
    tests: [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link),
    isToCome: tests.trim() === 'to come',
  }),
)

test('every rule from R1 to R71 is listed once, in order', () => {
  expect(rules.map(({ rule }) => rule)).toEqual(Array.from({ length: 71 }, (_, index) => `R${index + 1}`))
})

describe.each(rules)('$rule', ({ rule, tests, isToCome }) => {
  it('has a test, or is marked as one to come', () => {
    expect(tests.length > 0).toBe(!isToCome)
  })

  it.each(tests)('is named in %s', (link) => {
    const text = fs.readFileSync(path.resolve(path.dirname(file), link), 'utf8')
    expect(text).toMatch(new RegExp(`\\b${rule}\\b`))
  })
})
