import { expect, test } from 'vitest'
import { doneRows, type DayDone } from '../../../src/views/page/past-page.ts'
import { renderRows } from '../../../src/views/layout/render.ts'
import { themeFor } from '../../../src/views/layout/colours.ts'
import { contact, promise } from '../../support/agendas.ts'
import { aMoment, anAttempt, anEntry, english, heardAt } from '../../support/facts.ts'
import { hostile } from '../../support/printed-page.ts'

function shown(done: Partial<DayDone>, width = 76): string {
  return renderRows(
    doneRows({ entries: [], closed: [], abouts: new Map(), ...done }, width, english),
    themeFor(0),
    0,
  )
}

const ada = contact(2, 'Ada Müller')
const gone = {
  ...promise(7, ada, { what: 'send the brochure' }),
  status: 'dropped' as const,
  closedAt: aMoment('2026-11-30 17:00'),
  reason: 'printed no more',
}
const entries = [
  heardAt('2026-11-30 09:10', { promise: null, text: 'wants a quote' }),
  anAttempt('2026-11-30 10:00', {
    promise: 5,
    outcome: 'message',
    text: 'with Sue, who will tell him when he is back',
  }),
  anEntry({ at: aMoment('2026-11-30 16:00'), promise: 5, act: 'done', direction: 'out', outcome: 'sold' }),
]

test('what was done, in its order, with whom', () => {
  expect(shown({ entries, closed: [gone], abouts: new Map([[5, { what: 'send the papers' }]]) })).toBe(`
DONE THAT DAY · 4
  09:10 Gary Lee: they called: wants a quote
  10:00 Gary Lee: left a message, about "send the papers": with Sue, who
        will tell him when he is back
  16:00 Gary Lee: sold "send the papers"
  17:00 Ada Müller: dropped "send the brochure"
`)
})

test('what an entry tells is not told again', () => {
  const told = anEntry({ promise: 7, act: 'dropped', contact: { id: 2, name: 'Ada Müller' } })
  expect(shown({ entries: [told], closed: [gone], abouts: new Map([[7, { what: 'send the brochure' }]]) }))
    .toBe(`
DONE THAT DAY
  12:00 Ada Müller: dropped "send the brochure"
`)
})

test('nothing', () => {
  expect(shown({})).toBe('')
})

test('what a screen would obey is written out', () => {
  const entry = anEntry({ contact: { id: 1, name: hostile }, text: hostile })
  expect(shown({ entries: [entry] }).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u{e0041}]/u)
})
