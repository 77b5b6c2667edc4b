import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../../../src/formats/vcard/encoding.ts'

const manySigns = '='.repeat(1_000_000)

describe('base64', () => {
  it.each([
    ['QWRh', 'Ada'],
    ['QW Rh\t', 'Ada'],
    ['QWRhIE0=', 'Ada M'],
    ['QWRhIA==', 'Ada '],
    ['QWRhIA= =\n', 'Ada '],
    ['', ''],
  ])('%j is %j', (text, value) => {
    expect(fromBase64(text, null)).toBe(value)
  })

  it.each([
    ['at the end', `QWRh${manySigns}`],
    ['with white space between them', `QWRh${'= '.repeat(1_000_000)}`],
    ['with white space behind them', `QWRh${manySigns}${' '.repeat(1_000_000)}`],
  ])('takes any number of "=" for padding: %s', (_where, text) => {
    expect(fromBase64(text, null)).toBe('Ada')
  })

  it.each([
    ['in the middle', `QWRh${manySigns}QWRh`],
    ['at the beginning', `${manySigns}A`],
    ['in the middle, with white space', `QWRh${'= '.repeat(1_000_000)}QWRh`],
  ])('is refused with "=" %s, however many there are', (_where, text) => {
    expect(() => fromBase64(text, null)).toThrow('is not valid base64.')
  })
})
