import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, clockTime, type Due } from '../../../src/domain/day.ts'
import { FuError } from '../../../src/domain/errors.ts'
import { periodText } from '../../../src/domain/period.ts'
import { readDayPhrase, type PhraseContext } from '../../../src/parse/phrase/day-phrase.ts'
import { readPeriod } from '../../../src/parse/phrase/period.ts'
import { aDay } from '../../support/facts.ts'
import { contextAt, reading } from '../../support/phrase-readings.ts'
import { runs } from '../../support/runs.ts'
import { valueOrRefusal } from '../../support/refusals.ts'

const firstDay = aDay('1990-01-01')
const aCivilDay = fc.nat(60_000).map((count) => addDays(firstDay, count))
const aClockTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => clockTime(hour, minute) ?? 'no clock shows it')

const aContext = fc
  .record({
    day: aCivilDay,
    time: aClockTime,
    direction: fc.constantFrom<PhraseContext['direction'][]>('ahead', 'back', 'either'),
    dates: fc.constantFrom<PhraseContext['dates'][]>('day-first', 'month-first', null),
  })
  .map(({ day, time, direction, dates }) => contextAt(`${day} ${time}`, direction, { dates }))

const aCount = fc.integer({ min: 0, max: 400 })
const dayWords =
  'today, tomorrow, yesterday, fri, on mon, this sun, next wed, last thu, next week, next month, last week, ' +
  'last month, eow, eom, a week, in two months, a year ago, 29 feb'
const aDayPhrase = fc.oneof(
  fc.constantFrom(...dayWords.split(', ')),
  aCount.chain((count) =>
    fc.constantFrom(`${count}d`, `+${count}w`, `in ${count} months`, `${count}wd`, `${count} days ago`),
  ),
  fc
    .tuple(fc.integer({ min: 1, max: 31 }), fc.constantFrom('jan', 'feb', 'june', 'sept', 'nov'))
    .chain(([day, month]) =>
      fc.constantFrom(`${day} ${month}`, `${month} ${day}`, `the ${day}th`, `${day}/3`, `${day}.12.`),
    ),
  aCivilDay,
)
const aTimePhrase = fc.oneof(
  aClockTime,
  fc.constantFrom('3pm', '3:30 am', 'noon', 'evening', 'eod', 'at 12am'),
)
const aMomentPhrase = aCount.chain((count) =>
  fc.constantFrom('now', `${count}m`, `in ${count} hours`, `${count}h ago`),
)
const aPhrase = fc.oneof(
  aDayPhrase,
  aTimePhrase,
  aMomentPhrase,
  fc.tuple(aDayPhrase, aTimePhrase).map(([day, time]) => `${day} ${time}`),
)

const pieces =
  'the next last in a on at fri friday nov feb week ago + / . : 30 3 3/4 27.11 2026 pm noon midnight tomorow'

/** Pieces of the grammar in no order, and whatever else a keyboard gives. */
const wordSoup = fc
  .array(fc.oneof(fc.constantFrom(...pieces.split(' ')), fc.string({ maxLength: 6 })), { maxLength: 7 })
  .chain((words) => fc.constantFrom(words.join(' '), words.join('')))
const anyText = fc.oneof(wordSoup, fc.string({ unit: 'binary', maxLength: 200 }), aPhrase)

/** The directions in which a due may be read: a day without a time lies on both sides of a moment in it. */
function sidesOfNow({ day, time }: Due, { now }: PhraseContext): PhraseContext['direction'][] {
  const isAhead = `${day} ${time ?? '23:59'}` >= `${now.day} ${now.time}`
  const isBack = `${day} ${time ?? '00:00'}` <= `${now.day} ${now.time}`
  return ['either', ...(isAhead ? (['ahead'] as const) : []), ...(isBack ? (['back'] as const) : [])]
}

const usualRuns = runs(2000)

describe('a date phrase', () => {
  test('read ahead is never before now, and read back never after it', () => {
    let read = 0
    fc.assert(
      fc.property(aPhrase, aContext, (phrase, context) => {
        const due = valueOrRefusal(() => readDayPhrase(phrase, context))
        if (due instanceof FuError) return
        read += 1
        expect(sidesOfNow(due, context)).toContain(context.direction)
      }),
      usualRuns,
    )
    expect(read).toBeGreaterThan(usualRuns.numRuns / 4)
  })

  test('reads back to the same due when its reading is typed', () => {
    fc.assert(
      fc.property(aPhrase, aContext, (phrase, context) => {
        const due = valueOrRefusal(() => reading(phrase, context))
        if (due instanceof FuError) return
        expect(reading(due, context)).toBe(due)
        expect(reading(due.replace(' ', 'T'), context)).toBe(due)
      }),
      usualRuns,
    )
  })

  test('means the same in capitals and with more space', () => {
    fc.assert(
      fc.property(aPhrase, aContext, fc.constantFrom('  ', '\t', ' \n '), (phrase, context, space) => {
        const spaced = `${space}${phrase.replaceAll(' ', space)}${space}`
        const plain = valueOrRefusal(() => readDayPhrase(phrase, context))
        expect(valueOrRefusal(() => readDayPhrase(phrase.toUpperCase(), context))).toEqual(plain)
        expect(valueOrRefusal(() => readDayPhrase(spaced, context))).toEqual(plain)
      }),
      usualRuns,
    )
  })

  test('of any text is read or refused in words, with a hint', () => {
    fc.assert(
      fc.property(anyText, aContext, (text, context) => {
        const due = valueOrRefusal(() => readDayPhrase(text, context))
        expect(due instanceof FuError ? due.hint : 'Read.').toMatch(/^[A-Z].*[.?]$/)
      }),
      runs(5000),
    )
  })

  test('that a refusal offers is one of the grammar', () => {
    fc.assert(
      fc.property(anyText, aContext, (text, context) => {
        const refusal = valueOrRefusal(() => readDayPhrase(text, context))
        if (!(refusal instanceof FuError)) return
        for (const [, offered = ''] of (refusal.hint ?? '').matchAll(/"([^"]*)"/g)) {
          expect(
            valueOrRefusal(() => readDayPhrase(offered, { ...context, direction: 'either' })),
          ).not.toBeInstanceOf(FuError)
        }
      }),
      runs(5000),
    )
  })

  test.each([
    'a '.repeat(50_000),
    '1'.repeat(100_000),
    ' '.repeat(100_000),
    'at '.repeat(33),
    `${'3 '.repeat(48)}pm`,
  ])('of a great length is refused at once', (text) => {
    expect(valueOrRefusal(() => readDayPhrase(text, contextAt('2026-11-25 14:20')))).toBeInstanceOf(FuError)
  })
})

describe('a period', () => {
  test('reads back to the same period when it is typed as it is stored', () => {
    const units = fc.constantFrom<('d' | 'wd' | 'w' | 'mo' | 'y')[]>('d', 'wd', 'w', 'mo', 'y')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), units, (count, unit) => {
        expect(readPeriod(periodText({ count, unit }))).toEqual({ count, unit })
      }),
    )
  })

  test('of any text is read or refused in words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const period = valueOrRefusal(() => readPeriod(text))
        if (period instanceof FuError) return
        expect(readPeriod(periodText(period))).toEqual(period)
      }),
      usualRuns,
    )
  })
})
