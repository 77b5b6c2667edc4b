import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateWords, dueWords } from '../../../../src/domain/date-words.ts'
import { addDays, clockTime } from '../../../../src/domain/day.ts'
import { dateOrderOf } from '../../../../src/parse/settings/setting-values.ts'
import { aDay } from '../../../support/facts.ts'
import { contextAt, reading } from '../../../support/phrase-readings.ts'
import { refusalOf } from '../../../support/refusals.ts'
import { runs } from '../../../support/runs.ts'

/** Locales without words of their own, in many scripts, orders, digits and calendars. */
const locales =
  'pl-PL sv-SE da-DK nb-NO fi-FI cs-CZ tr-TR ru-RU ja-JP ko-KR ar ar-EG ar-SA he-IL hu-HU el-GR uk-UA zh-CN th-TH ' +
  'fa-IR hi-IN vi-VN ca-ES ro-RO bg-BG sk-SK az-AZ'
const today = aDay('2026-11-25')
const aClockTime = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => clockTime(hour, minute))

describe.each(locales.split(' '))('a date printed in %s', (locale) => {
  const words = dateWords(locale)
  const context = contextAt('2026-11-25 00:00', 'either', { dates: dateOrderOf(locale), locale })

  test('with its year is read as that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700, max: 1000 }), aClockTime, (distance, time) => {
        const day = addDays(today, distance)
        const otherYear = aDay('1999-01-01')
        for (const text of [words.long(day), words.short(day, otherYear)]) {
          expect(reading(text, context)).toBe(day)
          expect(reading(text.toUpperCase(), context)).toBe(day)
        }
        expect(reading(dueWords({ day, time }, otherYear, words), context)).toBe(`${day} ${time}`)
      }),
      runs(30),
    )
  })

  test('without its year, in the past or the future, is read as that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -328, max: 36 }), aClockTime, (distance, time) => {
        const day = addDays(today, distance)
        expect(reading(words.short(day, today), context)).toBe(day)
        expect(reading(dueWords({ day, time }, today, words), context)).toBe(`${day} ${time}`)
      }),
      runs(30),
    )
  })
})

describe('a phrase with the names of a language', () => {
  test.each([
    ['pl', 'piątek', '2026-11-27'],
    ['pl', 'piatek 10:30', '2026-11-27 10:30'],
    ['pl', '3 grudnia', '2026-12-03'],
    ['pl', 'grudzień 3', '2026-12-03'],
    ['sv', 'fre', '2026-11-27'],
    ['sv', '3 december', '2026-12-03'],
    ['da', 'fredag', '2026-11-27'],
    ['da', 'fre. 27. nov.', '2026-11-27'],
    ['nb', 'lør', '2026-11-28'],
    ['nb', '3. des', '2026-12-03'],
    ['fi', 'pe', '2026-11-27'],
    ['fi', '3. joulukuuta', '2026-12-03'],
    ['cs', 'pátek', '2026-11-27'],
    ['cs', '3. prosince', '2026-12-03'],
    ['tr', 'Cuma', '2026-11-27'],
    ['tr', '3 Aralık', '2026-12-03'],
    ['ru', 'пт', '2026-11-27'],
    ['ru', '3 дек.', '2026-12-03'],
    ['ru', 'понедельник', '2026-11-30'],
    ['ja', '金曜日', '2026-11-27'],
    ['ja', '11月27日', '2026-11-27'],
    ['ko', '금요일', '2026-11-27'],
    ['ar', 'الجمعة', '2026-11-27'],
    ['ar', '٢٧ نوفمبر', '2026-11-27'],
    ['ar', '٢٧/١١/٢٠٢٦ ١٠:٣٠', '2026-11-27 10:30'],
    ['he', 'יום שישי', '2026-11-27'],
    ['he', '27 בנובמבר', '2026-11-27'],
    ['th', '3 ธ.ค. 2569', '2026-12-03'],
    // English is read beside them.
    ['pl', 'next fri', '2026-12-04'],
    ['ja', 'tomorrow 3pm', '2026-11-26 15:00'],
    ['ru', 'in 3 days', '2026-11-28'],
  ])('in %s: %s', (locale, phrase, reads) => {
    expect(reading(phrase, contextAt('2026-11-25 14:20', 'ahead', { dates: 'day-first', locale }))).toBe(
      reads,
    )
  })

  test.each([
    ['pl', 'piatke', '"piatke" is not a date I know.', 'Did you mean "piątek"?'],
    ['pl', '31 listopada', '"31 listopada": November has no 31st.', 'Its last day is "30 nov".'],
    ['pl', 'listopad', '"listopad" is a month, not a day.', 'Try "1 listopad".'],
    // May is October in Duala, and March is May in Teso.
    [
      'dua',
      '27 may',
      '"27 may" is 2027-10-27 in your language, and 2027-05-27 in English.',
      'Try "2027-10-27" or "2027-05-27".',
    ],
    [
      'teo',
      '5 mar 2027',
      '"5 mar 2027" is 2027-05-05 in your language, and 2027-03-05 in English.',
      'Try "2027-05-05" or "2027-03-05".',
    ],
    // Only an accent tells Wednesday from Thursday.
    ['sk', 'st', '"st" is not a date I know.', 'Try "tomorrow", "fri 10:30", "3d", "next week" or "27 nov".'],
    [
      'ru',
      'пт, 26 нояб.',
      '"пт 26 нояб." does not fit: that day is четверг, 26 ноября 2026 г..',
      'Try "чт, 26 нояб.".',
    ],
  ])('in %s, %s is refused: %s', (locale, phrase, message, hint) => {
    const context = contextAt('2026-11-25 14:20', 'ahead', { dates: 'day-first', locale })
    expect(refusalOf(() => reading(phrase, context))).toEqual({ message, hint })
  })
})
