import { describe, expect, it } from 'vitest'
import type { Agenda } from '../../../src/domain/page.ts'
import { agenda } from '../../support/agendas.ts'
import { aDay } from '../../support/facts.ts'
import { hostile, page } from '../../support/printed-page.ts'

describe('a page with nothing to do', () => {
  const upcoming = { contact: 'Ada Müller', day: aDay('2026-12-03') }
  it.each<[string, Partial<Agenda>, string]>([
    [
      'says what comes',
      { tomorrow: 2, upcoming },
      '  Nothing due. Tomorrow: 2. The next is Ada Müller on Thu 3 Dec.',
    ],
    [
      'says that nothing comes tomorrow',
      { upcoming },
      '  Nothing due. Tomorrow: nothing. The next is Ada Müller on Thu 3 Dec.',
    ],
    ['leaves out who is next where nobody is', { tomorrow: 1 }, '  Nothing due. Tomorrow: 1.'],
    [
      'says what was done',
      { doneToday: 3, tomorrow: 2, upcoming },
      '  All done: 3 done today. Tomorrow: 2. The next is Ada Müller on Thu 3 Dec.',
    ],
    [
      'says how to begin',
      {},
      '  Nothing due, and nothing planned for later. fu check lists who has no next\n  step.',
    ],
    [
      'says how to go on',
      { doneToday: 1 },
      '  All done: 1 done today. Nothing is planned for later. fu check lists who has\n  no next step.',
    ],
    [
      'names who is left with nothing next',
      { tomorrow: 1, nothingNext: ['Gary Lee', 'Sue Park'] },
      '  Nothing due. Tomorrow: 1.\n  No next step: Gary Lee and Sue Park.',
    ],
  ])('%s', (_, known, sentences) => {
    expect(page(agenda({}, known))).toBe(`\n  Tuesday 1 December 2026\n\n${sentences}\n`)
  })

  it('speaks of another day as of another day', () => {
    expect(page(agenda({}, { day: aDay('2026-12-02'), tomorrow: 1, upcoming }))).toBe(`
  Wednesday 2 December 2026, as planned

  Nothing due. The day after: 1. The next is Ada Müller on Thu 3 Dec.
`)
  })

  it('wraps at 40 columns', () => {
    expect(page(agenda({}, { tomorrow: 2, upcoming }), 40)).toBe(`
  Tuesday 1 December 2026

  Nothing due. Tomorrow: 2. The next
  is Ada Müller on Thu 3 Dec.
`)
  })
})

it('writes out what a screen would obey in the name of who comes next', () => {
  expect(page(agenda({}, { upcoming: { contact: hostile, day: aDay('2026-12-03') } }))).toBe(`
  Tuesday 1 December 2026

  Nothing due. Tomorrow: nothing. The next is \\u{1b}[2J\\u{7}a\\u{202e}b
  c\\u{0}\\u{e0041}\\u{d83d} on Thu 3 Dec.
`)
})
