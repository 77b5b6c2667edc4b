import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FuError } from '../../../src/domain/errors.ts'
import { calendarDays } from '../../../src/formats/calendar/days.ts'
import { runs } from '../../support/runs.ts'

const years = { from: 2025, until: 2031 }

/** A calendar with an event for each list of lines. */
function aCalendar(...events: (readonly string[])[]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT'])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

/** The days of a calendar in their order, and how many events were left out. */
function read(text: string): { days: string[]; leftOut: number } {
  const { days, leftOut } = calendarDays(text, years)
  return { days: [...days].toSorted(), leftOut }
}

test('the holidays of a calendar as programs export them', () => {
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Holidays//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VTIMEZONE',
    'TZID:Australia/Sydney',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:christmas@example.org',
    'DTSTAMP:20261101T000000Z',
    'DTSTART;VALUE=DATE:20261225',
    'DTEND;VALUE=DATE:20261226',
    'SUMMARY:Christmas Day\\, which is a long name folded over t',
    ' wo lines',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'TRIGGER:-PT15M',
    'ACTION:DISPLAY',
    'END:VALARM',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:closed@example.org',
    'DTSTART;VALUE=DATE:20261228',
    'DTEND;VALUE=DATE:20270102',
    'SUMMARY:Closed',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:lunch@example.org',
    'DTSTART;TZID=Australia/Sydney:20261224T120000',
    'DTEND;TZID=Australia/Sydney:20261224T140000',
    'SUMMARY:Lunch',
    'END:VEVENT',
    'BEGIN:VTODO',
    'DTSTART;VALUE=DATE:20261201',
    'END:VTODO',
    'END:VCALENDAR',
    '',
  ]
  const days = ['2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01']
  expect(read(calendar.join('\r\n'))).toEqual({ days, leftOut: 1 })
  expect(read(calendar.join('\n'))).toEqual({ days, leftOut: 1 })
})

describe('an event', () => {
  test.each<[what: string, lines: string[], days: string[]]>([
    ['of one day', ['DTSTART;VALUE=DATE:20261225'], ['2026-12-25']],
    [
      'that ends where it begins',
      ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261225'],
      ['2026-12-25'],
    ],
    [
      'of two days',
      ['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270102'],
      ['2026-12-31', '2027-01-01'],
    ],
    [
      'with a duration in days',
      ['DTSTART;VALUE=DATE:20280228', 'DURATION:P2D'],
      ['2028-02-28', '2028-02-29'],
    ],
    [
      'with a duration in hours',
      ['DTSTART;VALUE=DATE:20261225', 'DURATION:PT48H'],
      ['2026-12-25', '2026-12-26'],
    ],
    ['long before the years', ['DTSTART;VALUE=DATE:20101225'], ['2010-12-25']],
    [
      'on other days too',
      ['DTSTART;VALUE=DATE:20261225', 'RDATE;VALUE=DATE:20270101'],
      ['2026-12-25', '2027-01-01'],
    ],
  ])('%s', (_what, lines, days) => {
    expect(read(aCalendar(lines))).toEqual({ days, leftOut: 0 })
  })

  test.each<[what: string, lines: string[]]>([
    ['with a time of day', ['DTSTART:20261225T090000Z']],
    ['without a day', ['SUMMARY:Some day']],
    ['on a day the calendar has not', ['DTSTART;VALUE=DATE:20260230']],
    ['in half a date', ['DTSTART;VALUE=DATE:2026']],
    ['that ends before it begins', ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261224']],
    ['longer than a year', ['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270103']],
    ['of less than a day', ['DTSTART;VALUE=DATE:20261225', 'DURATION:PT3H']],
    ['of no length that can be read', ['DTSTART;VALUE=DATE:20261225', 'DURATION:long']],
    ['that is cancelled', ['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED']],
    ['every week', ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=WEEKLY']],
    ['every month', ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=MONTHLY;COUNT=3']],
    ['by two rules', ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY', 'RRULE:FREQ=YEARLY;BYMONTH=1']],
    [
      'by a rule that counts from long ago',
      ['DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=YEARLY;COUNT=9999;BYMONTH=1,2,3'],
    ],
  ])('%s is left out', (_what, lines) => {
    expect(read(aCalendar(lines, ['DTSTART;VALUE=DATE:20270101']))).toEqual({
      days: ['2027-01-01'],
      leftOut: 1,
    })
  })
})

describe('an event of every year that began long ago', () => {
  test.each([
    ['alone', '1225', ''],
    ['on 29 February', '0229', ''],
    ['every fifth year', '1225', ';INTERVAL=5'],
    ['on the fourth Thursday', '1101', ';BYMONTH=11;BYDAY=4TH'],
    ['on all days', '0101', ';BYDAY=MO,TU,WE,TH,FR,SA,SU'],
    ['until then', '1225', ';UNTIL=20271225'],
    ['of some months', '0331', ';BYMONTH=3,4,5'],
  ])('%s stands on the same days as one of 400 years later', (_what, day, rule) => {
    const daysSince = (year: string): unknown =>
      read(aCalendar([`DTSTART;VALUE=DATE:${year}${day}`, `RRULE:FREQ=YEARLY${rule}`]))
    expect(daysSince('0004')).toEqual(daysSince('1204'))
    expect(daysSince('1204')).toEqual(daysSince('2004'))
  })

  test('and is counted', () => {
    const counted = (count: number): readonly string[] => [
      ...read(aCalendar(['DTSTART;VALUE=DATE:00041225', `RRULE:FREQ=YEARLY;COUNT=${count}`])).days,
    ]
    expect(counted(2024)).toEqual(['2025-12-25', '2026-12-25', '2027-12-25'])
    expect(counted(2021)).toEqual([])
  })
})

describe('a calendar that takes its reader apart is refused with a sentence', () => {
  const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join('\r\n')
  const calendar = (body: string): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${body}END:VCALENDAR\r\n`
  const everyDay = event(
    'DTSTART;VALUE=DATE:00010101',
    `RRULE:FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 366 }, (_, index) => index + 1).join(',')}`,
  )

  test.each([
    ['nested', 'BEGIN:VCALENDAR\r\n'.repeat(100_000), 'its parts are nested more than 10 deep'],
    ['of many events', calendar(event('UID:x').repeat(30_000)), 'it has more than 20000 events'],
    [
      'of many lines',
      calendar(event('X-NOTE:a\r\n'.repeat(1000)).repeat(150)),
      'it has more than 150000 lines and list items',
    ],
    [
      'of an event of many lines',
      calendar(event('EXDATE;VALUE=DATE:20261225\r\n'.repeat(5000))),
      'one of its events has more than 5000 lines and list items',
    ],
    [
      'of a long list of days',
      calendar(event(`EXDATE;VALUE=DATE:20261225${',20261225'.repeat(150_001)}`)),
      'it has more than 150000 lines and list items',
    ],
    [
      'of folded lines',
      calendar(event(`SUMMARY:${'\r\n a'.repeat(150_001)}`)),
      'one of its events has more than 5000 lines and list items',
    ],
    [
      'of endless parameters',
      calendar(event(`DTSTART${';a=b'.repeat(100_000)}:20260101`)),
      'one of its lines does not end',
    ],
    [
      'of folded parameters',
      calendar(event(`DTSTART${'\r\n ;a=b'.repeat(10_000)}:20260101`)),
      'one of its lines does not end',
    ],
  ])('%s', (_what, text, why) => {
    expect(() => calendarDays(text, years)).toThrow(`The file is not a calendar of holidays: ${why}.`)
  })

  test.each([
    ['many rules for every day', calendar(everyDay.repeat(100))],
    [
      'many long events',
      calendar(event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101').repeat(10_000)),
    ],
    [
      'many counted rules of long ago',
      calendar(event('DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=YEARLY;COUNT=2000').repeat(1_000)),
    ],
  ])('%s', (_what, text) => {
    expect(() => calendarDays(text, years)).toThrow('The events of this calendar have more than 100000 days.')
  })
})

describe('an event of every year', () => {
  const thanksgivings = [
    '2025-11-27',
    '2026-11-26',
    '2027-11-25',
    '2028-11-23',
    '2029-11-22',
    '2030-11-28',
    '2031-11-27',
  ]
  test.each<[what: string, lines: string[], days: string[]]>([
    [
      'stands once where it comes back after all years',
      ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY;INTERVAL=999999999'],
      ['2026-12-25'],
    ],
    [
      'stands in each of the years',
      ['DTSTART;VALUE=DATE:20001225', 'RRULE:FREQ=YEARLY'],
      [2025, 2026, 2027, 2028, 2029, 2030, 2031].map((year) => `${year}-12-25`),
    ],
    [
      'does not stand before it began',
      ['DTSTART;VALUE=DATE:20300101', 'RRULE:FREQ=YEARLY'],
      ['2030-01-01', '2031-01-01'],
    ],
    [
      'ends',
      ['DTSTART;VALUE=DATE:20241225', 'RRULE:FREQ=YEARLY;UNTIL=20261225'],
      ['2025-12-25', '2026-12-25'],
    ],
    ['is counted', ['DTSTART;VALUE=DATE:20241225', 'RRULE:FREQ=YEARLY;COUNT=2'], ['2025-12-25']],
    [
      'may come every other year',
      ['DTSTART;VALUE=DATE:20241225', 'RRULE:FREQ=YEARLY;INTERVAL=2'],
      ['2026-12-25', '2028-12-25', '2030-12-25'],
    ],
    [
      'may be a weekday of a month',
      ['DTSTART;VALUE=DATE:20001123', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
      thanksgivings,
    ],
    [
      'comes on 29 February in leap years only',
      ['DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY'],
      ['2028-02-29'],
    ],
    [
      'never comes on 30 February',
      ['DTSTART;VALUE=DATE:20200201', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
      [],
    ],
    [
      'takes all its days',
      ['DTSTART;VALUE=DATE:20301231', 'DTEND;VALUE=DATE:20310102', 'RRULE:FREQ=YEARLY;COUNT=1'],
      ['2030-12-31', '2031-01-01'],
    ],
    [
      'leaves out single years',
      ['DTSTART;VALUE=DATE:20291225', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20301225'],
      ['2029-12-25', '2031-12-25'],
    ],
  ])('%s', (_what, lines, days) => {
    expect(read(aCalendar(lines))).toEqual({ days, leftOut: 0 })
  })

  test('is moved in a single year', () => {
    const calendar = aCalendar(
      ['UID:day-off', 'DTSTART;VALUE=DATE:20291225', 'RRULE:FREQ=YEARLY'],
      ['UID:day-off', 'RECURRENCE-ID;VALUE=DATE:20301225', 'DTSTART;VALUE=DATE:20301227'],
      ['UID:other', 'DTSTART;VALUE=DATE:20301225', 'RRULE:FREQ=YEARLY;COUNT=1'],
    )
    const days = ['2029-12-25', '2030-12-25', '2030-12-27', '2031-12-25']
    expect(read(calendar)).toEqual({ days, leftOut: 0 })
    expect(read(calendar.replace('UID:other', 'UID:day-off')).days).toEqual(
      days.filter((day) => day !== '2030-12-25'),
    )
  })
})

test('several calendars in one file are one', () => {
  const two = aCalendar(['DTSTART;VALUE=DATE:20261225']) + aCalendar(['DTSTART;VALUE=DATE:20270101'])
  expect(read(two)).toEqual({ days: ['2026-12-25', '2027-01-01'], leftOut: 0 })
})

test('a calendar without events has no days', () => {
  expect(read(aCalendar())).toEqual({ days: [], leftOut: 0 })
})

const noCalendar = {
  kind: 'failed',
  message: 'The file is not a readable calendar.',
  hint: 'Name an iCalendar file (.ics).',
}

test.each([
  ['nothing', ''],
  ['words', 'Christmas is on 25 December.'],
  ['a page', '<!DOCTYPE html>\n<title>Holidays: sign in</title>'],
  ['a line of one', 'DTSTART;VALUE=DATE:20261225'],
  ['half of one', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225'],
  ['a rule it has not', aCalendar(['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=SOMETIMES'])],
  ['an address card', 'BEGIN:VCARD\nFN:Gary Lee\nEND:VCARD'],
  ['a calendar and an address card', `${aCalendar()}BEGIN:VCARD\nFN:Gary Lee\nEND:VCARD`],
])('%s is no calendar', (_what, text) => {
  expect(() => calendarDays(text, years)).toThrow(expect.objectContaining(noCalendar))
})

/** The refusal of a text as a calendar, or that it was read; anything else is thrown on. */
function outcome(text: string): { message: string } {
  try {
    calendarDays(text, years)
    return { message: 'Read.' }
  } catch (error) {
    if (error instanceof FuError) return error
    throw error
  }
}

test('any text is read or refused in words', () => {
  const line = fc.constantFrom(
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'DTSTART;VALUE=DATE:20261225',
    'DTSTART;VALUE=DATE:00000000',
    'DTSTART;VALUE=DATE:99991231',
    'DTEND;VALUE=DATE:20261225T',
    'DURATION:-P1D',
    'RRULE:FREQ=YEARLY;BYMONTH=2',
    'RRULE:FREQ=YEARLY;BYDAY=99MO',
    'EXDATE:,,',
    'UID;X=":',
    'BEGIN:__proto__',
  )
  const lines = fc.array(fc.oneof({ weight: 9, arbitrary: line }, fc.string()), { maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.boolean(), (some, inEvent) => {
      const text = inEvent ? aCalendar(some) : some.join('\n')
      expect(outcome(text)).toMatchObject({
        message: expect.stringMatching(/^(?:Read|The file is not a readable calendar)\.$/),
      })
    }),
    runs(500),
  )
})
