import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dateWords } from '../../../src/domain/date-words.ts'
import { addDays, dayFromNumber, dayNumber, lastDay, type Day } from '../../../src/domain/day.ts'
import type { Line, OccasionContact } from '../../../src/domain/page.ts'
import { partialDate, type PartialDate } from '../../../src/domain/partial-date.ts'
import { isWorkingDay, workingDayUntil } from '../../../src/domain/working-week.ts'
import { occasionDays, occasionLines } from '../../../src/schedule/page/occasions.ts'
import { agendaFor } from '../../../src/schedule/page/page.ts'
import { weekFrom } from '../../../src/schedule/page/week.ts'
import {
  aContact,
  aDay,
  aMoment,
  momentAt,
  mondayToFriday,
  someFacts,
  someSettings,
} from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'

const words = dateWords(null)

/** The lines of a page that is read on its day. */
function linesOn(page: Day, ...contacts: OccasionContact[]): Line[] {
  return occasionLines(contacts, mondayToFriday, { day: page, now: aMoment(`${page} 09:00`), words })
}

function born(
  birthday: PartialDate | null,
  known: Partial<OccasionContact['contact']> = {},
): OccasionContact {
  return { contact: aContact({ birthday, ...known }), lastContact: null }
}

function date(year: number | null, month: number, day: number): PartialDate {
  const found = partialDate(year, month, day)
  if (found === null) throw new Error('no such date')
  return found
}

const april = date(1980, 4, 15)

describe('a birthday (R61)', () => {
  it('is on the page of its day with the age, and on no other', () => {
    const [line, ...others] = linesOn(aDay('2026-04-15'), born(april))
    expect(others).toEqual([])
    expect(line).toMatchObject({
      promise: null,
      what: 'birthday, 46',
      reason: 'born 15 Apr 1980',
      due: { day: '2026-04-15', time: null },
      daysLate: 0,
    })
    expect(linesOn(aDay('2026-04-14'), born(april))).toEqual([])
    expect(linesOn(aDay('2026-04-16'), born(april))).toEqual([])
  })

  it('without a year has no age', () => {
    expect(linesOn(aDay('2026-04-15'), born(date(null, 4, 15)))).toMatchObject([
      { what: 'birthday', reason: 'on 15 Apr' },
    ])
  })

  it('on a day off is on the working day before as well, with its day', () => {
    // 15 April 2028 is a Saturday.
    expect(linesOn(aDay('2028-04-14'), born(april))).toMatchObject([
      { what: 'birthday, 48', reason: 'on Sat 15 Apr, born 15 Apr 1980', due: { day: '2028-04-15' } },
    ])
    expect(linesOn(aDay('2028-04-15'), born(april))).toMatchObject([{ reason: 'born 15 Apr 1980' }])
    expect(linesOn(aDay('2028-04-13'), born(april))).toEqual([])
  })

  it('of 29 February is on the 28th in other years', () => {
    const leap = born(date(1980, 2, 29))
    expect(linesOn(aDay('2028-02-29'), leap)).toMatchObject([{ what: 'birthday, 48' }])
    expect(linesOn(aDay('2028-02-28'), leap)).toEqual([])
    expect(linesOn(aDay('2029-02-28'), leap)).toMatchObject([{ what: 'birthday, 49' }])
  })

  it('on New Year, a Saturday, is on the page of the Friday before', () => {
    expect(linesOn(aDay('2027-12-31'), born(date(1990, 1, 1)))).toMatchObject([{ what: 'birthday, 38' }])
  })

  test.each([
    ['2028-04-13 17:00', 1, 1],
    ['2028-04-14 10:00', 0, 0],
    ['2028-04-15 10:00', 0, 0],
  ])('is there once: spoken with on %s', (at, friday, saturday) => {
    const greeted = { ...born(april), lastContact: aMoment(at) }
    expect(linesOn(aDay('2028-04-14'), greeted)).toHaveLength(friday)
    expect(linesOn(aDay('2028-04-15'), greeted)).toHaveLength(saturday)
  })

  it('is not for who does not want to be contacted (R58)', () => {
    expect(linesOn(aDay('2026-04-15'), born(april, { doNotContact: 'all' }))).toEqual([])
  })

  it('is not before they were born', () => {
    expect(linesOn(aDay('2026-04-15'), born(date(2027, 4, 15)))).toEqual([])
  })

  it('is one line with an anniversary on the same day', () => {
    const both = born(april, {
      anniversaries: [
        { label: 'wedding', date: date(2009, 4, 15) },
        { label: null, date: date(null, 4, 15) },
        { label: 'other', date: date(2009, 4, 16) },
      ],
    })
    expect(linesOn(aDay('2026-04-15'), both)).toMatchObject([
      {
        what: 'birthday, 46; wedding, 17; anniversary',
        reason: 'born 15 Apr 1980; since 15 Apr 2009; on 15 Apr',
      },
    ])
  })

  it('stands before keep in touch, in the place of it, and is never cut off', () => {
    const regular = (id: number) => ({
      contact: { ...aContact({ id, name: `R${id}`, every: { unit: 'd', count: 30 } }) },
      lastRealContact: aMoment('2026-01-05'),
    })
    const occasions = [5, 6, 7].map((id) => born(april, { id, name: `B${id}` }))
    const settings = { ...someSettings({ keepInTouchPerDay: 2 }), words, momentAt }
    const facts = someFacts('2026-04-15', { occasions, regulars: [1, 2, 3, 5].map(regular) })
    const now = aMoment('2026-04-15 09:00')
    const section = agendaFor(now, facts, settings).sections.find(({ name }) => name === 'keep-in-touch')
    expect(section?.lines.map(({ contact }) => contact.id)).toEqual([5, 6, 7, 1, 2])
    expect(section?.more).toBe(1)
    const [, tuesday, wednesday] = weekFrom(
      aDay('2026-04-13'),
      now,
      { ...facts, day: aDay('2026-04-19') },
      settings,
    )
    expect(tuesday?.lines.filter(({ isOccasion }) => isOccasion === true)).toEqual([])
    expect(wednesday?.lines.filter(({ isOccasion }) => isOccasion === true)).toHaveLength(3)
  })
})

test('the days that come up by a page: the days off behind it, and 29 February with the 28th', () => {
  expect(occasionDays(aDay('2026-11-25'), aDay('2026-11-25'), mondayToFriday)).toEqual(['11-25'])
  expect(occasionDays(aDay('2026-11-27'), aDay('2026-11-27'), mondayToFriday)).toEqual([
    '11-27',
    '11-28',
    '11-29',
  ])
  expect(occasionDays(aDay('2027-02-28'), aDay('2027-02-28'), mondayToFriday)).toEqual(['02-28', '02-29'])
  expect(occasionDays(lastDay, lastDay, mondayToFriday)).toEqual(['12-31'])
})

test('every date comes up on its day in every year, and on the working day before a day off, and on no other day', () => {
  const anyDay = fc.integer({ min: dayNumber(aDay('2000-01-01')), max: dayNumber(aDay('2003-12-31')) })
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 2024, max: 2040 }), fc.boolean(), (number, year, hasYear) => {
      const of = dayFromNumber(number) ?? aDay('2000-02-29')
      const [, month = 1, day = 1] = of.split('-').map(Number)
      const birthday = date(hasYear && month !== 2 ? 1980 : null, month, day)
      const isLeap = year % 4 === 0
      const own = aDay(month === 2 && day === 29 && !isLeap ? `${year}-02-28` : `${year}-${of.slice(5)}`)
      const before = workingDayUntil(own, mondayToFriday)
      for (let page = addDays(own, -10); page <= addDays(own, 10); page = addDays(page, 1)) {
        const isUp = page === own || (page === before && !isWorkingDay(own, mondayToFriday))
        expect(linesOn(page, born(birthday))).toHaveLength(isUp ? 1 : 0)
        // What is read from the diary for the page has the date.
        const isRead = occasionDays(page, page, mondayToFriday).includes(of.slice(5))
        expect(isRead || !isUp).toBe(true)
      }
    }),
    runs(300),
  )
})

test('29 February and weekends: each year from 2024 to 2040 has each birthday once or, with the day before, twice', () => {
  const leap = born(date(null, 2, 29))
  for (let year = 2024; year <= 2040; year += 1) {
    const pages: string[] = []
    for (let page = aDay(`${year}-02-01`); page <= `${year}-03-31`; page = addDays(page, 1)) {
      if (linesOn(page, leap).length > 0) pages.push(page)
    }
    const own = aDay(year % 4 === 0 ? `${year}-02-29` : `${year}-02-28`)
    expect(pages).toEqual([...new Set([workingDayUntil(own, mondayToFriday), own])])
  }
})
