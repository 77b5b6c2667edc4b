import { describe, expect, test } from 'vitest'
import { readDayPhrase } from '../../../src/parse/phrase/day-phrase.ts'
import { contextAt } from '../../support/phrase-readings.ts'
import { refusalOf } from '../../support/refusals.ts'

type Refusal = [phrase: string, message: string, hint: string]

const wednesday = '2026-11-25 14:20'
const ahead = contextAt(wednesday)
const back = contextAt(wednesday, 'back')

const anyDay = 'Try "tomorrow", "fri 10:30", "3d", "next week" or "27 nov".'
const clock = 'Try "15:30", "3pm" or "3:30pm".'
const years = 'Years are written in full, from 1900 to 9999.'

describe('the past, ahead', () => {
  const instead = 'Try "today", "tomorrow" or "fri".'
  test.each<Refusal>([
    ['yesterday', '"yesterday" is Tue 24 Nov, which is in the past.', instead],
    ['2 days ago', '"2 days ago" is Mon 23 Nov, which is in the past.', instead],
    ['last fri', '"last fri" is Fri 20 Nov, which is in the past.', instead],
    ['last week', '"last week" is Mon 16 Nov, which is in the past.', instead],
    ['2026-11-24', '"2026-11-24" is Tue 24 Nov, which is in the past.', instead],
    ['24 nov 2025', '"24 nov 2025" is Mon 24 Nov 2025, which is in the past.', instead],
    ['today 14:19', '"today 14:19" is Wed 25 Nov 14:19, which is in the past.', 'Try "tomorrow 14:19".'],
    ['this morning', '"this morning" is Wed 25 Nov 09:00, which is in the past.', 'Try "tomorrow 09:00".'],
    ['5m ago', '"5m ago" is Wed 25 Nov 14:15, which is in the past.', 'Try "tomorrow 14:15".'],
  ])('%s', (phrase, message, hint) => {
    expect(refusalOf(() => readDayPhrase(phrase, ahead))).toEqual({ message, hint })
  })
})

describe('the future, back', () => {
  const instead = 'Try "yesterday", "last fri" or "3 days ago".'
  test.each<Refusal>([
    ['tomorrow', '"tomorrow" is Thu 26 Nov, which is in the future.', instead],
    ['next week', '"next week" is Mon 30 Nov, which is in the future.', instead],
    ['this fri', '"this fri" is Fri 27 Nov, which is in the future.', instead],
    ['27 nov 2026', '"27 nov 2026" is Fri 27 Nov, which is in the future.', instead],
    ['3d', '"3d" is Sat 28 Nov, which is in the future.', 'Try "3 days ago".'],
    ['in a week', '"in a week" is Wed 2 Dec, which is in the future.', 'Try "1 week ago".'],
    ['2h', '"2h" is Wed 25 Nov 16:20, which is in the future.', 'Try "2 hours ago".'],
    ['today 14:21', '"today 14:21" is Wed 25 Nov 14:21, which is in the future.', 'Try "yesterday 14:21".'],
  ])('%s', (phrase, message, hint) => {
    expect(refusalOf(() => readDayPhrase(phrase, back))).toEqual({ message, hint })
  })
})

describe('days and times that are none', () => {
  test.each<Refusal>([
    ['30 feb', '"30 feb": February has no 30th.', 'Its last day is "28 feb".'],
    ['feb 30', '"feb 30": February has no 30th.', 'Its last day is "28 feb".'],
    ['31 nov', '"31 nov": November has no 31st.', 'Its last day is "30 nov".'],
    ['29 feb 2027', '"29 feb 2027": February 2027 has no 29th.', 'Its last day is "28 feb 2027".'],
    ['2027-02-30', '"2027-02-30": February 2027 has no 30th.', 'Its last day is "28 feb 2027".'],
    ['30/2', '"30/2": February has no 30th.', 'Its last day is "28 feb".'],
    ['2026-13-01', 'There is no month 13 in "2026-13-01".', 'Months run from 1 to 12.'],
    ['31/13', 'There is no month 13 in "31/13".', 'Months run from 1 to 12.'],
    ['the 32nd', 'No month has a 32nd.', 'The days of a month run from "the 1st" to "the 31st".'],
    ['27 nov 27', '"27" is not a year in "27 nov 27".', years],
    ['27/11/27', '"27" is not a year in "27/11/27".', years],
    ['27 nov 1850', '"27 nov 1850" is too long ago.', years],
    ['27 nov 12026', '"12026" is not a year in "27 nov 12026".', years],
    ['25:00', '"25:00" is not a time of day.', clock],
    ['fri 24:00', '"24:00" is not a time of day.', clock],
    ['fri 10:75', '"10:75" is not a time of day.', clock],
    ['13pm', '"13pm" is not a time of day.', clock],
    ['fri 0am', '"0am" is not a time of day.', clock],
    [
      'midnight',
      '"midnight" may be the start of the day or its end.',
      'Try "00:00" for the start, or "23:59" for the end.',
    ],
    [
      'fri midnight',
      '"midnight" may be the start of the day or its end.',
      'Try "00:00" for the start, or "23:59" for the end.',
    ],
    ['0d', '"0d" counts nothing.', 'Try "today" or "now".'],
    ['in 0 minutes', '"0 minutes" counts nothing.', 'Try "today" or "now".'],
    ['99999999d', '"99999999d" is too far away.', 'The most is 36500 days.'],
    ['in 101 years', '"101 years" is too far away.', 'The most is 100 years.'],
  ])('%s', (phrase, message, hint) => {
    expect(refusalOf(() => readDayPhrase(phrase, ahead))).toEqual({ message, hint })
  })

  test.each([
    'tomorrow',
    'fri',
    'next fri',
    'next week',
    'next month',
    'in 2 days',
    '1wd',
    '3wd',
    'in a week',
    'a month',
    'in 5 years',
    'in 24 hours',
  ])('a day beyond the last year: %s', (phrase) => {
    expect(refusalOf(() => readDayPhrase(phrase, contextAt('9999-12-31 10:00')))).toEqual({
      message: `"${phrase}" is after the year 9999.`,
      hint: 'Try "today".',
    })
  })

  test('09:00 of the day after the last one, and working days that run past it', () => {
    expect(refusalOf(() => readDayPhrase('9:00', contextAt('9999-12-31 10:00'))).message).toContain(
      'is after the year 9999.',
    )
    expect(refusalOf(() => readDayPhrase('3wd', contextAt('9999-12-29 10:00'))).message).toBe(
      '"3wd" is after the year 9999.',
    )
  })

  test.each(['2wd', 'fri', '2d', 'eow', 'eom', 'in 60 hours', '31 dec'])(
    'the last day there is, read on the Wednesday before it: %s',
    (phrase) => {
      expect(readDayPhrase(phrase, contextAt('9999-12-29 10:00')).day).toBe('9999-12-31')
    },
  )
})

describe('phrases that mean two things', () => {
  test.each<Refusal>([
    [
      '3/4',
      '"3/4" may be 3 April or 4 March.',
      'Try "3 apr" or "4 mar", or set the order with fu config dates.',
    ],
    [
      '3.4.2027',
      '"3.4.2027" may be 3 April or 4 March.',
      'Try "3 apr 2027" or "4 mar 2027", or set the order with fu config dates.',
    ],
    [
      '5',
      '"5" alone may be a number of days, a day of the month or an hour.',
      'Try "5d", "the 5th" or "05:00".',
    ],
    ['50', '"50" alone may be a number of days, a day of the month or an hour.', 'Try "50d".'],
    ['27.11', '"27.11" has one dot: a day has two, and a time has a colon.', 'Try "27.11.".'],
    ['fri 15.30', '"fri 15.30" has one dot: a day has two, and a time has a colon.', 'Try "fri 15:30".'],
    ['17h', '"17h" may be an hour of the clock or a number of hours from now.', 'Try "17:00" or "in 17h".'],
    ['24 h', '"24 h" may be an hour of the clock or a number of hours from now.', 'Try "00:00" or "in 24h".'],
    ['fri at 3', '"at 3" may be in the morning or in the afternoon.', 'Try "03:00" or "15:00".'],
    ['tomorrow at 25', '"25" is not a time of day.', 'Try "15:30", "3pm" or "3:30pm".'],
    ['25 uhr', '"25 uhr" is not a time of day.', 'Try "15:30", "3pm" or "3:30pm".'],
    ['nov', '"nov" is a month, not a day.', 'Try "1 nov".'],
    ['nov 2027', '"nov 2027" is a month, not a day.', 'Try "1 nov 2027".'],
    [
      'thu 27 nov',
      '"thu 27 nov" does not fit: that day is Friday 27 November 2026.',
      'Try "27 nov" or "thu".',
    ],
  ])('%s', (phrase, message, hint) => {
    expect(refusalOf(() => readDayPhrase(phrase, ahead))).toEqual({ message, hint })
  })

  test('a date that fits only the other order names it', () => {
    expect(
      refusalOf(() => readDayPhrase('27/11', contextAt(wednesday, 'ahead', { dates: 'month-first' }))),
    ).toEqual({
      message: '"27/11" is only a date with the day first, but dates are read with the month first.',
      hint: 'Try "27 nov", or set the order with fu config dates day-first.',
    })
    expect(
      refusalOf(() => readDayPhrase('11.27.2027', contextAt(wednesday, 'ahead', { dates: 'day-first' }))),
    ).toEqual({
      message: '"11.27.2027" is only a date with the month first, but dates are read with the day first.',
      hint: 'Try "27 nov 2027", or set the order with fu config dates month-first.',
    })
  })
})

describe('phrases that are not known', () => {
  test.each<Refusal>([
    ['days', '"days" is not a date I know.', anyDay],
    ['', 'An empty text is not a date.', anyDay],
    ['  ', 'An empty text is not a date.', anyDay],
    ['blue', '"blue" is not a date I know.', anyDay],
    ['next blue', '"next blue" is not a date I know.', 'Try "next fri", "next week" or "next month".'],
    ['next decade', '"next decade" is not a date I know.', 'Try "next fri", "next week" or "next month".'],
    ['in 3', '"in 3" is not a date I know.', 'Try "in 3 days", "in 2 working days" or "in an hour".'],
    ['fri or sat', '"fri or sat" is not a date I know.', anyDay],
    ['fri 10:30 11:30', '"fri 10:30 11:30" is not a date I know.', anyDay],
    ['now 10:30', '"now 10:30" is not a date I know.', anyDay],
    [
      '10m 10:30',
      '"10m 10:30" is not a date I know.',
      'Try "in 3 days", "in 2 working days" or "in an hour".',
    ],
    ['on 3d', '"on 3d" is not a date I know.', anyDay],
    ['tomorow', '"tomorow" is not a date I know.', 'Did you mean "tomorrow"?'],
    ['tomorow 10:30', '"tomorow 10:30" is not a date I know.', 'Did you mean "tomorrow 10:30"?'],
    ['firday', '"firday" is not a date I know.', 'Did you mean "friday"?'],
    ['nxt wek', '"nxt wek" is not a date I know.', 'Did you mean "next week"?'],
    ['3 dyas', '"3 dyas" is not a date I know.', 'Did you mean "3 days"?'],
    ['27 novmber', '"27 novmber" is not a date I know.', 'Did you mean "27 november"?'],
    ['3pm fri', '"3pm fri" has the time before the day.', 'Try "fri 3pm".'],
    ['noon on 27 nov', '"noon on 27 nov" has the time before the day.', 'Try "27 nov noon".'],
    ['x'.repeat(101), `"${'x'.repeat(30)}…" is too long for a date.`, anyDay],
  ])('%s', (phrase, message, hint) => {
    expect(refusalOf(() => readDayPhrase(phrase, ahead))).toEqual({ message, hint })
  })

  test('looking back, what is offered lies back', () => {
    expect(refusalOf(() => readDayPhrase('blue', back)).hint).toBe(
      'Try "yesterday", "fri 10:30", "last fri", "3 days ago" or "27 nov".',
    )
    expect(refusalOf(() => readDayPhrase('5', back)).hint).toBe('Try "5 days ago", "the 5th" or "05:00".')
    expect(refusalOf(() => readDayPhrase('last blue', back)).hint).toBe(
      'Try "last fri", "last week" or "last month".',
    )
  })
})
