import { describe, expect, it } from 'vitest'
import type { ArgumentShape, OptionShape } from '../../../src/domain/command-shape.ts'
import { expectedAt, firstArgument, valueOf } from '../../../src/parse/shell/command-line.ts'

const shape = {
  arguments: [argument('which', false), argument('note', true)],
  options: [option('--due', '-d', true), option('--hot', null, null), option('--block', null, false)],
  globals: [option('--diary', null, true)],
}

describe('what a word may become', () => {
  it.each([
    ['', 'which of '],
    ['ga', 'which of '],
    ['12 ', 'note of '],
    ['12 rang early', 'note of rang'],
    ['--hot 1', 'which of '],
    ['--due fri ', 'which of '],
    ['-d ', 'the value of --due'],
    ['-d fr', 'the value of --due'],
    ['--diary ', 'the value of --diary'],
    ['--due=fr', 'the value of --due behind --due='],
    ['--due=fri ', 'which of '],
    ['-dfri ', 'which of '],
    ['--block ', 'which of '],
    ['--hot=', 'nothing'],
    ['--d', 'option'],
    ['-', 'option'],
    ['-- --d', 'which of '],
    ['12 --due -- x', 'note of '],
  ])('fu done %s', (line, becomes) => {
    const words = line.split(' ')
    const expected = expectedAt(shape, words.slice(0, -1), words.at(-1) ?? '')
    expect(said(expected)).toBe(becomes)
  })

  it('is nothing behind the last argument', () => {
    expect(expectedAt({ ...shape, arguments: [argument('who', false)] }, ['gary'], '')).toEqual({
      at: 'nothing',
    })
    expect(expectedAt({ ...shape, arguments: [] }, [], '')).toEqual({ at: 'nothing' })
  })
})

it.each([
  ['today', 0],
  ['--diary x today', 2],
  ['--hot today', 1],
  ['--diary x', null],
  ['-- today', 1],
])('the first argument of "%s" stands at %s', (line, place) => {
  expect(firstArgument(shape, line.split(' '))).toBe(place)
})

it.each([
  ['show --diary a.db', 'a.db'],
  ['--diary=a.db show --diary=b.db', 'b.db'],
  ['show -- --diary a.db', null],
  ['show', null],
])('"%s" names the diary %s', (line, value) => {
  expect(valueOf('--diary', line.split(' '))).toBe(value)
})

function said(expected: ReturnType<typeof expectedAt>): string {
  if (expected.at === 'argument') return `${expected.slot.name} of ${expected.before.join(' ')}`
  if (expected.at !== 'value') return expected.at
  const value = `the value of ${expected.option.names[0]}`
  return expected.lead === '' ? value : `${value} behind ${expected.lead}`
}

function argument(name: string, isVariadic: boolean): ArgumentShape {
  return { name, choices: [], about: '', isRequired: true, isVariadic }
}

function option(long: string, short: string | null, takes: boolean | null): OptionShape {
  return {
    flags: long,
    names: [long, ...(short === null ? [] : [short])],
    about: '',
    value: takes === null ? null : { name: 'when', choices: [], isRequired: takes },
  }
}
