import { describe, expect, it } from 'vitest'
import { colorLevel, widthFor, type Stream } from '../../src/terminal/display.ts'

const pipe: Stream = { write: () => true, isTTY: false, columns: null }
const screen: Stream = { write: () => true, isTTY: true, columns: 120 }

type Env = Record<string, string>

describe('colour: option, then environment, then the stream', () => {
  it.each<[string, 'auto' | 'always' | 'never', Env, Stream, number]>([
    ['a pipe', 'auto', {}, pipe, 0],
    ['a screen', 'auto', { TERM: 'xterm' }, screen, 1],
    ['a screen that says nothing of itself', 'auto', {}, screen, 1],
    ['a screen of 256 colours', 'auto', { TERM: 'xterm-256color' }, screen, 2],
    ['a screen of all colours', 'auto', { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, screen, 3],
    ['a screen of all colours, said otherwise', 'auto', { COLORTERM: '24bit' }, screen, 3],
    ['a dumb screen', 'auto', { TERM: 'dumb', COLORTERM: 'truecolor' }, screen, 0],
    ['NO_COLOR on a screen', 'auto', { NO_COLOR: '1' }, screen, 0],
    ['NO_COLOR, whatever it says', 'auto', { NO_COLOR: '0' }, screen, 0],
    ['an empty NO_COLOR', 'auto', { NO_COLOR: '' }, screen, 1],
    ['NO_COLOR before FORCE_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, screen, 0],
    ['FORCE_COLOR in a pipe', 'auto', { FORCE_COLOR: '1' }, pipe, 1],
    [
      'FORCE_COLOR in a pipe of a better screen',
      'auto',
      { FORCE_COLOR: '1', TERM: 'xterm-256color' },
      pipe,
      2,
    ],
    ['FORCE_COLOR on a dumb screen', 'auto', { FORCE_COLOR: '1', TERM: 'dumb' }, screen, 1],
    ['an empty FORCE_COLOR', 'auto', { FORCE_COLOR: '' }, pipe, 0],
    ['FORCE_COLOR that forces none', 'auto', { FORCE_COLOR: '0' }, screen, 0],
    ['FORCE_COLOR that forces none, in words', 'auto', { FORCE_COLOR: 'false' }, screen, 0],
    ['--color always in a pipe', 'always', {}, pipe, 1],
    ['--color always before NO_COLOR', 'always', { NO_COLOR: '1' }, pipe, 1],
    ['--color always on a dumb screen', 'always', { TERM: 'dumb' }, screen, 1],
    ['--color never before FORCE_COLOR', 'never', { FORCE_COLOR: '3' }, screen, 0],
    ['--color never on a screen', 'never', { COLORTERM: 'truecolor' }, screen, 0],
  ])('%s', (_, wanted, env, stream, level) => {
    expect(colorLevel(wanted, env, stream)).toBe(level)
  })
})

describe('width: option, then COLUMNS, then the screen', () => {
  it.each<[string, string | undefined, Env, Stream, number]>([
    ['a pipe', undefined, {}, pipe, 80],
    ['a screen', undefined, {}, screen, 120],
    ['a screen that does not know its size', undefined, {}, { ...screen, columns: null }, 80],
    ['a screen that says 0', undefined, {}, { ...screen, columns: 0 }, 80],
    ['a screen too narrow to write on', undefined, {}, { ...screen, columns: 7 }, 20],
    ['COLUMNS in a pipe', undefined, { COLUMNS: '40' }, pipe, 40],
    ['COLUMNS before the screen', undefined, { COLUMNS: '40' }, screen, 40],
    ['an empty COLUMNS', undefined, { COLUMNS: '' }, screen, 120],
    ['COLUMNS that is no number', undefined, { COLUMNS: 'wide' }, screen, 120],
    ['COLUMNS of nothing', undefined, { COLUMNS: '0' }, pipe, 80],
    ['COLUMNS past all screens', undefined, { COLUMNS: '1001' }, pipe, 80],
    ['--width before COLUMNS', '200', { COLUMNS: '40' }, screen, 200],
    ['the narrowest --width', '20', {}, screen, 20],
    ['the widest --width', '1000', {}, pipe, 1000],
  ])('%s', (_, option, env, stream, width) => {
    expect(widthFor(option, env, stream)).toBe(width)
  })

  it.each(['nonsense', '', '0', '-80', '19', '1001', '40.5', 'Infinity'])('refuses --width %j', (option) => {
    expect(() => widthFor(option, {}, screen)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        message: `--width cannot be "${option}".`,
        hint: 'It takes a number of columns from 20 to 1000.',
      }),
    )
  })
})
