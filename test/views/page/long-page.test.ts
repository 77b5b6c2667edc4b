import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Line } from '../../../src/domain/page.ts'
import { widthOf } from '../../../src/views/layout/measure.ts'
import { agenda, contact, due, line, promise } from '../../support/agendas.ts'
import { page } from '../../support/printed-page.ts'

const words = [
  'send the price list',
  'call back about the refinance',
  'the delivery date of the second batch, in blue',
]

/** So many lines from a number on, each so many days late. */
function lines(count: number, from: number, daysLate: number, known: Partial<Line> = {}): Line[] {
  return Array.from({ length: count }, (_, index) => {
    const id = from + index
    const who = contact(id, `Person ${id}`, { company: 'Lee & Co' })
    const of = promise(id, who, { what: words[id % words.length] ?? '', due: due('2026-11-20') })
    return line(of, who, {
      daysLate,
      reachBy: { channel: 'call', value: `0412 555 ${String(id).padStart(3, '0')}` },
      ...known,
    })
  })
}

const badDay = agenda({
  'carried-over': lines(14, 1, 11),
  today: lines(2, 21, 0),
  waiting: lines(1, 31, 4, { reason: 'they said Fri 27 Nov; not chased yet' }),
})

test('on a bad day the first thing to do stands first, today is not buried, and late lines take a row each', () => {
  expect(page(badDay)).toMatchInlineSnapshot(`
    "
      Tuesday 1 December 2026                2 today · 14 carried over · 1 waiting

      FIRST
      ▸  1  Person 1, Lee & Co                         0412 555 001   11 days late
            call back about the refinance
            you said Tue 1 Dec

      TODAY · 2
        21  Person 21, Lee & Co                        0412 555 021
            send the price list
            you said Tue 1 Dec
        22  Person 22, Lee & Co                        0412 555 022
            call back about the refinance
            you said Tue 1 Dec

      CARRIED OVER · 13   fu go --late clears them
         2  Person 2   the delivery date of the secon…  0412 555 002  11 days late
         3  Person 3   send the price list              0412 555 003  11 days late
         4  Person 4   call back about the refinance    0412 555 004  11 days late
         5  Person 5   the delivery date of the secon…  0412 555 005  11 days late
         6  Person 6   send the price list              0412 555 006  11 days late
         7  Person 7   call back about the refinance    0412 555 007  11 days late
         8  Person 8   the delivery date of the secon…  0412 555 008  11 days late
         9  Person 9   send the price list              0412 555 009  11 days late
        10  Person 10  call back about the refinance    0412 555 010  11 days late
        11  Person 11  the delivery date of the secon…  0412 555 011  11 days late
        12  Person 12  send the price list              0412 555 012  11 days late
        13  Person 13  call back about the refinance    0412 555 013  11 days late
        14  Person 14  the delivery date of the secon…  0412 555 014  11 days late

      WAITING ON THEM
        31  Person 31, Lee & Co                        0412 555 031    4 days late
            call back about the refinance
            they said Fri 27 Nov; not chased yet

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 21    fu move 1 fri    fu today --full
    "
  `)
})

test('on a narrow screen a late line takes two rows', () => {
  expect(page(badDay, 40)).toMatchInlineSnapshot(`
    "
      Tuesday 1 December 2026
      2 today · 14 carried over
      1 waiting

      FIRST
      ▸  1  Person 1, Lee & Co
            0412 555 001 · 11 days late
            call back about the refinance
            you said Tue 1 Dec

      TODAY · 2
        21  Person 21, Lee & Co
            0412 555 021
            send the price list
            you said Tue 1 Dec
        22  Person 22, Lee & Co
            0412 555 022
            call back about the refinance
            you said Tue 1 Dec

      CARRIED OVER · 13
      fu go --late clears them
         2  Person 2          11 days late
            0412 555 002 · the delivery d…
         3  Person 3          11 days late
            0412 555 003 · send the price…
         4  Person 4          11 days late
            0412 555 004 · call back abou…
         5  Person 5          11 days late
            0412 555 005 · the delivery d…
         6  Person 6          11 days late
            0412 555 006 · send the price…
         7  Person 7          11 days late
            0412 555 007 · call back abou…
         8  Person 8          11 days late
            0412 555 008 · the delivery d…
         9  Person 9          11 days late
            0412 555 009 · send the price…
        10  Person 10         11 days late
            0412 555 010 · call back abou…
        11  Person 11         11 days late
            0412 555 011 · the delivery d…
        12  Person 12         11 days late
            0412 555 012 · send the price…
        13  Person 13         11 days late
            0412 555 013 · call back abou…
        14  Person 14         11 days late
            0412 555 014 · the delivery d…

      WAITING ON THEM
        31  Person 31, Lee & Co
            0412 555 031 · 4 days late
            call back about the refinance
            they said Fri 27 Nov; not
            chased yet

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 21
      fu move 1 fri    fu today --full
    "
  `)
})

test('--full gives the reason of every line', () => {
  const full = page(badDay, 80, true, true)
  expect(full.match(/you said Tue 1 Dec/g)).toHaveLength(16)
  expect(full).not.toContain('--full')
})

test('twelve lines that are carried over stand before today, each with its reason', () => {
  const shown = page(agenda({ 'carried-over': lines(12, 1, 3), today: lines(2, 21, 0) }))
  expect(shown.indexOf('CARRIED OVER')).toBeLessThan(shown.indexOf('TODAY'))
  expect(shown.match(/you said/g)).toHaveLength(14)
  expect(shown).not.toContain('FIRST')
})

test('hot lines stand first on a bad day, and no other line beside them', () => {
  const [hot, ...rest] = lines(15, 1, 3)
  const who = contact(1, 'Person 1')
  const first = {
    ...(hot ?? line(null, who)),
    promise: promise(1, who, { hot: true }),
    flags: ['hot' as const],
  }
  const shown = page(agenda({ 'carried-over': [first, ...rest], today: lines(2, 21, 0) }))
  expect(shown).toMatch(/FIRST\n {2}▸ +1 {2}Person 1[^]*TODAY · 2[^]*CARRIED OVER · 14/)
})

describe('a page of any length', () => {
  const counts = fc.constantFrom(0, 1, 5, 12, 13, 40, 97, 300)
  const screens = fc.integer({ min: 30, max: 200 })

  it('has each line once, and the first to do with its reason', () => {
    fc.assert(
      fc.property(counts, counts, counts, screens, fc.boolean(), (late, today, waiting, width, full) => {
        const all = agenda({
          'carried-over': lines(late, 1, 3),
          today: lines(today, 1001, 0),
          waiting: lines(waiting, 2001, 1),
        })
        const shown = page(all, width, false, full)
        const numbers = [...shown.matchAll(/^[ ▸]*(\d+) {2}P/gm)].map(([, id]) => Number(id))
        const ids = all.sections.flatMap((section) => section.lines.map(({ promise: of }) => of?.id))
        expect(numbers.toSorted((a, b) => a - b)).toEqual(ids.toSorted((a = 0, b = 0) => a - b))
        for (const row of shown.split('\n')) expect(widthOf(row)).toBeLessThanOrEqual(width)
        const leads = /▸[^]*?you said Tue\s+1 Dec/.test(shown)
        expect(leads).toBe(ids.length > 0)
      }),
      { numRuns: 60 },
    )
  })

  it('cuts what is too long for a row, and never the way to reach them in the middle of a screen', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(text, text, screens, (name, what, width) => {
        const odd = lines(13, 1, 3).map((one) => {
          const who = contact(one.contact.id, `N${name}`)
          return line(promise(one.contact.id, who, { what: `w${what}` }), who, {
            reachBy: one.reachBy,
            daysLate: 3,
          })
        })
        const shown = page(agenda({ today: odd }), width, false)
        for (const row of shown.split('\n')) expect(widthOf(row)).toBeLessThanOrEqual(width)
        expect(shown.match(/0412 555 \d{3}/g)).toHaveLength(13)
      }),
    )
  })
})
