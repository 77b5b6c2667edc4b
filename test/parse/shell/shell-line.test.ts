import { describe, expect, it } from 'vitest'
import { leadOf, readShellLine } from '../../../src/parse/shell/shell-line.ts'

describe('a line of bash as it is typed', () => {
  it.each([
    ['fu promise ga', ['fu', 'promise'], 'ga', 'ga', ''],
    ['fu promise ', ['fu', 'promise'], '', '', ''],
    ['fu show "Gary L', ['fu', 'show'], 'Gary L', '"Gary L', '"'],
    ["fu show 'Gary $L", ['fu', 'show'], 'Gary $L', "'Gary $L", "'"],
    [String.raw`fu show Gary\ L`, ['fu', 'show'], 'Gary L', String.raw`Gary\ L`, ''],
    [String.raw`fu "a\"b\x" c`, ['fu', String.raw`a"b\x`], 'c', 'c', ''],
    ['fu "" x', ['fu', ''], 'x', 'x', ''],
    ['FU_NOW=x TZ=UTC fu to', ['fu'], 'to', 'to', ''],
    ['fu $(id) `id', ['fu', '$(id)'], '`id', '`id', ''],
  ])('%s', (line, words, current, raw, quote) => {
    expect(readShellLine(line)).toEqual({ words, current, raw, quote })
  })

  it.each([
    ['fu x --due=fr', 'fr', '--due='],
    ['fu show ga', 'ga', ''],
    ['fu show "Gary L', 'Gary L', ''],
    ['fu show Foo:B', 'B', 'Foo:'],
    [String.raw`fu show a\ b:c`, 'c', 'a b:'],
  ])('%s, where bash replaces "%s", keeps "%s"', (line, replaced, lead) => {
    expect(leadOf(readShellLine(line), replaced)).toBe(lead)
  })
})
