import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agenda } from '../../../src/domain/page.ts'
import { widthOf } from '../../../src/views/layout/measure.ts'
import { agenda, contact, designPage, fullPage, line, promise } from '../../support/agendas.ts'
import { aDay } from '../../support/facts.ts'
import { coloured, hostilePage, one, page, withoutStyles } from '../../support/printed-page.ts'

describe('the page of the design', () => {
  it('at 80 columns', () => {
    expect(page(designPage)).toBe(`
  Tuesday 1 December 2026                           2 carried over · 1 waiting

  CARRIED OVER · 2
  ▸  5  Gary Lee, Lee Mortgages              0412 555 019           1 day late
        send the papers
        you said Mon 30 Nov
     2  Ada Müller                           ada@mueller.example    1 day late
        send the price list · 2nd try
        left my number on Thu 26 Nov

  WAITING ON THEM
     3  José Álvarez                         +34 911 23 45 67      4 days late
        the delivery date
        they said Fri 27 Nov; not chased yet

  Nothing else today · tomorrow 0 · no next step: nobody
  fu done 5 "…"    fu tried 2    fu move 5 fri
`)
  })

  it('at 40 columns its parts stand below each other', () => {
    expect(page(designPage, 40)).toBe(`
  Tuesday 1 December 2026
  2 carried over · 1 waiting

  CARRIED OVER · 2
  ▸  5  Gary Lee, Lee Mortgages
        0412 555 019 · 1 day late
        send the papers
        you said Mon 30 Nov
     2  Ada Müller
        ada@mueller.example
        1 day late
        send the price list · 2nd try
        left my number on Thu 26 Nov

  WAITING ON THEM
     3  José Álvarez
        +34 911 23 45 67 · 4 days late
        the delivery date
        they said Fri 27 Nov; not
        chased yet

  Nothing else today · tomorrow 0
  no next step: nobody
  fu done 5 "…"    fu tried 2
  fu move 5 fri
`)
  })

  it('at 200 columns it keeps a measure that can be read', () => {
    expect(page(designPage, 200)).toBe(`
  Tuesday 1 December 2026                                 2 carried over · 1 waiting

  CARRIED OVER · 2
  ▸  5  Gary Lee, Lee Mortgages                    0412 555 019           1 day late
        send the papers
        you said Mon 30 Nov
     2  Ada Müller                                 ada@mueller.example    1 day late
        send the price list · 2nd try
        left my number on Thu 26 Nov

  WAITING ON THEM
     3  José Álvarez                               +34 911 23 45 67      4 days late
        the delivery date
        they said Fri 27 Nov; not chased yet

  Nothing else today · tomorrow 0 · no next step: nobody
  fu done 5 "…"    fu tried 2    fu move 5 fri
`)
  })
})

describe('a full page: every section and remark, names of many scripts, text longer than its place', () => {
  it('at 80 columns', () => {
    expect(page(fullPage)).toBe(`
  Tuesday 1 December 2026
  1 carried over · 3 today · 1 waiting · 5 to keep in touch

  FIRST
  ▸  41  王美玲, 臺北貿易有限公司           02 2311 5555          12 days late
         hot · ring back about the broken crate · 3rd try
         you said Thu 19 Nov, moved once; left a message twice, last on Thu 26
         Nov · owes an update

  TODAY · 3
    138  נֹעָה לוי
         answer the question about the invoice
         wrote on Mon 30 Nov · past 24 hours · no number: fu edit @8 --phone …
     44  Smith 👨‍👩‍👧‍👦 family                    text 0412 555 019      1 h 30 late
         confirm the viewing
         you said Tue 1 Dec 10:30
     45  Dorothea Featherstonehaugh-Cholmondeley, The                    15:00
         Worshipful Company of Clockmakers and Menders
         dorothea.featherstonehaugh@clockmakers.example
         book the fitting
         you said Tue 1 Dec 15:00 · outside their hours

  WAITING ON THEM
     46  ليلى حداد, دار النور
         visit 12 Rue de la Paix, 75002 Paris
         the signed contract · about Gary Lee
         they said Tue 1 Dec; chased once, on Fri 27 Nov

  KEEP IN TOUCH · 5
     @2  Ada Müller                         ada@mueller.example   30 days late
         keep in touch
         every 90 days; last on Mon 3 Aug
    and 4 more: fu today --all

  3 done today · tomorrow 2 · no next step: Gary Lee
  fu done 41 "…"    fu tried 138    fu move 41 fri
`)
  })

  it('at 40 columns', () => {
    expect(page(fullPage, 40)).toBe(`
  Tuesday 1 December 2026
  1 carried over · 3 today · 1 waiting
  5 to keep in touch

  FIRST
  ▸  41  王美玲, 臺北貿易有限公司
         02 2311 5555 · 12 days late
         hot · ring back about the
         broken crate · 3rd try
         you said Thu 19 Nov, moved
         once; left a message twice,
         last on Thu 26 Nov
         owes an update

  TODAY · 3
    138  נֹעָה לוי
         answer the question about the
         invoice
         wrote on Mon 30 Nov
         past 24 hours · no number: fu
         edit @8 --phone …
     44  Smith 👨‍👩‍👧‍👦 family
         text 0412 555 019
         1 h 30 late
         confirm the viewing
         you said Tue 1 Dec 10:30
     45  Dorothea
         Featherstonehaugh-Cholmondele
         y, The Worshipful Company of
         Clockmakers and Menders
         dorothea.featherstonehaugh@cl
         ockmakers.example · 15:00
         book the fitting
         you said Tue 1 Dec 15:00
         outside their hours

  WAITING ON THEM
     46  ليلى حداد, دار النور
         visit 12 Rue de la Paix,
         75002 Paris
         the signed contract
         about Gary Lee
         they said Tue 1 Dec; chased
         once, on Fri 27 Nov

  KEEP IN TOUCH · 5
     @2  Ada Müller
         ada@mueller.example
         30 days late
         keep in touch
         every 90 days; last on Mon 3
         Aug
    and 4 more: fu today --all

  3 done today · tomorrow 2
  no next step: Gary Lee
  fu done 41 "…"    fu tried 138
  fu move 41 fri
`)
  })

  it('at 200 columns', () => {
    expect(page(fullPage, 200)).toBe(`
  Tuesday 1 December 2026
  1 carried over · 3 today · 1 waiting · 5 to keep in touch

  FIRST
  ▸  41  王美玲, 臺北貿易有限公司                 02 2311 5555          12 days late
         hot · ring back about the broken crate · 3rd try
         you said Thu 19 Nov, moved once; left a message twice, last on Thu 26 Nov
         owes an update

  TODAY · 3
    138  נֹעָה לוי
         answer the question about the invoice
         wrote on Mon 30 Nov · past 24 hours · no number: fu edit @8 --phone …
     44  Smith 👨‍👩‍👧‍👦 family                          text 0412 555 019      1 h 30 late
         confirm the viewing
         you said Tue 1 Dec 10:30
     45  Dorothea Featherstonehaugh-Cholmondeley, The Worshipful               15:00
         Company of Clockmakers and Menders
         dorothea.featherstonehaugh@clockmakers.example
         book the fitting
         you said Tue 1 Dec 15:00 · outside their hours

  WAITING ON THEM
     46  ليلى حداد, دار النور    visit 12 Rue de la Paix, 75002 Paris
         the signed contract · about Gary Lee
         they said Tue 1 Dec; chased once, on Fri 27 Nov

  KEEP IN TOUCH · 5
     @2  Ada Müller                               ada@mueller.example   30 days late
         keep in touch
         every 90 days; last on Mon 3 Aug
    and 4 more: fu today --all

  3 done today · tomorrow 2 · no next step: Gary Lee
  fu done 41 "…"    fu tried 138    fu move 41 fri
`)
  })

  it('on a screen too narrow for a margin', () => {
    expect(page(designPage, 24)).toBe(`
Tuesday 1 December 2026
2 carried over
1 waiting

CARRIED OVER · 2
▸  5  Gary Lee, Lee
      Mortgages
      0412 555 019
      1 day late
      send the papers
      you said Mon 30
      Nov
   2  Ada Müller
      ada@mueller.exampl
      e · 1 day late
      send the price
      list · 2nd try
      left my number on
      Thu 26 Nov

WAITING ON THEM
   3  José Álvarez
      +34 911 23 45 67
      4 days late
      the delivery date
      they said Fri 27
      Nov; not chased
      yet

Nothing else today
tomorrow 0
no next step: nobody
fu done 5 "…"
fu tried 2
fu move 5 fri
`)
  })
})

it('prints a single line, without a count on its heading', () => {
  expect(page(one)).toBe(`
  Tuesday 1 December 2026                                              1 today

  TODAY
  ▸  1  Gary Lee
        call
        you said Tue 1 Dec

  Tomorrow 0 · no next step: nobody
  fu done 1 "…"    fu tried 1    fu move 1 fri
`)
})

it('leaves out the commands where no hint is wanted', () => {
  expect(page(one, 80, false)).toBe(`
  Tuesday 1 December 2026                                              1 today

  TODAY
  ▸  1  Gary Lee
        call
        you said Tue 1 Dec

  Tomorrow 0 · no next step: nobody
`)
})

it('says of a later day that this is how it will stand', () => {
  expect(page({ ...one, day: aDay('2026-12-04'), doneToday: 1, tomorrow: 2 })).toBe(`
  Friday 4 December 2026, as planned                              1 on the day

  ON THE DAY
  ▸  1  Gary Lee
        call
        you said Tue 1 Dec

  1 done that day · the day after 2 · no next step: nobody
  fu done 1 "…"    fu tried 1    fu move 1 fri
`)
})

it('says of a past day that this is how it was', () => {
  expect(page({ ...one, day: aDay('2026-11-30') }).split('\n')[1]).toBe(
    '  Monday 30 November 2026, as it was                              1 on the day',
  )
})

it('writes out what a screen would obey, in every field', () => {
  expect(page(hostilePage)).toBe(`
  Tuesday 1 December 2026                                              1 today

  TODAY
  ▸  1  \\u{1b}[2J\\u{7}a\\u{202e}b c\\u{0}\\u{e0041}\\u{d83d},
        \\u{1b}[2J\\u{7}a\\u{202e}b c\\u{0}\\u{e0041}\\u{d83d}
        \\u{1b}[2J\\u{7}a\\u{202e}b c\\u{0}\\u{e0041}\\u{d83d}
        \\u{1b}[2J\\u{7}a\\u{202e}b c\\u{0}\\u{e0041}\\u{d83d}
        about \\u{1b}[2J\\u{7}a\\u{202e}b c\\u{0}\\u{e0041}\\u{d83d}
        \\u{1b}[2J\\u{7}a\\u{202e}b c\\u{0}\\u{e0041}\\u{d83d}

  Tomorrow 0 · no next step: \\u{1b}[2J\\u{7}a\\u{202e}b c\\u{0}\\u{e0041}\\u{d83d}
  fu done 1 "…"    fu tried 1    fu move 1 fri
`)
})

describe('the commands for the page', () => {
  it('name the second line where there is one', () => {
    expect(hint(designPage)).toBe('  fu done 5 "…"    fu tried 2    fu move 5 fri')
  })

  it('name a contact where nothing was promised', () => {
    expect(hint(agenda({ 'keep-in-touch': [line(null, contact(2, 'Ada Müller'))] }))).toBe(
      '  fu log @2 "…"    fu tried @2    fu promise @2 "…" --due fri',
    )
  })
})

describe('a hundred lines', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => contact(index + 1, `Person ${index + 1}`))
  const full = page(agenda({ today: hundred.map((who) => line(promise(who.id, who), who)) }))

  it('stand each once, in the order of the agenda, their numbers one under the other', () => {
    expect(full.match(/^.{6}\d  Person \d+/gm)).toEqual(
      hundred.map(({ id, name }) => `  ${id === 1 ? '▸' : ' '} ${String(id).padStart(3)}  ${name}`),
    )
  })

  it('are counted at their head', () => {
    expect(full).toContain('\n  TODAY · 100\n')
  })
})

describe('whatever stands in the diary', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  const lines = fc
    .record({
      id: fc.integer({ min: 1, max: 99_999 }),
      name: text,
      company: fc.option(text),
      what: text,
      reason: text,
      reach: fc.option(text),
    })
    .map(({ id, name, company, what, reason, reach }) => {
      const who = contact(id, `N${name}`, { company })
      const reachBy = reach === null ? null : ({ channel: 'post', value: reach } as const)
      return line(promise(id, who, { what }), who, { reason, reachBy, daysLate: id % 3 })
    })
  const agendas = fc.array(lines, { minLength: 1, maxLength: 5 }).map((today) => agenda({ today }))

  it('no row is wider than the screen, none ends in a space, and nothing on it is obeyed by the screen', () => {
    fc.assert(
      fc.property(agendas, fc.integer({ min: 30, max: 200 }), (of, width) => {
        const shown = page(of, width)
        expect(`\n${withoutStyles(coloured(of, 3, width))}`).toBe(shown)
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
        for (const row of shown.split('\n')) {
          expect(row).toBe(row.trimEnd())
          expect(widthOf(row)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })

  it.each([1, 5, 10, 16, 29, 0])('all words are printed on a screen of %i columns', (width) => {
    expect(letters(page(designPage, width))).toBe(letters(page(designPage, 40)))
  })
})

function hint(of: Agenda): string | undefined {
  return page(of).trimEnd().split('\n').at(-1)
}

function letters(shown: string): string {
  return shown.replace(/[\s·]/gu, '')
}
