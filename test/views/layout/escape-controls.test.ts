import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeControls } from '../../../src/views/layout/escape-controls.ts'

describe('what a screen would obey is written out', () => {
  it.each([
    ['escape sequence', 'a\u001b[31mred', 'a\\u{1b}[31mred'],
    ['bell', '\u0007', '\\u{7}'],
    ['null', '\u0000', '\\u{0}'],
    ['backspace', '\b', '\\u{8}'],
    ['form feed', '\f', '\\u{c}'],
    ['delete', '\u007f', '\\u{7f}'],
    ['C1 control sequence introducer', '\u009b31m', '\\u{9b}31m'],
    ['next line', '\u0085', '\\u{85}'],
    ['line separator', '\u2028', '\\u{2028}'],
    ['paragraph separator', '\u2029', '\\u{2029}'],
  ])('%s', (_, text, shown) => {
    expect(escapeControls(text)).toBe(shown)
  })
})

describe('what turns or hides text is written out', () => {
  it.each([
    ['right-to-left override', '\u202egpj.exe', '\\u{202e}gpj.exe'],
    ['pop directional formatting', '\u202c', '\\u{202c}'],
    ['isolates', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['direction marks', '\u200e\u200f\u061c', '\\u{200e}\\u{200f}\\u{61c}'],
    ['tag characters', 'a\u{e0041}\u{e007f}', 'a\\u{e0041}\\u{e007f}'],
    ['zero width space', 'a\u200bb', 'a\\u{200b}b'],
    ['word joiner and invisible operators', '\u2060\u2064', '\\u{2060}\\u{2064}'],
    ['byte order mark', '\ufeffGary', '\\u{feff}Gary'],
    ['soft hyphen', 'a\u00adb', 'a\\u{ad}b'],
    ['annotation', '\ufff9a\ufffb', '\\u{fff9}a\\u{fffb}'],
    ['Hangul filler', '\u3164', '\\u{3164}'],
    ['half of a pair', 'a\ud83d', 'a\\u{d83d}'],
  ])('%s', (_, text, shown) => {
    expect(escapeControls(text)).toBe(shown)
  })
})

describe('a flood of marks is counted', () => {
  it.each([
    ['as many as a language may have', `o${'\u0301'.repeat(30)}`, `o${'\u0301'.repeat(30)}`],
    ['one more', `o${'\u0301'.repeat(31)}n`, `o${'\u0301'.repeat(30)}[1 more mark]n`],
    [
      'thousands',
      `o${'\u0301\u{e0100}'.repeat(5_000)}n`,
      `o${'\u0301\u{e0100}'.repeat(15)}[9970 more marks]n`,
    ],
  ])('%s', (_, text, shown) => {
    expect(escapeControls(text)).toBe(shown)
  })
})

describe('line ends and tabs become spaces', () => {
  it.each([
    ['two\nlines', 'two lines'],
    ['two\r\nlines', 'two lines'],
    ['two\rlines', 'two lines'],
    ['a\tb', 'a b'],
    ['a\n\nb', 'a  b'],
  ])('%j', (text, shown) => {
    expect(escapeControls(text)).toBe(shown)
  })
})

it.each([
  'Gary Lee',
  'Ada Müller',
  'Mu\u0308ller',
  '王美玲',
  'ليلى حداد',
  'נֹעָה לוי',
  '👨‍👩‍👧‍👦',
  '❤\ufe0f',
  'می\u200cخواهم',
  'C:\\u{1b}',
])('leaves %s as it is', (text) => {
  expect(escapeControls(text)).toBe(text)
})

it('leaves nothing that a screen would obey, and changes nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = escapeControls(text)
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      expect(escapeControls(shown)).toBe(shown)
    }),
  )
})
