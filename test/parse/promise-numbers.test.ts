import { describe, expect, it } from 'vitest'
import { promiseNumberSplits, splitPromiseNumbers } from '../../src/parse/promise-numbers.ts'

describe('the promise numbers at the beginning of a command line', () => {
  it.each([
    ['12', [12], ''],
    ['12 13', [12, 13], ''],
    ['12,13', [12, 13], ''],
    ['12, 13', [12, 13], ''],
    ['12-15', [12, 13, 14, 15], ''],
    ['12-13,20 31', [12, 13, 20, 31], ''],
    ['12 12 11', [12, 11], ''],
    ['12 13 signs Tuesday', [12, 13], 'signs Tuesday'],
    ['12 signs at 10', [12], 'signs at 10'],
    ['12 2.5% less', [12], '2.5% less'],
    ['12 10:30', [12], '10:30'],
    ['12 27/11', [12], '27/11'],
    ['12 2026-11-27', [12], '2026-11-27'],
    ['12 -3', [12], '-3'],
    ['gary 2 copies', [], 'gary 2 copies'],
    ['@3 2 copies', [], '@3 2 copies'],
    ['', [], ''],
  ])('%j: %j, then %j', (line, numbers, rest) => {
    const words = line.split(' ').filter((word) => word !== '')
    const split = splitPromiseNumbers(words)
    expect([split.numbers, split.rest.join(' ')]).toEqual([numbers, rest])
  })

  it('are one number where a note in quotes begins with another', () => {
    expect(splitPromiseNumbers(['12', '2 copies sent'])).toEqual({ numbers: [12], rest: ['2 copies sent'] })
  })

  it.each([
    ['15-12', 'The range 15-12 runs backwards.'],
    ['1-1001', '1-1001 are more than 1000 promises.'],
    ['1-999999999999999', '1-999999999999999 are more than 1000 promises.'],
    ['1-900,1001-1900', '1-900,1001-1900 are more than 1000 promises.'],
  ])('%s is refused', (line, message) => {
    expect(() => splitPromiseNumbers([line])).toThrow(message)
  })

  it('may be fewer where a date begins with a number', () => {
    expect([...promiseNumberSplits(['1', '2', 'weeks'])]).toEqual([
      { numbers: [1], rest: ['2', 'weeks'] },
      { numbers: [1, 2], rest: ['weeks'] },
    ])
  })
})
