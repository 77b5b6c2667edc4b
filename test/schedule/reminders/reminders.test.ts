import { describe, expect, it, test } from 'vitest'
import {
  remindersOf,
  type Notice,
  type OpenReminder,
  type Reminded,
  type Reminder,
} from '../../../src/domain/reminder.ts'
import { afterTelling, remindersAt, withoutClosed } from '../../../src/schedule/reminders/reminders.ts'
import { aDay, aDue, aMoment, momentAt, mondayToFriday } from '../../support/facts.ts'

const settings = { week: mondayToFriday, momentAt }

/** Looks at these moments, at what is open then, and everything that is found is told. */
function looks(
  steps: readonly (readonly [at: string, open: readonly OpenReminder[]])[],
  known: Reminded | null = null,
): string[] {
  let reminded = known
  return steps.map(([at, open]) => {
    const now = aMoment(at)
    const found = remindersAt(open, reminded, now, settings)
    reminded = found.reminded
    for (const notice of found.notices) reminded = afterTelling(reminded, notice, now.day)
    return found.notices.map(shown).join('; ')
  })
}

function shown(notice: Notice<Reminder>): string {
  return `${notice.kind}: ${remindersOf(notice)
    .map(({ uid }) => uid)
    .join(' ')}`
}

const gary: OpenReminder = { id: 1, uid: 'gary', due: aDue('2026-11-25 10:30') }
const ada: OpenReminder = { id: 2, uid: 'ada', due: aDue('2026-11-25 10:31') }
const bo: OpenReminder = { id: 3, uid: 'bo', due: aDue('2026-11-25') }
const late: OpenReminder = { id: 4, uid: 'late', due: aDue('2026-11-24 16:00') }
const many = Array.from({ length: 200 }, (_, index) => ({
  id: 100 + index,
  uid: `p${100 + index}`,
  due: aDue('2026-11-25 10:30'),
}))

describe('a promise with a time (R63)', () => {
  it('is told once, from its minute on', () => {
    expect(
      looks([
        ['2026-11-25 08:00', [gary]],
        ['2026-11-25 10:29', [gary]],
        ['2026-11-25 10:30', [gary]],
        ['2026-11-25 10:35', [gary]],
        ['2026-11-26 08:00', [gary]],
      ]),
    ).toEqual(['', '', 'one: gary', '', ''])
  })

  it('is told again after it was moved, and never after it was closed or put off', () => {
    const moved = { id: 5, uid: 'gary', due: aDue('2026-11-25 11:00') }
    expect(
      looks([
        ['2026-11-25 10:30', [gary]],
        ['2026-11-25 10:40', [moved]],
        ['2026-11-25 11:00', [moved]],
        ['2026-11-25 11:05', [moved]],
      ]),
    ).toEqual(['one: gary', '', 'one: gary', ''])
    expect(
      looks([
        ['2026-11-25 10:00', [gary]],
        ['2026-11-25 10:35', []],
      ]),
    ).toEqual(['', ''])
  })

  it('is not told if it came up before the day of the first look', () => {
    expect(looks([['2026-11-25 08:00', [late]]])).toEqual([''])
  })

  it('is told at the first look of its day, if that was the first of all', () => {
    expect(looks([['2026-11-25 10:45', [gary]]])).toEqual(['one: gary'])
  })

  it('is told once if the clock is set back; promises of the repeated days are told', () => {
    const next = { id: 6, uid: 'next', due: aDue('2026-11-24 12:00') }
    expect(
      looks([
        ['2026-11-23 08:00', []],
        ['2026-11-25 10:30', [gary]],
        ['2026-11-24 08:00', [gary]],
        ['2026-11-24 12:00', [gary, next]],
        ['2026-11-25 10:30', [gary, next]],
      ]),
    ).toEqual(['', 'one: gary', '', 'one: next', ''])
  })

  it('is told after a first look by a clock that ran years ahead', () => {
    expect(
      looks([
        ['2036-01-01 08:00', []],
        ['2026-11-25 10:30', [gary]],
      ]),
    ).toEqual(['', 'one: gary'])
  })
})

describe('several at once', () => {
  it('are a notice each, up to five', () => {
    expect(looks([['2026-11-25 10:31', [ada, gary]]])).toEqual(['one: gary; one: ada'])
    expect(looks([['2026-11-25 10:30', many.slice(0, 5)]])[0]?.split(';')).toHaveLength(5)
  })

  it('are one notice beyond that', () => {
    const [notice = ''] = looks([['2026-11-25 10:30', many]])
    expect(notice).toMatch(/^many: p100 p101 /)
    expect(notice.split(' ')).toHaveLength(201)
  })

  it('are one notice after a sleep, whenever it ended', () => {
    const sleeper = [gary, ada]
    expect(
      looks([
        ['2026-11-25 09:59', sleeper],
        ['2026-11-25 14:00', sleeper],
        ['2026-11-25 14:05', sleeper],
      ]),
    ).toEqual(['', 'missed: gary ada', ''])
    expect(
      looks([
        ['2026-11-23 08:00', []],
        ['2026-11-27 08:00', [...sleeper, late]],
      ]),
    ).toEqual(['', 'missed: late gary ada'])
  })

  it('share no notice if only one was missed', () => {
    expect(looks([['2026-11-25 14:00', [gary]]])).toEqual(['one: gary'])
  })
})

describe('promises by the day', () => {
  it('are told in one notice when the working day opens', () => {
    const cy = { id: 7, uid: 'cy', due: aDue('2026-11-25') }
    expect(
      looks([
        ['2026-11-25 00:05', [cy, bo]],
        ['2026-11-25 08:59', [cy, bo]],
        ['2026-11-25 09:00', [cy, bo]],
        ['2026-11-25 09:05', [cy, bo]],
        ['2026-11-26 09:00', [cy, bo]],
      ]),
    ).toEqual(['', '', 'day: bo cy', '', ''])
  })

  it('of a day off are told when the next working day opens', () => {
    const week = { ...mondayToFriday, holidays: new Set([aDay('2026-11-30')]) }
    const saturday = { id: 8, uid: 'sat', due: aDue('2026-11-28') }
    const at = (moment: string): string[] =>
      remindersAt(
        [saturday],
        { since: aDay('2026-11-25'), opened: aDay('2026-11-27'), told: [] },
        aMoment(moment),
        { week, momentAt },
      ).notices.map(shown)
    expect(['2026-11-28 10:00', '2026-11-30 10:00', '2026-12-01 08:59', '2026-12-01 09:00'].map(at)).toEqual([
      [],
      [],
      [],
      ['day: sat'],
    ])
  })

  it('that are made during the day are told on the next, if they are still open', () => {
    expect(
      looks([
        ['2026-11-25 09:00', []],
        ['2026-11-25 11:00', [bo]],
        ['2026-11-26 08:55', [bo]],
        ['2026-11-26 09:00', [bo]],
      ]),
    ).toEqual(['', '', '', 'day: bo'])
  })

  it('that are made after the notice of the day are told on the next day', () => {
    const cy = { id: 30, uid: 'cy', due: aDue('2026-11-25') }
    expect(
      looks([
        ['2026-11-25 09:00', [bo]],
        ['2026-11-25 11:00', [bo, cy]],
        ['2026-11-26 09:00', [bo, cy]],
      ]),
    ).toEqual(['day: bo', '', 'day: cy'])
  })

  it('are told when the machine is started late', () => {
    expect(looks([['2026-11-25 15:00', [bo, gary]]])).toEqual(['one: gary; day: bo'])
  })

  it('do not count a snooze as told: it comes up on its new day', () => {
    const snoozed = { id: 9, uid: 'bo', due: aDue('2026-11-27') }
    expect(
      looks([
        ['2026-11-25 09:00', [bo]],
        ['2026-11-26 09:00', [snoozed]],
        ['2026-11-27 09:00', [snoozed]],
      ]),
    ).toEqual(['day: bo', '', 'day: bo'])
  })
})

test('the order of the promises does not matter', () => {
  const all = [gary, ada, bo, late]
  const at = '2026-11-25 10:35'
  expect(looks([[at, all]])).toEqual(looks([[at, all.toReversed()]]))
})

test('the record of closed promises is removed the day after, that of open ones never', () => {
  const reminded = { since: aDay('2026-11-01'), opened: null, told: [late, gary, bo] }
  const left = (today: string): string[] =>
    withoutClosed(reminded, new Set(['bo']), aDay(today)).told.map(({ uid }) => uid)
  expect(left('2026-11-26')).toEqual(['gary', 'bo'])
  expect(left('2027-11-26')).toEqual(['bo'])
})

test('a look that finds nothing changes nothing', () => {
  const known = { since: aDay('2026-11-25'), opened: aDay('2026-11-25'), told: [gary] }
  expect(remindersAt([gary], known, aMoment('2026-11-25 12:00'), settings)).toEqual({
    notices: [],
    reminded: known,
  })
})
