import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contact } from '../../../src/domain/contact.ts'
import { addDays } from '../../../src/domain/day.ts'
import type { RegularContact } from '../../../src/domain/page.ts'
import type { Period } from '../../../src/domain/period.ts'
import { isWorkingDay, workingDayFrom } from '../../../src/domain/working-week.ts'
import { keepInTouchLines } from '../../../src/schedule/page/keep-in-touch.ts'
import { cadenceOf, dueAgain } from '../../../src/schedule/state/cadence.ts'
import { aContact, aDay, aDue, aMoment, english, mondayToFriday, someSettings } from '../../support/facts.ts'

const every = (count: number, unit: Period['unit'] = 'd'): Period => ({ count, unit })

describe('how often', () => {
  const cadences = new Map([['customer', every(90)] as const])
  test.each<[string, Partial<Contact>, Period | null]>([
    ['as was said of them', { every: every(6, 'w'), kind: 'customer' }, every(6, 'w')],
    ['else as of their kind', { kind: 'customer' }, every(90)],
    ['a kind without one', { kind: 'family' }, null],
    ['no kind', {}, null],
  ])('%s', (_, known, cadence) => {
    expect(cadenceOf(aContact(known), cadences)).toEqual(cadence)
  })
})

describe('when they are due again (R40)', () => {
  test.each([
    ['2026-08-24', every(90), '2026-11-23', 'a Sunday moves to Monday'],
    ['2026-08-27', every(90), '2026-11-25', 'a Wednesday stays'],
    ['2026-01-31', every(1, 'mo'), '2026-03-02', 'the end of February is a Saturday'],
    ['2026-01-31', every(3, 'mo'), '2026-04-30', 'a shorter month ends sooner'],
    ['2026-11-25', every(2, 'wd'), '2026-11-27', 'working days'],
    ['2025-11-25', every(1, 'y'), '2026-11-25', 'a year'],
  ])('spoken to on %s: %o later is %s, %s', (spoken, cadence, due) => {
    expect(dueAgain(aContact(), aMoment(spoken), cadence, mondayToFriday)).toBe(due)
  })

  test('never spoken to: from the day they were added', () => {
    const contact = aContact({ addedAt: aMoment('2026-11-02') })
    expect(dueAgain(contact, null, every(9), mondayToFriday)).toBe('2026-11-11')
  })
})

describe('who is drifting', () => {
  const now = aMoment('2026-11-25 14:20')
  const context = { day: now.day, now, words: english }
  const regular = (id: number, known: Partial<Contact>, spoken: string | null): RegularContact => ({
    contact: aContact({ id, name: `No. ${id}`, ...known }),
    lastRealContact: spoken === null ? null : aMoment(spoken),
  })
  const drifting = (regulars: RegularContact[]): number[] =>
    keepInTouchLines(regulars, someSettings(), context).map(({ contact }) => contact.id)

  test('who was added by a clock that ran ahead is due at once, not months from now', () => {
    const added = (at: string): RegularContact => regular(7, { every: every(9), addedAt: aMoment(at) }, null)
    expect(keepInTouchLines([added('2027-06-01')], someSettings(), context)).toMatchObject([
      { due: aDue('2026-11-25'), daysLate: 0 },
    ])
    expect(drifting([added('2026-11-26 14:20')])).toEqual([])
  })

  test('a line for whom the cadence has run out', () => {
    const gary = regular(7, { name: 'Gary Lee', every: every(90) }, '2026-08-24')
    expect(keepInTouchLines([gary], someSettings(), context)).toEqual([
      {
        promise: null,
        contact: gary.contact,
        what: 'keep in touch',
        due: aDue('2026-11-23'),
        next: aDue('2026-11-23'),
        daysLate: 2,
        minutesLate: 0,
        attempts: 0,
        chases: 0,
        moves: 0,
        reachBy: { channel: 'call', value: '0412 555 019' },
        reason: 'last spoke on Mon 24 Aug, every 90d',
        flags: [],
      },
    ])
  })

  test('one who was never spoken to', () => {
    const ada = regular(8, { addedAt: aMoment('2025-11-03'), every: every(1, 'y'), phones: [] }, null)
    expect(keepInTouchLines([ada], someSettings(), context)).toMatchObject([
      { reason: 'never spoken to since you added them on Mon 3 Nov 2025, every 1y', flags: ['no-number'] },
    ])
  })

  test.each([
    ['the day it runs out', { every: every(2) }, '2026-11-23', [1]],
    ['the day before', { every: every(3) }, '2026-11-23', []],
    ['a kind with no cadence', { kind: 'customer' } as const, '2020-01-01', []],
    ['nobody is to contact them', { every: every(2), doNotContact: 'all' } as const, '2020-01-01', []],
    ['not to be called', { every: every(2), doNotContact: ['call'] } as const, '2026-11-23', [1]],
  ])('%s', (_, known, spoken, numbers) => {
    expect(drifting([regular(1, known, spoken)])).toEqual(numbers)
  })

  test('people of one import come up over the time of their cadence, each on a day that stays the same', () => {
    const imported = (count: number): RegularContact[] =>
      Array.from({ length: count }, (_, index) =>
        regular(index + 1, { every: every(90), addedAt: aMoment('2026-08-31 10:00') }, null),
      )
    const settings = { ...someSettings(), keepInTouchPerDay: 5 }
    const dueOf = (count: number, day: string): Map<number, string> =>
      new Map(
        keepInTouchLines(imported(count), settings, { ...context, day: aDay(day) }).map(
          ({ contact, next }) => [contact.id, next.day] as const,
        ),
      )
    const all = dueOf(275, '2026-11-30')
    expect(all.size).toBe(275)
    const perDay = [...new Set(all.values())].map(
      (day) => [...all.values()].filter((one) => one === day).length,
    )
    // 90 days have 64 working days; what falls on a day off moves to the next Monday.
    expect(Math.max(...perDay)).toBeLessThanOrEqual(12)
    expect(perDay.length).toBeGreaterThan(55)
    expect([...dueOf(40, '2026-11-30')]).toEqual([...all].filter(([id]) => id <= 40))
    expect(dueOf(275, '2026-08-31').size).toBe(0)
    expect(dueOf(5, '2026-11-27').size).toBe(0)
    expect(dueOf(5, '2026-11-30').size).toBe(5)
  })

  test('the longest overdue as a share of the cadence leads, then by name, then by number', () => {
    const regulars = [
      regular(1, { every: every(90) }, '2026-08-25'),
      regular(5, { every: every(7), name: 'Zoe' }, '2026-11-16'),
      regular(4, { every: every(7), name: 'Abe' }, '2026-11-16'),
      regular(3, { every: every(7), name: 'Abe' }, '2026-11-16'),
      regular(2, { every: every(7) }, '2026-11-02'),
    ]
    expect(drifting(regulars)).toEqual([2, 3, 4, 5, 1])
    expect(drifting(regulars.toReversed())).toEqual([2, 3, 4, 5, 1])
  })
})

test('property: they are due on a working day, a cadence after they were spoken to, and never before', () => {
  const units = fc.constantFrom('d' as const, 'w' as const)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 1, max: 99 }),
      units,
      (n, count, unit) => {
        const spoken = aMoment(addDays(aDay('2026-01-01'), n))
        const due = dueAgain(aContact(), spoken, every(count, unit), mondayToFriday)
        const computed = addDays(spoken.day, unit === 'w' ? 7 * count : count)
        expect(due >= computed && due <= workingDayFrom(computed, mondayToFriday)).toBe(true)
        expect(isWorkingDay(due, mondayToFriday)).toBe(true)
      },
    ),
  )
})
