import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { files } from '../../src/terminal/files.ts'

const calendar = `BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20201225
RRULE:FREQ=YEARLY
END:VEVENT
BEGIN:VEVENT
DTSTART:20261224T120000
END:VEVENT
END:VCALENDAR
`

const read = () => calendar

test('the settings fit a screen of 80 columns, the cadences on their own', async () => {
  const { fu } = aProgram({ locale: 'en-AU' })
  await fu('config holidays 2026-12-25, 2026-12-28..2027-01-01')
  await fu('config every.friend 6w')
  expect((await fu('config')).stdout).toBe(`\
  setting        value                    meaning
  name           none (by itself)         your name, as you say it in a
                                          message
  number         none (by itself)         the number you can be reached
                                          on
  country        AU (by itself)           where numbers without a
                                          country code are from
  dates          day-first (by itself)    which comes first in 27/11:
                                          day-first or month-first
  days           mon-fri (by itself)      the days you work
  hours          09:00-17:00 (by itself)  the hours you work
  holidays       2026-12-25               days off, or an .ics file of
                 2026-12-28..2027-01-01   them
  keep-in-touch  5 (by itself)            keep-in-touch lines per page
  day-load       12 (by itself)           how many lines make a day
                                          full
  answer-clock   real (by itself)         whether the 24 hours to
                                          answer are real or working

  kind of contact      cadence, where theirs is not set
  every.prospect       14d (by itself)
  every.customer       90d (by itself)
  every.past-customer  180d (by itself)
  every.referrer       90d (by itself)
  every.partner        90d (by itself)
  every.supplier       none (by itself)
  every.candidate      30d (by itself)
  every.colleague      none (by itself)
  every.friend         6w
  every.family         30d (by itself)
  every.other          none (by itself)
`)
})

test('the settings as data', async () => {
  const { fu } = aProgram()
  await fu('config day-load 20')
  const { items } = JSON.parse((await fu('config --json')).stdout)
  expect(items).toHaveLength(21)
  expect(items).toContainEqual({
    key: 'day-load',
    value: '20',
    isSet: true,
    meaning: 'how many lines make a day full',
    example: '12',
  })
})

test('one setting is shown, set, and taken back to what it is by itself', async () => {
  const { fu } = aProgram()
  expect(await fu('config every.customer')).toEqual({ status: 0, stdout: '90d\n', stderr: '' })
  expect((await fu('config every.customer every 6 weeks')).stdout).toBe(
    'every.customer is 6w now. (fu undo)\n',
  )
  expect((await fu('config every.customer')).stdout).toBe('6w\n')
  expect((await fu('config every.customer --unset')).stdout).toBe('every.customer is 90d now. (fu undo)\n')
  expect(await fu('config every.customer 6w --unset')).toEqual({
    status: 2,
    stdout: '',
    stderr: '--unset takes no value.\nSay "fu config every.customer --unset".\n',
  })
})

test('a country that no numbers are from is refused, and what was set stands', async () => {
  const { fu } = aProgram()
  await fu('config country nz')
  expect(await fu('config country xx')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'There is no country "XX" that phone numbers are from.\nWrite its two letters, as in AU or DE.\n',
  })
  expect((await fu('config country')).stdout).toBe('NZ\n')
})

test('holidays are read from a calendar, from last year to five years on', async () => {
  const { fu } = aProgram({ now: '2026-11-25 14:20', world: { files: { ...files, read } } })
  const days = [2025, 2026, 2027, 2028, 2029, 2030, 2031].map((year) => `${year}-12-25`).join(' ')
  expect(await fu('config holidays My Days.ICS')).toEqual({
    status: 0,
    stdout: `holidays is ${days} now. (fu undo)\n`,
    stderr: '1 event was left out: only whole days, once or every year, are days off.\n',
  })
  expect((await fu('config holidays')).stdout).toBe(`${days}\n`)
  expect((await fu('history')).stdout).toBe(`\

  Wednesday 25 November 2026
      1  14:20  config holidays 2025-12-25 2026-12-25 2027-12-25 2028-12-25
                2029-12-25 2030-…

`)
})

test('a calendar without a day off changes nothing', async () => {
  const { fu } = aProgram({
    world: { files: { ...files, read: () => 'BEGIN:VCALENDAR\nEND:VCALENDAR' } },
  })
  expect(await fu('config holidays empty.ics')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'There is no all-day event in empty.ics.\nName a calendar of holidays.\n',
  })
  expect((await fu('config holidays')).stdout).toBe('none\n')
})
