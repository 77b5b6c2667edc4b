import { afterEach, expect, test, vi } from 'vitest'
import { dateWords, dueWords } from '../../src/domain/date-words.ts'
import { aDay, aDue } from '../support/facts.ts'

const now = aDay('2026-11-25')

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  [null, 'Fri 27 Nov', 'Sat 27 Nov 2027', 'Tuesday 1 December 2026'],
  ['en', 'Fri 27 Nov', 'Sat 27 Nov 2027', 'Tuesday 1 December 2026'],
  ['en-GB', 'Fri 27 Nov', 'Sat 27 Nov 2027', 'Tuesday 1 December 2026'],
  ['en-AU', 'Fri 27 Nov', 'Sat 27 Nov 2027', 'Tuesday 1 December 2026'],
  ['en-US', 'Fri, Nov 27', 'Sat, Nov 27, 2027', 'Tuesday, December 1, 2026'],
  ['de-DE', 'Fr., 27. Nov.', 'Sa., 27. Nov. 2027', 'Dienstag, 1. Dezember 2026'],
])('in the locale %s', (locale, sameYear, otherYear, long) => {
  const words = dateWords(locale)
  for (const zone of ['UTC', 'Pacific/Apia', 'Pacific/Pago_Pago']) {
    vi.stubEnv('TZ', zone)
    expect(words.short(aDay('2026-11-27'), now)).toBe(sameYear)
    expect(words.short(aDay('2027-11-27'), now)).toBe(otherYear)
    expect(words.long(aDay('2026-12-01'))).toBe(long)
  }
})

test('a language whose name begins like English is not English', () => {
  expect(dateWords('enm').long(aDay('2026-12-01'))).not.toBe('')
  expect(dateWords('es').long(aDay('2026-12-01'))).toBe('martes, 1 de diciembre de 2026')
})

test('every weekday and every month has its name', () => {
  const { long } = dateWords(null)
  const months = Array.from({ length: 12 }, (_, month) =>
    long(aDay(`2026-${String(month + 1).padStart(2, '0')}-15`)),
  )
  expect(months).toEqual([
    'Thursday 15 January 2026',
    'Sunday 15 February 2026',
    'Sunday 15 March 2026',
    'Wednesday 15 April 2026',
    'Friday 15 May 2026',
    'Monday 15 June 2026',
    'Wednesday 15 July 2026',
    'Saturday 15 August 2026',
    'Tuesday 15 September 2026',
    'Thursday 15 October 2026',
    'Sunday 15 November 2026',
    'Tuesday 15 December 2026',
  ])
})

test('a due is a day, and a time where it has one', () => {
  expect(dueWords(aDue('2026-11-27'), now, dateWords(null))).toBe('Fri 27 Nov')
  expect(dueWords(aDue('2026-11-27 10:30'), now, dateWords('en-US'))).toBe('Fri, Nov 27 10:30')
})
