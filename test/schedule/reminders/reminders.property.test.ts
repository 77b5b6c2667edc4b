import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addDays, clockTime, type Due } from '../../../src/domain/day.ts'
import { remindersOf, type OpenReminder, type Reminded } from '../../../src/domain/reminder.ts'
import { afterTelling, remindersAt } from '../../../src/schedule/reminders/reminders.ts'
import { workingDayFrom } from '../../../src/domain/working-week.ts'
import { readClock } from '../../../src/terminal/clock.ts'
import { aDay, mondayToFriday } from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'

/** Zones, each with a day on which its clocks change: forward or back, by an hour, half of one, or over midnight. */
const changes = [
  ['UTC', '2028-02-28'],
  ['Europe/Berlin', '2028-03-26'],
  ['Europe/Berlin', '2028-10-29'],
  ['America/New_York', '2028-03-12'],
  ['America/St_Johns', '2028-11-05'],
  ['Australia/Lord_Howe', '2028-10-01'],
  ['Australia/Lord_Howe', '2028-04-02'],
  ['Africa/Cairo', '2028-04-28'],
  ['Pacific/Auckland', '2028-09-24'],
  ['Asia/Kolkata', '2028-06-01'],
] as const

afterEach(() => {
  vi.unstubAllEnvs()
})

/** Promises around a day: most near the hours in which clocks change, some by the day. */
const promisesAround = (day: string): fc.Arbitrary<readonly OpenReminder[]> =>
  fc
    .array(
      fc.record({
        offset: fc.integer({ min: -1, max: 2 }),
        hour: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 23 })),
        minute: fc.integer({ min: 0, max: 59 }),
        isByDay: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map(({ offset, hour, minute, isByDay }, index) => ({
        id: index,
        uid: `p${index}`,
        due: { day: addDays(aDay(day), offset), time: isByDay ? null : clockTime(hour, minute) },
      })),
    )

type Told = { readonly uid: string; readonly due: Due; readonly at: number }

/** What is told at looks at these instants; each notice is shown or not, as `isShown` says. */
function toldAt(
  promises: readonly OpenReminder[],
  instants: readonly number[],
  isShown: (count: number) => boolean = () => true,
): Told[] {
  const told: Told[] = []
  let reminded: Reminded | null = null
  let count = 0
  for (const instant of instants) {
    const { momentAt, momentSince1970 } = readClock('')
    const now = momentSince1970(instant)
    const found: ReturnType<typeof remindersAt<OpenReminder>> = remindersAt(promises, reminded, now, {
      week: mondayToFriday,
      momentAt,
    })
    let after = found.reminded
    for (const notice of found.notices) {
      count += 1
      if (!isShown(count)) break
      after = afterTelling(after, notice, now.day)
      told.push(...remindersOf(notice).map(({ uid, due }) => ({ uid, due, at: instant })))
    }
    reminded = after
  }
  return told
}

/** A first look before everything, looks at any moments of four days, and a last one in working hours later on. */
function looksAround(day: string): fc.Arbitrary<readonly number[]> {
  const { momentAt } = readClock('')
  const noon = momentAt({ day: aDay(day), time: null }).instant
  const first = noon - 3 * 86_400
  const last = workingDayFrom(addDays(aDay(day), 5), mondayToFriday)
  return fc
    .array(fc.integer({ min: -2 * 86_400, max: 3 * 86_400 }), { maxLength: 60 })
    .map((offsets) => [
      first,
      ...offsets.map((offset) => noon + offset),
      momentAt({ day: last, time: null }).instant,
    ])
}

describe.each(changes)('%s, around %s (R63)', (zone, day) => {
  test('each promise is told once, never before its time, and at the first look after it', () => {
    vi.stubEnv('TZ', zone)
    fc.assert(
      fc.property(promisesAround(day), looksAround(day), (promises, looks) => {
        const instants = looks.toSorted((a, b) => a - b)
        const told = toldAt(promises, instants)
        expect(told.map(({ uid }) => uid).toSorted()).toEqual(promises.map(({ uid }) => uid).toSorted())
        const { momentAt } = readClock('')
        const comesUp = ({ day: on, time }: Due): number =>
          momentAt({ day: on, time: time ?? mondayToFriday.opens }).instant
        expect(told.filter(({ due, at }) => at < comesUp(due))).toEqual([])
        const firstAfter = (due: Due): number | undefined =>
          instants.find((instant) => instant >= comesUp(due))
        const timed = told.filter(({ due }) => due.time !== null)
        expect(timed.map(({ at }) => at)).toEqual(timed.map(({ due }) => firstAfter(due)))
      }),
      runs(60),
    )
  })

  test('a clock that is set back and forth repeats no promise and misses none', () => {
    vi.stubEnv('TZ', zone)
    fc.assert(
      fc.property(promisesAround(day), looksAround(day), (promises, looks) => {
        const told = toldAt(promises, looks).map(({ uid }) => uid)
        expect(told.toSorted()).toEqual(promises.map(({ uid }) => uid).toSorted())
      }),
      runs(60),
    )
  })

  test('a notice that was not shown is told at a later look', () => {
    vi.stubEnv('TZ', zone)
    fc.assert(
      fc.property(
        promisesAround(day),
        looksAround(day),
        fc.infiniteStream(fc.boolean()),
        (promises, looks, seen) => {
          const last = looks.at(-1) ?? 0
          const instants = [...looks, ...Array.from({ length: 40 }, (_, index) => last + 60 * index)]
          const shown = [...seen.take(30)]
          const told = toldAt(promises, instants, (count) => shown[count] ?? true)
          expect(told.map(({ uid }) => uid).toSorted()).toEqual(promises.map(({ uid }) => uid).toSorted())
        },
      ),
      runs(30),
    )
  })
})
