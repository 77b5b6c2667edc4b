import { describe, expect, it } from 'vitest'
import { themeFor, type ColourLevel } from '../../../src/views/layout/colours.ts'

it('gives the text as it is without colours', () => {
  for (const [role, style] of Object.entries(themeFor(0))) expect(style(role)).toBe(role)
})

describe('the accent stands out on light and dark screens', () => {
  it.each<[ColourLevel, string]>([
    [1, '\u001b[36mx\u001b[39m'],
    [2, '\u001b[38;5;30mx\u001b[39m'],
    [3, '\u001b[38;5;30mx\u001b[39m'],
  ])('level %i', (level, shown) => {
    expect(themeFor(level).accent('x')).toBe(shown)
  })
})

it.each<[ColourLevel]>([[1], [2], [3]])(
  'uses no white, black or yellow, no background, nothing that blinks: level %i',
  (level) => {
    const codes = Object.values(themeFor(level)).map((style) => style('x'))
    for (const shown of codes) expect(shown).not.toMatch(/\p{Cc}\[(?:3[037]|4\d|9[037]|10\d|[5-9])m/u)
  },
)
