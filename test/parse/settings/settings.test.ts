import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactKinds } from '../../../src/domain/contact.ts'
import { FuError } from '../../../src/domain/errors.ts'
import { cadenceText } from '../../../src/domain/cadence.ts'
import {
  defaultOf,
  readSetting,
  settingsFrom,
  settingSpecs,
  specOf,
} from '../../../src/parse/settings/settings.ts'
import { refusalOf, valueOrRefusal } from '../../support/refusals.ts'

const keys = settingSpecs.map(({ key }) => key)

/** Anything, and what comes near to a value. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...settingSpecs.map(({ example }) => example)),
  fc.string({ unit: fc.constantFrom('0', '1', '9', '-', ':', '.', ' ', ',', 'mon', 'fri', 'w', 'd') }),
)

/** What a typed value is kept as, or its refusal. */
function keptFor(key: string, text: string): string | FuError {
  return valueOrRefusal(() => readSetting(key, text).value)
}

test.each([
  [null, null, null],
  ['en-AU', 'day-first', 'AU'],
  ['en-GB', 'day-first', 'GB'],
  ['en-US', 'month-first', 'US'],
  ['en', 'day-first', null],
  ['de-DE', 'day-first', 'DE'],
  ['ja-JP', 'month-first', 'JP'],
  ['de', 'day-first', null],
])('where nothing is set, the locale %s says: dates %s, country %s', (locale, dates, country) => {
  expect(settingsFrom(new Map(), locale)).toMatchObject({ dates, country })
})

test('where nothing is set, the week is Monday to Friday, nine to five', () => {
  expect(settingsFrom(new Map(), null).week).toEqual({
    days: new Set([1, 2, 3, 4, 5]),
    opens: '09:00',
    closes: '17:00',
    holidays: new Set(),
  })
})

test('what is set goes before the locale', () => {
  const set = new Map([
    ['country', 'NZ'],
    ['dates', 'month-first'],
    ['days', 'tue-sat'],
    ['hours', '08:00-12:30'],
  ])
  expect(settingsFrom(set, 'de-DE')).toMatchObject({
    country: 'NZ',
    dates: 'month-first',
    week: { days: new Set([2, 3, 4, 5, 6]), opens: '08:00', closes: '12:30' },
  })
})

test('where nothing is set, a page has five people to keep in touch with, and a day is full at twelve lines', () => {
  expect(settingsFrom(new Map(), null)).toMatchObject({
    keepInTouchPerDay: 5,
    dayLoad: 12,
    answerInWorkingHours: false,
  })
})

test('where nothing is set, these kinds of contacts have a cadence', () => {
  const cadences = [...settingsFrom(new Map(), null).cadences]
  expect(cadences.map(([kind, period]) => [kind, cadenceText(period)])).toEqual([
    ['prospect', '14d'],
    ['customer', '90d'],
    ['past-customer', '180d'],
    ['referrer', '90d'],
    ['partner', '90d'],
    ['candidate', '30d'],
    ['friend', '60d'],
    ['family', '30d'],
  ])
})

test('every setting reaches the settings', () => {
  const set = new Map([
    ['holidays', '2026-12-25..2026-12-26'],
    ['keep-in-touch', '0'],
    ['day-load', '1000'],
    ['answer-clock', 'working'],
    ['name', 'Sue Hall'],
    ['number', '0412 555 019'],
    ['mail.box', '/home/sue/Maildir'],
    ['mail.me', 'Sue@hall.example, info@hall.example'],
    ['mail.password-command', 'pass show mail'],
    ['mail.token-command', 'oama access sue'],
    ['mail.replies', 'logged'],
    ['every.customer', '6w'],
    ['every.friend', 'none'],
    ['every.other', '1y'],
  ])
  const settings = settingsFrom(set, null)
  expect(settings).toMatchObject({
    week: { holidays: new Set(['2026-12-25', '2026-12-26']) },
    keepInTouchPerDay: 0,
    dayLoad: 1000,
    answerInWorkingHours: true,
    myName: 'Sue Hall',
    myNumber: '0412 555 019',
    mail: {
      box: '/home/sue/Maildir',
      me: ['sue@hall.example', 'info@hall.example'],
      passwordCommand: 'pass show mail',
      tokenCommand: 'oama access sue',
      replies: 'logged',
    },
  })
  expect(settings.cadences.get('customer')).toEqual({ count: 6, unit: 'w' })
  expect(settings.cadences.get('other')).toEqual({ count: 1, unit: 'y' })
  expect(settings.cadences.has('friend')).toBe(false)
})

test('what is kept and cannot be read is as if it were not set', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      hostileText,
      fc.constantFrom(null, 'de-DE'),
      (key, text, locale) => {
        fc.pre(keptFor(key, text) instanceof FuError)
        expect(settingsFrom(new Map([[key, text]]), locale)).toEqual(settingsFrom(new Map(), locale))
      },
    ),
  )
  expect(settingsFrom(new Map(keys.map((key) => [key, 'from a newer\0fu'])), 'de-DE')).toEqual(
    settingsFrom(new Map(), 'de-DE'),
  )
})

test('the settings are shown in this order', () => {
  expect(keys).toEqual([
    'name',
    'number',
    'country',
    'dates',
    'days',
    'hours',
    'holidays',
    'keep-in-touch',
    'day-load',
    'answer-clock',
    'mail.box',
    'mail.me',
    'mail.password-command',
    'mail.token-command',
    'mail.replies',
    ...contactKinds.map((kind) => `every.${kind}`),
  ])
})

test.each([
  ['name', ' Sue   Hall ', 'Sue Hall'],
  ['number', ' +61  412 555 019', '+61 412 555 019'],
  ['country', ' au ', 'AU'],
  ['country', 'uk', 'GB'],
  ['dates', 'Day-First', 'day-first'],
  ['days', 'Mon-Thu, sat', 'mon-thu sat'],
  ['hours', '8:30-18', '08:30-18:00'],
  ['holidays', '2026-12-28,2026-12-25 2026-12-29', '2026-12-25 2026-12-28..2026-12-29'],
  ['holidays', 'None', 'none'],
  ['keep-in-touch', '007', '7'],
  ['day-load', ' 20 ', '20'],
  ['answer-clock', 'Working', 'working'],
  ['every.customer', 'quarterly', '3mo'],
  ['every.friend', 'every 6 weeks', '6w'],
  ['every.past-customer', ' NONE', 'none'],
])('%s "%s" is kept as "%s"', (key, value, kept) => {
  expect(readSetting(key, value)).toEqual({ key, value: kept })
})

const twoLetters = 'Write its two letters, as in AU or DE.'
const daysHint =
  'Write days as 2026-12-25 and ranges as 2026-12-28..2027-01-01, or name a calendar file (.ics).'

test.each([
  ['name', ' ', '" " is not a name.', 'Write it as you say it, as in Sue Hall.'],
  ['name', 'x'.repeat(101), `"${'x'.repeat(60)}…" is not a name.`, 'Write it as you say it, as in Sue Hall.'],
  ['number', 'call me', '"call me" is not a phone number.', 'Write it in groups, as in 0412 555 019.'],
  ['number', '12', '"12" is not a phone number.', 'Write it in groups, as in 0412 555 019.'],
  ['country', 'Australia', '"Australia" is not a country code.', twoLetters],
  ['country', '', '"" is not a country code.', twoLetters],
  ['dates', 'iso', '"iso" is neither day-first nor month-first.', 'Write "day-first" or "month-first".'],
  ['days', 'daily', '"daily" are not days of the week.', 'Write them as mon-fri, or mon tue thu.'],
  ['hours', 'all day', '"all day" are not working hours.', 'Write them as 9:00-17:00.'],
  ['holidays', 'christmas', '"christmas" is not a day.', daysHint],
  ['keep-in-touch', '101', '"101" is not a number from 0 to 100.', 'Write it in digits.'],
  ['keep-in-touch', '-1', '"-1" is not a number from 0 to 100.', 'Write it in digits.'],
  ['keep-in-touch', '2.5', '"2.5" is not a number from 0 to 100.', 'Write it in digits.'],
  ['day-load', '0', '"0" is not a number from 1 to 1000.', 'Write it in digits.'],
  ['day-load', '1001', '"1001" is not a number from 1 to 1000.', 'Write it in digits.'],
  ['day-load', 'ten', '"ten" is not a number from 1 to 1000.', 'Write it in digits.'],
  ['day-load', '', '"" is not a number from 1 to 1000.', 'Write it in digits.'],
  ['answer-clock', '24h', '"24h" is neither real nor working.', 'Write "real" or "working".'],
  [
    'every.customer',
    'often',
    '"often" is not a period I know.',
    'Try "90d", "6w", "3mo", "1y", "monthly" or "every 6 weeks".',
  ],
  ['every.customer', '0d', '"0d" counts nothing.', 'The shortest period is "1d".'],
  [
    'answer-clock',
    'x'.repeat(1000),
    `"${'x'.repeat(60)}…" is neither real nor working.`,
    'Write "real" or "working".',
  ],
])('%s cannot be "%s"', (key, value, message, hint) => {
  expect(refusalOf(() => readSetting(key, value))).toEqual({ message, hint })
})

test('whatever is typed for a setting is kept in a form that can be typed again, or refused in words', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keys), hostileText, (key, text) => {
      const value = keptFor(key, text)
      expect(value instanceof FuError ? value : keptFor(key, value)).toBe(value)
    }),
  )
})

test.each([
  ['holiday', 'Try "holidays".'],
  ['HOURS', 'Try "hours".'],
  ['contry', 'Try "country".'],
  ['keep_in_touch', 'Try "keep-in-touch".'],
  ['answer', 'Try "answer-clock".'],
  ['customer', 'Try "every.customer".'],
  ['evry.frend', 'Try "every.friend".'],
  ['every family', 'Try "every.family".'],
  ['every', 'Try "every.prospect", "every.customer" or "every.past-customer".'],
  ['colour', '"fu config" lists the settings.'],
  ['x', '"fu config" lists the settings.'],
])('for the setting "%s" the hint is: %s', (key, hint) => {
  expect(refusalOf(() => specOf(key))).toEqual({ message: `There is no setting "${key}".`, hint })
})

test.each(['colour', '', 'constructor', '__proto__'])('there is no setting "%s"', (key) => {
  expect(() => specOf(key)).toThrow(
    expect.objectContaining({ kind: 'usage', message: `There is no setting "${key}".` }),
  )
})

test('the example of every setting can be typed, and is kept in a form that can be typed again', () => {
  for (const { key, example } of settingSpecs) {
    const { value } = readSetting(key, example)
    expect(readSetting(key, value)).toEqual({ key, value })
  }
})

test('a default is shown as it would be typed', () => {
  expect(defaultOf('days', null)).toBe('mon-fri')
  expect(defaultOf('hours', null)).toBe('09:00-17:00')
  expect(defaultOf('country', 'en-AU')).toBe('AU')
  expect(defaultOf('dates', 'en-US')).toBe('month-first')
  expect(defaultOf('holidays', null)).toBe('none')
  expect(defaultOf('every.customer', null)).toBe('90d')
  expect(defaultOf('every.supplier', null)).toBe('none')
})
