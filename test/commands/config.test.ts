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

test('the settings fit a screen of 80 columns, those of the mailbox and the cadences on their own', async () => {
  const { fu } = aProgram({ locale: 'en-AU' })
  await fu('config holidays 2026-12-25, 2026-12-28..2027-01-01')
  await fu('config every.friend 6w')
  expect((await fu('config')).stdout).toBe(`\
  setting        value                   meaning
  name           none (default)          your name, as you say it in a
                                         message
  number         none (default)          the number you can be reached
                                         on
  country        AU (default)            the country of numbers
                                         without a country code
  dates          day-first (default)     the order of 27/11: day-first
                                         or month-first
  days           mon-fri (default)       the days you work
  hours          09:00-17:00 (default)   the hours you work
  holidays       2026-12-25              days off, or an .ics file of
                 2026-12-28..2027-01-01  them
  keep-in-touch  5 (default)             keep-in-touch lines per page
  day-load       12 (default)            lines that fill a day
  answer-clock   real (default)          whether the 24 hours to
                                         answer count real or working
                                         hours

  setting of fu mail     value             meaning
  mail.box               none (default)    your mailbox, for "fu mail": a
                                           path, or imap://you@server
  mail.me                none (default)    your own addresses, besides those
                                           you send from
  mail.password-command  none (default)    the command that prints the
                                           password of your mailbox
  mail.token-command     none (default)    the command that prints the token
                                           of your mailbox
  mail.replies           answer (default)  whether a reply to you is owed an
                                           answer, or is only logged

  kind of contact      default cadence
  every.prospect       14d (default)
  every.customer       90d (default)
  every.past-customer  180d (default)
  every.referrer       90d (default)
  every.partner        90d (default)
  every.supplier       none (default)
  every.candidate      30d (default)
  every.colleague      none (default)
  every.friend         6w
  every.family         30d (default)
  every.other          none (default)
`)
})

test('the settings as data', async () => {
  const { fu } = aProgram()
  await fu('config day-load 20')
  const { items } = JSON.parse((await fu('config --json')).stdout)
  expect(items).toHaveLength(26)
  expect(items).toContainEqual({
    key: 'day-load',
    value: '20',
    isSet: true,
    meaning: 'lines that fill a day',
    example: '12',
  })
})

test('one setting is shown, set, and taken restore its default', async () => {
  const { fu } = aProgram()
  expect(await fu('config every.customer')).toEqual({ status: 0, stdout: '90d\n', stderr: '' })
  expect((await fu('config every.customer every 6 weeks')).stdout).toBe(
    'every.customer is now 6w. (fu undo)\n',
  )
  expect((await fu('config every.customer')).stdout).toBe('6w\n')
  expect((await fu('config every.customer --unset')).stdout).toBe('every.customer is now 90d. (fu undo)\n')
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
    stderr: '"XX" is not a country code that phone numbers use.\nWrite its two letters, as in AU or DE.\n',
  })
  expect((await fu('config country')).stdout).toBe('NZ\n')
})

test('holidays are read from a calendar, from last year to five years on', async () => {
  const { fu } = aProgram({ now: '2026-11-25 14:20', world: { files: { ...files, read } } })
  const days = [2025, 2026, 2027, 2028, 2029, 2030, 2031].map((year) => `${year}-12-25`).join(' ')
  expect(await fu('config holidays My Days.ICS')).toEqual({
    status: 0,
    stdout: `holidays is now ${days}. (fu undo)\n`,
    stderr: '1 event was left out: only all-day events, once or every year, are read as days off.\n',
  })
  expect((await fu('config holidays')).stdout).toBe(`${days}\n`)
  expect((await fu('history')).stdout).toBe(`\

  Wednesday 25 November 2026
      1  14:20  config holidays 2025-12-25 2026-12-25 2027-12-25 2028-12-25 2029-12-25 2030-…

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

test.each([
  ['hours 09:00-17:00', 'hours 9-17', 'hours is already 09:00-17:00.'],
  ['days mon-fri', 'days mon tue wed thu fri', 'days is already mon-fri.'],
  ['every.friend 6w', 'every.friend "6 weeks"', 'every.friend is already 6w.'],
  ['dates day-first', 'dates day-first', 'dates is already day-first.'],
  ['days --unset', 'days --unset', 'days is already mon-fri.'],
])('the same setting again changes nothing: %s, then %s', async (first, second, said) => {
  const { fu } = aProgram()
  await fu(`config ${first}`)
  const before = (await fu('history')).stdout
  expect(await fu(`config ${second}`)).toEqual({ status: 0, stdout: `${said}\n`, stderr: '' })
  expect((await fu('history')).stdout).toBe(before)
})
