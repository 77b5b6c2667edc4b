import { describe, expect, test } from 'vitest'
import { contextAt, reading } from '../../support/phrase-readings.ts'

const wednesday = '2026-11-25 14:20'

describe('at Wed 2026-11-25 14:20, ahead', () => {
  test.each<[reads: string, ...phrases: string[]]>([
    ['2026-11-25', 'today', 'tod'],
    ['2026-11-25 14:20', 'now'],
    ['2026-11-26', 'tomorrow', 'tom', 'tmr', 'by tomorrow'],
    ['2026-11-27', 'fri', 'friday', 'on fri', 'on friday', 'by fri', 'this fri', 'this friday'],
    ['2026-11-30', 'mon', 'monday'],
    ['2026-12-01', 'tue', 'tues', 'tuesday'],
    ['2026-12-02', 'wed', 'weds', 'wednesday', 'this wed'],
    ['2026-11-26', 'thu', 'thur', 'thurs', 'thursday'],
    ['2026-11-28', 'sat', 'saturday'],
    ['2026-11-29', 'sun', 'sunday'],
    ['2026-12-04', 'next fri', 'next friday', 'on next friday'],
    ['2026-12-02', 'next wed'],
    ['2026-11-30', 'next mon'],
    ['2026-12-06', 'next sun'],
    [
      '2026-11-28',
      '3d',
      '3 d',
      '+3d',
      '+3 days',
      'in 3d',
      'in 3 days',
      '3 days',
      'in three days',
      'three days',
    ],
    ['2026-11-26', '1d', '1 day', 'in a day', 'in 1 day', 'in one day'],
    ['2026-12-09', '2w', '+2w', '2wk', '2 wks', 'in 2 weeks', 'in two weeks'],
    ['2026-12-02', '1w', 'in a week', 'a week', '1 week'],
    ['2027-01-25', '2mo', 'in 2 months', '2 months', 'in 2 mos'],
    ['2027-11-25', '1y', 'in a year', '1 yr', '1 year'],
    ['2028-11-25', '2 years', '2 yrs'],
    ['2026-11-27', '2wd', '+2wd', 'in 2wd', 'in 2 working days', '2 workdays'],
    ['2026-11-30', '3wd', 'in 3 working days'],
    ['2026-11-26', 'in a working day', '1 workday'],
    [
      '2026-11-25 14:30',
      '10m',
      '+10m',
      '10 min',
      'in 10 mins',
      'in 10 minutes',
      '10 minutes',
      'in ten minutes',
    ],
    ['2026-11-25 14:21', 'in a minute', '1m'],
    ['2026-11-25 15:20', 'in an hour', 'an hour', '1h', '1 hr', 'in 1 hour'],
    ['2026-11-25 16:20', '2h', 'in 2 hours', '2 hrs'],
    ['2026-11-26 00:20', '10h', 'in 600 minutes'],
    ['2026-11-27 14:20', '48h'],
    ['2026-11-30', 'next week'],
    ['2026-12-01', 'next month'],
    ['2027-01-01', 'next year'],
    ['2026-11-27', 'day after tomorrow', 'the day after tomorrow', 'by the day after tomorrow', '27-11-2026'],
    ['2026-11-27', 'eow', 'end of week', 'end of the week', 'by eow', 'by end of week'],
    ['2026-11-30', 'eom', 'end of month', 'end of the month', 'by eom'],
    ['2026-12-04', 'end of next week', 'by end of next week'],
    ['2026-12-31', 'end of next month', 'eoy', 'end of year', 'end of the year', 'end of december'],
    ['2027-12-31', 'end of next year'],
    ['2027-01-29', 'end of january', 'by end of jan'],
    ['2026-12-15', 'mid december', 'mid-dec', 'by mid december'],
    ['2026-12-16', '3 weeks from today', '3w from now', 'in 3 weeks from today'],
    ['2026-11-25 15:30', '3.30pm', '15h30', 'today 15h30', 'today at 3.30 pm'],
    ['2026-11-25 15:00', '15 uhr', 'today at 15', 'today 15:00 uhr'],
    ['2026-11-27 10:00', 'fri at 10', 'friday at 10', 'on friday at 10'],
    ['2026-11-26 10:00', 'at 10', 'tomorrow at 10'],
    ['2026-11-26 07:20', 'in 17h', '+17h', '17 hours'],
    ['2026-12-03', 'the 3rd', '3rd', 'on the 3rd', 'by the 3rd'],
    ['2026-11-25', 'the 25th', '25th'],
    ['2026-12-24', 'the 24th'],
    ['2026-12-31', 'the 31st'],
    [
      '2026-11-27',
      '27 nov',
      '27th nov',
      '27th of november',
      'the 27th of november',
      'on 27 nov',
      'by 27 nov',
    ],
    ['2026-11-27', 'nov 27', 'nov 27th', 'november 27', 'november 27th', 'on november 27th'],
    ['2026-11-25', '25 nov', 'nov 25'],
    ['2027-11-24', '24 nov', 'nov 24'],
    ['2027-01-01', '1 jan', 'january 1st'],
    ['2027-02-01', '1 feb', '1 february'],
    ['2027-03-01', '1 mar', '1 march'],
    ['2027-04-01', '1 apr', '1 april'],
    ['2027-05-01', '1 may', 'may 1'],
    ['2027-06-01', '1 jun', '1 june'],
    ['2027-07-01', '1 jul', '1 july'],
    ['2027-08-01', '1 aug', '1 august'],
    ['2027-09-01', '1 sep', '1 sept', '1 september'],
    ['2027-10-01', '1 oct', '1 october'],
    ['2026-12-01', '1 dec', '1 december'],
    ['2028-02-29', '29 feb', 'feb 29'],
    ['2027-11-27', '27 nov 2027', 'nov 27 2027', 'nov 27th, 2027', '2027-11-27', '27/11/2027', '27.11.2027'],
    ['2027-01-05', '2027-01-05', '2027-1-5'],
    ['9999-12-31', '9999-12-31', '31 dec 9999'],
    ['2026-11-27', '27/11', '11/27', '27.11.', '11.27.', '27/11/2026', '11/27/2026'],
    ['2027-05-05', '5/5', '5.5.'],
    [
      '2026-11-27',
      'fri 27 nov',
      'Fri, 27 Nov',
      'fri nov 27',
      'Friday 27 November 2026',
      'fri 27/11',
      'fri the 27th',
    ],
    [
      '2026-11-27 10:30',
      'fri 10:30',
      'fri at 10:30',
      'fri by 10:30',
      'on fri at 10:30',
      'fri 10:30am',
      'fri 10:30 am',
    ],
    ['2026-11-26 15:00', 'tomorrow 3pm', 'tomorrow 3 pm', 'tomorrow at 3pm', 'tom 3:00pm', 'tmr 15:00'],
    ['2026-11-26 15:30', 'tomorrow 3:30pm', 'tomorrow at 3:30 pm'],
    [
      '2026-11-27 15:00',
      '2026-11-27 15:00',
      '2026-11-27T15:00',
      '27 nov 3pm',
      'nov 27 3 pm',
      'fri 27 nov 15:00',
    ],
    ['2026-11-28 10:30', '3d 10:30', 'in 3 days 10:30', '+3d at 10:30'],
    ['2026-11-28 15:00', 'in 3 days at 3pm'],
    ['2026-11-30 10:00', 'next week 10:00', 'next week at 10am'],
    ['2026-12-03 09:05', 'the 3rd 9:05', 'the 3rd at 09:05'],
    ['2026-11-26 10:30', '10:30', 'at 10:30', 'by 10:30', '10:30am'],
    ['2026-11-25 14:20', '14:20', '2:20pm'],
    ['2026-11-26 14:19', '14:19'],
    ['2026-11-25 15:00', '15:00', '3pm', '3 pm', 'at 3pm', 'by 3pm'],
    ['2026-11-26 00:00', '12am', '00:00', '0:00'],
    ['2026-11-26 12:00', '12pm', 'noon', 'midday', 'at noon'],
    ['2026-11-26 09:00', 'morning', 'tomorrow morning'],
    ['2026-11-26 14:00', 'afternoon', 'tomorrow afternoon'],
    ['2026-11-25 18:00', 'evening', 'this evening', 'today evening', 'tonight'],
    ['2026-11-25 17:00', 'eod', 'end of day', 'today eod', 'by eod', 'today by end of day'],
    ['2026-11-27 17:00', 'fri eod', 'fri end of day', 'eow eod', '27 nov eod'],
    ['2026-11-27 09:00', 'fri morning'],
    ['2026-11-27 12:00', 'fri noon', 'fri 12pm'],
    ['2026-11-27 14:00', 'fri afternoon'],
    ['2026-11-27 18:00', 'fri evening'],
    ['2026-11-27 00:00', 'fri 12am'],
  ])('%s', (reads, ...phrases) => {
    const readings = phrases.map((phrase) => [phrase, reading(phrase, contextAt(wednesday))])
    expect(readings).toEqual(phrases.map((phrase) => [phrase, reads]))
  })
})

describe('at other moments, ahead', () => {
  test.each<[now: string, phrase: string, reads: string]>([
    ['2026-11-27 09:00', 'fri', '2026-12-04'],
    ['2026-11-27 09:00', 'next fri', '2026-12-04'],
    ['2026-11-27 09:00', 'eow', '2026-11-27'],
    ['2026-11-27 19:00', 'eow', '2026-11-27'],
    ['2026-11-27 09:00', '1wd', '2026-11-30'],
    ['2026-11-27 09:00', 'next week', '2026-11-30'],
    ['2026-11-28 09:00', 'eow', '2026-12-04'],
    ['2026-11-29 12:00', 'eow', '2026-12-04'],
    ['2026-11-29 12:00', 'fri', '2026-12-04'],
    ['2026-11-29 12:00', 'next fri', '2026-12-04'],
    ['2026-11-29 12:00', 'sun', '2026-12-06'],
    ['2026-11-29 12:00', 'next week', '2026-11-30'],
    ['2026-11-29 12:00', '1wd', '2026-11-30'],
    ['2027-01-30 12:00', 'eom', '2027-02-26'],
    ['2027-01-29 12:00', 'eom', '2027-01-29'],
    ['2026-01-31 10:00', '1mo', '2026-02-28'],
    ['2026-01-31 10:00', '2mo', '2026-03-31'],
    ['2026-01-31 10:00', 'the 31st', '2026-01-31'],
    ['2026-02-01 10:00', 'the 31st', '2026-03-31'],
    ['2026-02-01 10:00', 'the 30th', '2026-03-30'],
    ['2026-01-31 10:00', 'next month', '2026-02-02'],
    ['2028-02-29 10:00', '1y', '2029-02-28'],
    ['2028-02-29 10:00', '29 feb', '2028-02-29'],
    ['2028-03-01 10:00', '29 feb', '2032-02-29'],
    ['2096-03-01 10:00', '29 feb', '2104-02-29'],
    ['2026-12-31 10:00', 'tomorrow', '2027-01-01'],
    ['2026-12-31 10:00', '1 jan', '2027-01-01'],
    ['2026-12-31 10:00', '31 dec', '2026-12-31'],
    ['2026-12-31 10:00', '30 dec', '2027-12-30'],
    ['2026-12-31 10:00', 'next month', '2027-01-01'],
    ['2026-12-31 23:50', '10m', '2027-01-01 00:00'],
    ['2026-11-25 23:50', '10m', '2026-11-26 00:00'],
    ['2026-11-25 23:50', 'in an hour', '2026-11-26 00:50'],
    ['2026-11-25 23:50', 'evening', '2026-11-26 18:00'],
    ['2026-11-25 23:50', '23:55', '2026-11-25 23:55'],
    ['2026-11-25 23:50', 'eod', '2026-11-26 17:00'],
  ])('at %s, %s is %s', (now, phrase, reads) => {
    expect(reading(phrase, contextAt(now))).toBe(reads)
  })
})

describe('with days off', () => {
  const christmas = ['2026-12-25', '2026-12-28', '2026-12-31', '2027-01-01']
  test.each<[now: string, phrase: string, reads: string]>([
    ['2026-12-22 10:00', 'fri', '2026-12-25'],
    ['2026-12-22 10:00', 'eow', '2026-12-24'],
    ['2026-12-22 10:00', 'next week', '2026-12-29'],
    ['2026-12-22 10:00', 'eom', '2026-12-30'],
    ['2026-12-22 10:00', 'next month', '2027-01-04'],
    ['2026-12-24 10:00', '1wd', '2026-12-29'],
    ['2026-12-25 10:00', 'eow', '2026-12-30'],
    ['2026-12-31 10:00', 'eom', '2027-01-29'],
  ])('at %s, %s is %s', (now, phrase, reads) => {
    expect(reading(phrase, contextAt(now, 'ahead', { holidays: christmas }))).toBe(reads)
  })

  test('working days are counted back over them', () => {
    expect(reading('2wd ago', contextAt('2026-12-29 10:00', 'back', { holidays: christmas }))).toBe(
      '2026-12-23',
    )
  })
})

describe('an order of day and month', () => {
  test.each([
    ['27.11', '2026-11-27'],
    ['fri 27.11', '2026-11-27'],
    ['28.2', '2027-02-28'],
    ['27.11.26', '2026-11-27'],
    ['1.2.27 15:30', '2027-02-01 15:30'],
  ])('%s is a date only where the day comes first', (phrase, reads) => {
    expect(reading(phrase, contextAt(wednesday, 'ahead', { dates: 'day-first' }))).toBe(reads)
    expect(() => reading(phrase, contextAt(wednesday, 'ahead', { dates: 'month-first' }))).toThrow(
      phrase.split(' ')[0],
    )
  })

  test.each<[phrase: string, dayFirst: string, monthFirst: string]>([
    ['3/4', '2027-04-03', '2027-03-04'],
    ['3.4.', '2027-04-03', '2027-03-04'],
    ['3/4/2028', '2028-04-03', '2028-03-04'],
  ])('%s', (phrase, dayFirst, monthFirst) => {
    expect(reading(phrase, contextAt(wednesday, 'ahead', { dates: 'day-first' }))).toBe(dayFirst)
    expect(reading(phrase, contextAt(wednesday, 'ahead', { dates: 'month-first' }))).toBe(monthFirst)
  })
})

describe('at Wed 2026-11-25 14:20, back', () => {
  test.each<[reads: string, ...phrases: string[]]>([
    ['2026-11-25', 'today', 'the 25th', '25 nov', '25/11', 'wed 25 nov'],
    ['2026-11-25 14:20', 'now', '14:20', 'today 14:20'],
    ['2026-11-24', 'yesterday', '1d ago', 'a day ago', 'tue', 'last tue', 'on tuesday', 'on last tuesday'],
    [
      '2026-11-23',
      '2 days ago',
      '2d ago',
      'two days ago',
      'mon',
      'last mon',
      '2 working days ago',
      '2wd ago',
    ],
    ['2026-11-20', 'last fri', 'last friday', 'fri', 'on fri', '3wd ago'],
    ['2026-11-18', 'wed', 'last wed', 'a week ago', '1w ago'],
    ['2026-09-25', '2 months ago', '2mo ago'],
    ['2025-11-25', 'a year ago', '1y ago'],
    ['2026-11-25 14:10', '10 minutes ago', '10m ago'],
    ['2026-11-25 12:20', '2 hours ago', '2h ago'],
    ['2026-11-24 23:20', '15 hours ago'],
    ['2026-11-16', 'last week'],
    ['2026-10-01', 'last month'],
    ['2025-01-01', 'last year'],
    ['2026-11-23', 'day before yesterday', 'the day before yesterday'],
    ['2026-11-03', 'the 3rd', '3 nov', 'nov 3'],
    ['2026-10-31', 'the 31st'],
    ['2025-11-27', '27 nov', '27/11', 'thu 27 nov'],
    ['2024-02-29', '29 feb'],
    ['2026-11-25 10:30', '10:30', 'today 10:30'],
    ['2026-11-25 09:00', 'morning', 'this morning'],
    ['2026-11-24 17:00', 'eod', 'yesterday eod', 'tue eod'],
    ['2026-11-24 15:00', '3pm', 'yesterday 3pm', '1d ago at 3pm'],
  ])('%s', (reads, ...phrases) => {
    const readings = phrases.map((phrase) => [phrase, reading(phrase, contextAt(wednesday, 'back'))])
    expect(readings).toEqual(phrases.map((phrase) => [phrase, reads]))
  })
})

describe('at Wed 2026-11-25 14:20, either way', () => {
  test.each<[phrase: string, reads: string]>([
    ['fri', '2026-11-27'],
    ['wed', '2026-12-02'],
    ['24 nov', '2027-11-24'],
    ['the 3rd', '2026-12-03'],
    ['3d', '2026-11-28'],
    ['10:30', '2026-11-26 10:30'],
    ['today 10:30', '2026-11-25 10:30'],
    ['this morning', '2026-11-25 09:00'],
    ['yesterday', '2026-11-24'],
    ['3 days ago', '2026-11-22'],
    ['last fri', '2026-11-20'],
    ['2020-02-29', '2020-02-29'],
    ['24 nov 2026', '2026-11-24'],
    ['1 jan 1900', '1900-01-01'],
  ])('%s is %s', (phrase, reads) => {
    expect(reading(phrase, contextAt(wednesday, 'either'))).toBe(reads)
  })
})
