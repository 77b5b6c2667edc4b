import { describe, expect, test } from 'vitest'
import { contextAt, reading } from '../../../support/phrase-readings.ts'

const wednesday = '2026-11-25 14:20'
const locales = ['de-DE', 'fr-FR', 'es-ES', 'it-IT', 'pt-BR', 'nl-NL']

describe('a phrase of words that are in two languages is read in that of the user', () => {
  test.each([
    // Tuesday in three languages, where a month alone is no day.
    ['mar', 'es-ES', '2026-12-01'],
    ['mar', 'fr-FR', '2026-12-01'],
    ['mar', 'it-IT', '2026-12-01'],
    ['mar 1', 'es-ES', '2026-12-01'],
    ['mar 1', 'de-DE', '2027-03-01'],
    ['mar 1', 'pt-BR', '2027-03-01'],
    // Behind a number it is the month, in French by way of English.
    ['1 mar', 'es-ES', '2027-03-01'],
    ['1 mar', 'it-IT', '2027-03-01'],
    ['1 mar', 'fr-FR', '2027-03-01'],
    ['1 mar', 'pt-BR', '2027-03-01'],
    ['mar 1 dic', 'es-ES', '2026-12-01'],
    ['mar 2 mar 2027', 'es-ES', '2027-03-02'],
    // August, not so long ago.
    ['3 ago', 'es-ES', '2027-08-03'],
    ['3 ago', 'it-IT', '2027-08-03'],
    ['3 ago', 'pt-BR', '2027-08-03'],
    ['do', 'de-DE', '2026-11-26'],
    ['do', 'nl-NL', '2026-11-26'],
    ['mi', 'de-DE', '2026-12-02'],
    ['di', 'nl-NL', '2026-12-01'],
    ['dom', 'es-ES', '2026-11-29'],
    ['sam', 'fr-FR', '2026-11-28'],
    ['sat', 'fr-FR', '2026-11-28'],
    ['1 set', 'it-IT', '2027-09-01'],
    ['morgen', 'nl-NL', '2026-11-26'],
    ['1 week', 'nl-NL', '2026-12-02'],
  ])('%s in %s', (phrase, locale, reads) => {
    const context = contextAt(wednesday, 'ahead', { dates: 'day-first', locale })
    expect(reading(phrase, context)).toBe(reads)
  })
})

describe.each(locales)('English in %s', (locale) => {
  test.each(
    (
      'today, tod, now, tomorrow, tom, tmr, fri, friday, on friday, this fri, next fri, 3d, +3d, in 3 days, 3 days, 2w, in a week, ' +
      'in 2 months, 1y, 2wd, 10m, in 10 minutes, in an hour, in 2 hours, next week, next month, eow, eom, end of month, the 3rd, ' +
      '3rd, 27 nov, nov 27, november 27th, 27 nov 2027, 2027-11-27, 27/11, 27.11., fri 10:30, tomorrow 3pm, 10:30, 2026-11-27 15:00, ' +
      'tomorrow morning, noon, evening, eod, tue 1 dec, sat, sun, mon, mar 17 2027, may 5, 1 sep'
    ).split(', '),
  )('%s', (phrase) => {
    const context = contextAt(wednesday, 'ahead', { dates: 'day-first' })
    expect(reading(phrase, { ...context, locale })).toBe(reading(phrase, context))
  })
})
