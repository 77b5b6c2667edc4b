import { contactKinds, type ContactKind } from '../../domain/contact.ts'
import type { Day, Weekday } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import type { Cadence } from '../../domain/cadence.ts'
import type { DateOrder, Settings } from '../../domain/settings.ts'
import { holidaysText, readHolidays } from './holidays.ts'
import { tryOneOf } from '../phrase/plain.ts'
import { quoted } from '../shell/quoted.ts'
import { keysNear } from './setting-near.ts'
import {
  cadenceOrNone,
  countryOf,
  dateOrderOf,
  eitherOf,
  numberBetween,
  ownName,
  ownNumber,
  readCadence,
  readCountry,
} from './setting-values.ts'
import { readAddresses, readMailBox, readSecretCommand } from './mail-values.ts'
import { setting, type Setting, type SettingSpec } from './setting.ts'
import { readHours, readWeekdays, weekdaysText } from './working-hours.ts'

const name = setting<string | null>({
  key: 'name',
  meaning: 'your name, as you say it in a message',
  example: 'Sue Hall',
  value: ownName,
  text: (own) => own ?? 'none',
  byItself: () => null,
})

const number = setting<string | null>({
  key: 'number',
  meaning: 'the number you can be reached on',
  example: '0412 555 019',
  value: ownNumber,
  text: (own) => own ?? 'none',
  byItself: () => null,
})

const country = setting<string | null>({
  key: 'country',
  meaning: 'the country of numbers without a country code',
  example: 'AU',
  value: readCountry,
  text: (code) => code ?? 'none',
  byItself: countryOf,
})

const dates = setting<DateOrder>({
  key: 'dates',
  meaning: 'the order of 27/11: day-first or month-first',
  example: 'day-first',
  value: eitherOf('day-first', 'month-first'),
  text: (order) => order ?? 'whichever fits',
  byItself: dateOrderOf,
})

const mailBox = setting<string | null>({
  key: 'mail.box',
  meaning: 'your mailbox, for "fu mail": a path, or imap://you@server',
  example: 'imap://sue@mail.hall.example',
  value: readMailBox,
  text: (box) => box ?? 'none',
  byItself: () => null,
})

const mailMe = setting<readonly string[]>({
  key: 'mail.me',
  meaning: 'your own addresses, besides those you send from',
  example: 'sue@hall.example info@hall.example',
  value: readAddresses,
  text: (addresses) => (addresses.length === 0 ? 'none' : addresses.join(' ')),
  byItself: () => [],
})

const mailCommand = (of: 'password' | 'token', example: string): Setting<string | null> =>
  setting<string | null>({
    key: `mail.${of}-command`,
    meaning: `the command that prints the ${of} of your mailbox`,
    example,
    value: readSecretCommand,
    text: (command) => command ?? 'none',
    byItself: () => null,
  })

const mailPassword = mailCommand('password', 'pass show mail')
const mailToken = mailCommand('token', 'oama access sue@hall.example')

const mailReplies = setting<'answer' | 'logged'>({
  key: 'mail.replies',
  meaning: 'whether a reply to you is owed an answer, or is only logged',
  example: 'answer',
  value: eitherOf('answer', 'logged'),
  text: String,
  byItself: () => 'answer',
})

const mondayToFriday: ReadonlySet<Weekday> = new Set<Weekday>([1, 2, 3, 4, 5])

const days = setting({
  key: 'days',
  meaning: 'the days you work',
  example: 'mon-fri',
  value: readWeekdays,
  text: weekdaysText,
  byItself: () => mondayToFriday,
})

const customaryHours = { opens: '09:00', closes: '17:00' } as ReturnType<typeof readHours>

const hours = setting({
  key: 'hours',
  meaning: 'the hours you work',
  example: '9:00-17:00',
  value: readHours,
  text: ({ opens, closes }) => `${opens}-${closes}`,
  byItself: () => customaryHours,
})

const holidays = setting<ReadonlySet<Day>>({
  key: 'holidays',
  meaning: 'days off, or an .ics file of them',
  example: '2026-12-25 2026-12-28..2027-01-01',
  value: readHolidays,
  text: holidaysText,
  byItself: () => new Set(),
})

const keepInTouch = setting({
  key: 'keep-in-touch',
  meaning: 'keep-in-touch lines per page',
  example: '5',
  value: numberBetween(0, 100),
  text: String,
  byItself: () => 5,
})

const dayLoad = setting({
  key: 'day-load',
  meaning: 'lines that fill a day',
  example: '12',
  value: numberBetween(1, 1000),
  text: String,
  byItself: () => 12,
})

const answerClock = setting<'real' | 'working'>({
  key: 'answer-clock',
  meaning: 'whether the 24 hours to answer count real or working hours',
  example: 'real',
  value: eitherOf('real', 'working'),
  text: String,
  byItself: () => 'real',
})

const customaryCadences: Readonly<Record<ContactKind, Cadence | null>> = {
  prospect: { count: 14, unit: 'd' },
  customer: { count: 90, unit: 'd' },
  'past-customer': { count: 180, unit: 'd' },
  referrer: { count: 90, unit: 'd' },
  partner: { count: 90, unit: 'd' },
  supplier: null,
  candidate: { count: 30, unit: 'd' },
  colleague: null,
  friend: { count: 60, unit: 'd' },
  family: { count: 30, unit: 'd' },
  other: null,
}

/** The cadence of a kind of contacts, for those without their own (R7). */
type CadenceSetting = Setting<Cadence | null> & { readonly kind: ContactKind }

const cadences: readonly CadenceSetting[] = contactKinds.map((kind) => ({
  kind,
  ...setting({
    key: `every.${kind}`,
    meaning: `the cadence of contacts of kind ${kind} without their own`,
    example: cadenceOrNone(customaryCadences[kind] ?? { count: 90, unit: 'd' }),
    value: readCadence,
    text: cadenceOrNone,
    byItself: () => customaryCadences[kind],
  }),
}))

/** The cadences of the kinds of contacts, in the order `fu config` shows them. */
export const cadenceSpecs: readonly SettingSpec[] = cadences

/** The settings of the user's mailbox, in the order `fu config` shows them. */
export const mailSpecs: readonly SettingSpec[] = [mailBox, mailMe, mailPassword, mailToken, mailReplies]

/** The settings that name a program to run: a file from elsewhere must not set them unless asked. */
export const commandKeys: ReadonlySet<string> = new Set([mailPassword.key, mailToken.key])

/** Every setting, in the order `fu config` shows them. */
export const settingSpecs: readonly SettingSpec[] = [
  name,
  number,
  country,
  dates,
  days,
  hours,
  holidays,
  keepInTouch,
  dayLoad,
  answerClock,
  ...mailSpecs,
  ...cadenceSpecs,
]

/** The user's settings: the stored values, else the defaults of the locale (BCP 47). */
export function settingsFrom(set: ReadonlyMap<string, string>, locale: string | null): Settings {
  return {
    week: {
      days: days.valueIn(set, locale),
      ...hours.valueIn(set, locale),
      holidays: holidays.valueIn(set, locale),
    },
    dates: dates.valueIn(set, locale),
    country: country.valueIn(set, locale),
    keepInTouchPerDay: keepInTouch.valueIn(set, locale),
    dayLoad: dayLoad.valueIn(set, locale),
    answerInWorkingHours: answerClock.valueIn(set, locale) === 'working',
    cadences: new Map(
      cadences.flatMap(({ kind, valueIn }) => {
        const cadence = valueIn(set, locale)
        return cadence === null ? [] : [[kind, cadence]]
      }),
    ),
    myName: name.valueIn(set, locale),
    myNumber: number.valueIn(set, locale),
    mail: {
      box: mailBox.valueIn(set, locale),
      me: mailMe.valueIn(set, locale),
      passwordCommand: mailPassword.valueIn(set, locale),
      tokenCommand: mailToken.valueIn(set, locale),
      replies: mailReplies.valueIn(set, locale),
    },
  }
}

/**
 * Checks a typed value, and converts it to its stored form.
 *
 * @throws FuError `usage` if there is no such setting or the value is not allowed
 */
export function readSetting(key: string, value: string): { key: string; value: string } {
  return { key, value: specOf(key).read(value) }
}

/** @throws FuError `usage` if there is no such setting */
export function specOf(key: string): SettingSpec {
  const spec = settingSpecs.find((candidate) => candidate.key === key)
  if (spec !== undefined) return spec
  const near = keysNear(
    key,
    settingSpecs.map((candidate) => candidate.key),
  )
  throw usage(
    `There is no setting ${quoted(key)}.`,
    near.length > 0 ? tryOneOf(near) : '"fu config" lists the settings.',
  )
}

/**
 * The default of a setting, in the form in which it is typed.
 *
 * @throws FuError `usage` if there is no such setting
 */
export function defaultOf(key: string, locale: string | null): string {
  return specOf(key).defaultFor(locale)
}
