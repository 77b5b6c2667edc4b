import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BackupTime } from '../../../src/domain/backup.ts'
import { addDays, civilDay, clockTime, daysBetween, type Day } from '../../../src/domain/day.ts'
import { tooMany } from '../../../src/diary/backup/retention.ts'
import { runs } from '../../support/runs.ts'

const today = aDay(2026, 11, 25)

test.each([
  ['nothing of today and yesterday', ['25 09:00', '25 08:00', '24 20:00', '24 08:00'], []],
  [
    'all but the newest of an older day',
    ['25 09:00', '23 20:00', '23 09:00', '23 08:00'],
    ['23 09:00', '23 08:00'],
  ],
  ['nothing of days to come, after the clock was set back', ['28 09:00', '28 08:00', '25 09:00'], []],
  [
    'no day of the seven, however far apart',
    ['23 09:00', '20 09:00', '15 09:00', '09 09:00', '05 09:00'],
    [],
  ],
])('goes: %s', (_what, made, gone) => {
  expect(tooMany(made.map(backup), today).map(said)).toEqual(gone)
})

test('of a copy a day there stay two days, seven days, four weeks and six months', () => {
  let kept: BackupTime[] = []
  for (let back = 400; back >= 0; back -= 1) {
    const day = addDays(today, -back)
    kept.unshift(backup(`${day} 09:00`))
    const gone = new Set(tooMany(kept, day))
    kept = kept.filter((made) => !gone.has(made))
  }
  expect(kept.map(({ day }) => day).join(' ')).toBe(
    [
      '2026-11-25 2026-11-24',
      '2026-11-23 2026-11-22 2026-11-21 2026-11-20 2026-11-19 2026-11-18 2026-11-17',
      '2026-11-16 2026-11-15 2026-11-08 2026-11-01',
      '2026-10-25 2026-09-27 2026-08-30 2026-07-26 2026-06-28 2026-05-31',
    ].join(' '),
  )
})

const backups = fc
  .array(fc.record({ back: fc.nat(900), hour: fc.nat(23) }), { maxLength: 120 })
  .map((made) =>
    made
      .map(({ back, hour }): BackupTime => ({ day: addDays(today, -back), time: time(hour), count: 1 }))
      .sort((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? 1 : -1)),
  )

test('property: what goes is old, few stay, the newest stays, and thinning twice is thinning once', () => {
  fc.assert(
    fc.property(backups, (made) => {
      const gone = tooMany(made, today)
      const kept = made.filter((one) => !gone.includes(one))
      expect(gone.every(({ day }) => daysBetween(day, today) >= 2)).toBe(true)
      expect(kept.filter(({ day }) => daysBetween(day, today) >= 2).length).toBeLessThanOrEqual(7 + 4 + 6)
      expect(kept[0]).toBe(made[0])
      expect(tooMany(kept, today)).toEqual([])
    }),
    runs(300),
  )
})

test('property: as the days go on, there is always a copy of each of the last months that had any', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 200, maxLength: 300 }), (isMade) => {
      let kept: BackupTime[] = []
      const months = new Set<string>()
      isMade.forEach((made, index) => {
        const day = addDays(today, index)
        if (!made) return
        months.add(day.slice(0, 7))
        kept.unshift({ day, time: time(9), count: 1 })
        const gone = new Set(tooMany(kept, day))
        kept = kept.filter((one) => !gone.has(one))
      })
      const covered = new Set(kept.map(({ day }) => day.slice(0, 7)))
      expect([...months].slice(-6).every((month) => covered.has(month))).toBe(true)
    }),
    runs(30),
  )
})

function backup(text: string): BackupTime {
  const [date = '', at = ''] = text.split(' ')
  const day = date.length === 2 ? aDay(2026, 11, Number(date)) : (date as Day)
  return { day, time: time(Number(at.slice(0, 2))), count: 1 }
}

function said({ day, time: at }: BackupTime): string {
  return `${day} ${at}`.replace(/^2026-11-/, '')
}

function aDay(year: number, month: number, dayOfMonth: number): Day {
  const day = civilDay(year, month, dayOfMonth)
  if (day === null) throw new Error('no such day')
  return day
}

function time(hour: number): BackupTime['time'] {
  const at = clockTime(hour, 0)
  if (at === null) throw new Error('no such time')
  return at
}
