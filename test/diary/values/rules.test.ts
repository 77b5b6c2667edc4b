import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { acts } from '../../../src/domain/act.ts'
import { cadenceText } from '../../../src/domain/cadence.ts'
import { channels } from '../../../src/domain/channel.ts'
import { contactKinds } from '../../../src/domain/contact.ts'
import { dayFromNumber } from '../../../src/domain/day.ts'
import { columns } from '../../../src/diary/values/columns.ts'
import { storedEntryData } from '../../../src/diary/values/entry-data.ts'
import { storedMoment } from '../../../src/diary/values/moments.ts'
import { BadValue, shown } from '../../../src/diary/values/rules.ts'

const { contacts, promises, entries, journal, journal_changes: changes, plans } = columns

describe('a column gives a value that it can hold', () => {
  const good: readonly (readonly [string, () => unknown, unknown])[] = [
    ['a day', () => promises.due_day('2026-02-28'), '2026-02-28'],
    ['no time', () => promises.due_time(null), null],
    ['a time', () => promises.due_time('09:30'), '09:30'],
    ['a truth value', () => promises.hot(1), true],
    ['an empty list', () => contacts.phones('[]'), []],
    [
      'a number with a field of a later version',
      () => contacts.phones('[{"label":null,"value":"1","readable":"1","e164":null,"more":7}]'),
      [{ label: null, value: '1', readable: '1', e164: null, more: 7 }],
    ],
    ['all channels that they do not want', () => contacts.do_not_contact('"all"'), 'all'],
    ['some channels', () => contacts.do_not_contact('["call"]'), ['call']],
    ['a season', () => contacts.every('before june'), { before: 6 }],
    ['a period', () => contacts.every('2wd'), { count: 2, unit: 'wd' }],
    ['an image', () => changes.before('{"id":1,"name":"x","note":null}'), { id: 1, name: 'x', note: null }],
    ['what a merge did', () => journal.data('{"gone":"a","kept":"b"}'), { gone: 'a', kept: 'b' }],
    ['that somebody was forgotten', () => journal.data('{"forgotten":true}'), { forgotten: true }],
    ['the last moment', () => storedMoment(253_402_300_799, 0).day, '9999-12-31'],
    ['the first moment', () => storedMoment(-62_167_219_200, 0).day, '0000-01-01'],
    [
      'the repetition of a promise',
      () => promises.repeat('{"every":"sunday","day":"2026-11-29","time":"18:00","occurrence":"2026-12-06"}'),
      { every: { weekday: 7 }, anchor: { day: '2026-11-29', time: '18:00' }, occurrence: '2026-12-06' },
    ],
    ['data of an act', () => storedEntryData('tried', '{"wrongNumber":"1"}').data, { wrongNumber: '1' }],
  ]

  it.each(good)('%s', (_, read, value) => {
    expect(read()).toEqual(value)
  })

  it.each([...channels, 'whatsapp', '微信', 'face-time'])('the channel %s', (channel) => {
    expect([contacts.channel(channel), promises.channel(channel), entries.channel(channel)]).toEqual(
      Array(3).fill(channel),
    )
  })

  it.each([...contactKinds])('the kind %s', (kind) => {
    expect(contacts.kind(kind)).toBe(kind)
  })

  it.each([...acts])('the act %s, without data', (act) => {
    expect(storedEntryData(act, null)).toEqual({ act, data: null })
  })

  test('every day of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (number) => {
        const day = dayFromNumber(number)
        expect(promises.due_day(day)).toBe(day)
      }),
    )
  })

  test('every cadence that can be typed', () => {
    const period = fc.record({
      count: fc.integer({ min: 1, max: 1000 }),
      unit: fc.constantFrom('d', 'wd', 'w', 'mo', 'y'),
    })
    const season = fc.record({ before: fc.integer({ min: 1, max: 12 }) })
    fc.assert(
      fc.property(fc.oneof(period, season), (cadence) => {
        expect(contacts.every(cadenceText(cadence))).toEqual(cadence)
      }),
    )
  })
})

describe('a column refuses a value that it cannot hold, and says what it holds', () => {
  const bad: readonly (readonly [string, () => unknown, string])[] = [
    [
      'a day that is none',
      () => promises.due_day('2026-02-30'),
      '"2026-02-30" is not a day written 2026-11-27',
    ],
    ['no day', () => promises.due_day(null), 'null is not a day written 2026-11-27'],
    ['a number', () => promises.due_day(20_261_127), '20261127 is not a day written 2026-11-27'],
    ['an hour that is none', () => promises.due_time('24:00'), '"24:00" is not a time written 09:30'],
    ['two words', () => contacts.channel('by fax'), '"by fax" is not a channel: one word in small letters'],
    ['a channel in capitals', () => contacts.channel('WhatsApp'), '"WhatsApp" is not a channel'],
    ['everything', () => contacts.channel('all'), '"all" is not a channel'],
    ['a word of JavaScript', () => contacts.kind('constructor'), '"constructor" is not one of prospect'],
    ['bytes', () => contacts.name(Buffer.from([0])), 'is not text'],
    ['a half of a number', () => promises.step_index(0.5), '0.5 is not a place in a list'],
    ['no number of a row', () => promises.id(0), '0 is not the number of a row'],
    ['a number that is too high', () => promises.id(2 ** 53), 'is not the number of a row'],
    [
      'a moment after the calendar',
      () => storedMoment(253_402_300_800, 0),
      'is not a moment of the years 0 to 9999',
    ],
    [
      'a moment that a zone takes out of it',
      () => storedMoment(253_402_300_799, 60),
      'is not a moment of the calendar',
    ],
    [
      'a zone that is none',
      () => storedMoment(0, 1200),
      '1200 is not the minutes that a clock is ahead of UTC',
    ],
    [
      'a period that none repeats after',
      () => promises.repeat('{"every":"2wd"}'),
      '"2wd" is not a repetition such as',
    ],
    [
      'a repeat without its anchor',
      () => promises.repeat('{"every":"2w"}'),
      'nothing is not a day written 2026-11-27',
    ],
    ['a number that is no list', () => contacts.phones('{}'), '{} is not a list'],
    [
      'a step that goes on for ever',
      () => plans.steps(aStep(1e9)),
      '1000000000 is not a number from 0 to 100000',
    ],
    ['an image of a list', () => changes.after('{"name":["x"]}'), '["x"] is not a value of a column'],
    [
      'a kind of rows',
      () => changes.kind('sqlite_schema'),
      '"sqlite_schema" is not one of contacts, promises',
    ],
    [
      'data of another act',
      () => storedEntryData('moved', '{"wrongNumber":"1"}'),
      String.raw`"{\"wrongNumber\":\"1\"}" is not data of "moved"`,
    ],
  ]

  it.each(bad)('%s', (_, read, message) => {
    expect(read).toThrow(BadValue)
    expect(read).toThrow(message)
  })

  test('whatever it is: it is a value, or a sentence in one line', () => {
    const rules = Object.values(columns).flatMap((table) => Object.values(table))
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.constant(null),
      fc.json(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...rules), anything, (rule, value) => {
        const error = errorOf(() => rule(value))
        expect(error === null || error instanceof BadValue).toBe(true)
        expect(error?.message ?? '').not.toMatch(/[\p{Cc}]/u)
        expect((error?.message ?? '').length).toBeLessThan(300)
      }),
    )
  })
})

test('a value is cut to what fits into a sentence', () => {
  expect(shown('x'.repeat(1000))).toBe(`"${'x'.repeat(59)}…`)
  expect(shown('\u001b[2J')).toBe(String.raw`"\u001b[2J"`)
  expect(shown(2n ** 62n)).toBe('4611686018427387904')
})

/** A plan of one step, which comes so many days after its event. */
function aStep(count: number): string {
  const step = {
    after: 'event',
    transit: false,
    until: null,
    channel: null,
    what: 'x',
    kind: 'other',
    hot: false,
  }
  return JSON.stringify([{ ...step, offset: { unit: 'd', count } }])
}

/** The error that some work throws, if it does. */
function errorOf(work: () => unknown): Error | null {
  try {
    work()
    return null
  } catch (error) {
    return error as Error
  }
}
