import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateWords, dueWords } from '../../../../src/domain/date-words.ts'
import { addDays, clockTime, partsOf } from '../../../../src/domain/day.ts'
import { dateOrderOf } from '../../../../src/parse/settings/setting-values.ts'
import { aDay } from '../../../support/facts.ts'
import { contextAt, reading } from '../../../support/phrase-readings.ts'
import { runs } from '../../../support/runs.ts'

const locales =
  'de-DE de-AT de-CH fr-FR fr-CA fr-CH fr-BE es-ES es-MX es-AR it-IT it-CH pt-PT pt-BR nl-NL nl-BE en-US en-GB en-CA'
const today = aDay('2026-11-25')
const aClockTime = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => clockTime(hour, minute))
// The first year in which a phrase may lie is 1900.
const aDistance = fc.integer({ min: -46_000, max: 300_000 })
const thisYear = fc.integer({ min: -328, max: 36 })
const closeDistance = fc.integer({ min: 0, max: 36 })

describe.each(locales.split(' '))('a date printed in %s', (locale) => {
  const words = dateWords(locale)
  const context = contextAt('2026-11-25 00:00', 'either', { dates: dateOrderOf(locale), locale })

  test('with its year is read as that day', () => {
    fc.assert(
      fc.property(fc.oneof(aDistance, closeDistance), aClockTime, (distance, time) => {
        const day = addDays(today, distance)
        const otherYear = aDay(`${partsOf(day).year === 2000 ? 2001 : 2000}-01-01`)
        const { year, month, dayOfMonth } = partsOf(day)
        const texts = [
          words.long(day),
          words.short(day, otherYear),
          words.yearly({ year, month, day: dayOfMonth }),
        ]
        for (const text of texts) {
          expect(reading(text, context)).toBe(day)
          expect(reading(text.toUpperCase(), context)).toBe(day)
        }
        expect(reading(dueWords({ day, time }, otherYear, words), context)).toBe(`${day} ${time}`)
      }),
      runs(200),
    )
  })

  test('of this year, that has been or is to come, is read as that day', () => {
    fc.assert(
      fc.property(thisYear, aClockTime, (distance, time) => {
        const day = addDays(today, distance)
        expect(reading(words.short(day, today), context)).toBe(day)
        expect(reading(dueWords({ day, time }, today, words), context)).toBe(`${day} ${time}`)
      }),
      runs(200),
    )
  })

  test('without its year is read as that day of this year', () => {
    fc.assert(
      fc.property(closeDistance, aClockTime, (distance, time) => {
        const day = addDays(today, distance)
        const { month, dayOfMonth } = partsOf(day)
        expect(reading(words.short(day, today), context)).toBe(day)
        expect(reading(words.yearly({ year: null, month, day: dayOfMonth }), context)).toBe(day)
        expect(reading(dueWords({ day, time }, today, words), context)).toBe(`${day} ${time}`)
      }),
      runs(100),
    )
  })
})
