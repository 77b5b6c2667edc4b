import { describe, expect, it } from 'vitest'
import { agenda, designPage, fullPage } from '../../support/agendas.ts'
import { coloured, hostilePage, one, page, withoutStyles } from '../../support/printed-page.ts'

describe('colours', () => {
  const pages = { designPage, fullPage, one, hostilePage, empty: agenda({}) }
  const cases = Object.entries(pages).flatMap(([name, of]) =>
    ([1, 2, 3] as const).flatMap((level) => [40, 80, 200].map((width) => ({ name, of, level, width }))),
  )
  it.each(cases)('say nothing of their own: $name, level $level, $width columns', ({ of, level, width }) => {
    const shown = coloured(of, level, width)
    expect(shown).toContain('\u001b[')
    expect(`\n${withoutStyles(shown)}`).toBe(page(of, width))
  })

  it('lead to the first thing to do', () => {
    expect(coloured(designPage, 2).split('\n').slice(0, 7)).toEqual([
      '  \u001b[1mTuesday 1 December 2026\u001b[22m                           \u001b[2m2 carried over\u001b[22m\u001b[2m · \u001b[22m\u001b[2m1 waiting\u001b[22m',
      '',
      '  \u001b[38;5;30mCARRIED OVER\u001b[39m\u001b[2m · 2\u001b[22m',
      '  \u001b[38;5;30m\u001b[1m▸ \u001b[22m\u001b[39m 5  \u001b[38;5;30m\u001b[1mGary Lee\u001b[22m\u001b[39m, Lee Mortgages              0412 555 019           \u001b[31m1 day late\u001b[39m',
      '        send the papers',
      '        \u001b[2myou said Mon 30 Nov\u001b[22m',
      '     2  \u001b[1mAda Müller\u001b[22m                           ada@mueller.example    \u001b[31m1 day late\u001b[39m',
    ])
  })

  it('are red for late alone', () => {
    const red = coloured(fullPage, 1).match(/\p{Cc}\[31m.*?\p{Cc}\[39m/gu)
    expect(red?.map(withoutStyles)).toEqual(['12 days late', 'past 24 hours', '1 h 30 late'])
  })
})
