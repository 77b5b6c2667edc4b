import type { Day } from '../domain/day.ts'
import { usage, type FuError } from '../domain/errors.ts'
import type { DateOrder, Settings } from '../domain/settings.ts'
import { readHours, readWeekdays, weekdaysText } from './working-hours.ts'

/** A setting the user can give a value. */
export type SettingSpec = {
  readonly key: SettingKey
  readonly meaning: string
  readonly example: string
}
export type SettingKey = 'country' | 'dates' | 'days' | 'hours'

/** Every setting, in the order `fu config` shows them. */
export const settingSpecs: readonly SettingSpec[] = [
  { key: 'country', meaning: 'where numbers without a country code are from', example: 'AU' },
  { key: 'dates', meaning: 'which comes first in 27/11: day-first or month-first', example: 'day-first' },
  { key: 'days', meaning: 'the days you work', example: 'mon-fri' },
  { key: 'hours', meaning: 'the hours you work', example: '9:00-17:00' },
]

/** How the user works: what they set, where they set it; else what their locale (BCP 47) and custom say. */
export function settingsFrom(set: ReadonlyMap<string, string>, locale: string | null): Settings {
  return {
    week: {
      days: readWeekdays(set.get('days') ?? 'mon-fri'),
      ...readHours(set.get('hours') ?? '09:00-17:00'),
      holidays: new Set<Day>(),
    },
    dates: readDates(set.get('dates')) ?? orderOf(locale),
    country: set.get('country') ?? regionOf(locale),
  }
}

/**
 * A typed value as it is kept, checked for its setting.
 *
 * @throws FuError `usage` where there is no such setting or it cannot have that value
 */
export function readSetting(key: string, value: string): { key: SettingKey; value: string } {
  const spec = specOf(key)
  const typed = value.trim().toLowerCase()
  switch (spec.key) {
    case 'country': {
      if (!/^[a-z]{2}$/.test(typed)) throw wrongValue(spec, value, 'two letters, as in AU or DE')
      return { key: spec.key, value: typed.toUpperCase() }
    }
    case 'dates': {
      const order = readDates(typed)
      if (order === null) throw wrongValue(spec, value, 'day-first or month-first')
      return { key: spec.key, value: order }
    }
    case 'days':
      return { key: spec.key, value: weekdaysText(readWeekdays(typed)) }
    case 'hours': {
      const { opens, closes } = readHours(typed)
      return { key: spec.key, value: `${opens}-${closes}` }
    }
  }
}

/** @throws FuError `usage` where there is no such setting */
export function specOf(key: string): SettingSpec {
  const spec = settingSpecs.find((candidate) => candidate.key === key)
  if (spec !== undefined) return spec
  const keys = settingSpecs.map((candidate) => candidate.key).join(', ')
  throw usage(`There is no setting "${key}".`, `The settings are ${keys}.`)
}

/** What a setting is where the user did not set it, as they would type it. */
export function defaultOf(key: SettingKey, locale: string | null): string {
  const settings = settingsFrom(new Map(), locale)
  switch (key) {
    case 'country':
      return settings.country ?? 'none'
    case 'dates':
      return settings.dates ?? 'whichever fits'
    case 'days':
      return weekdaysText(settings.week.days)
    case 'hours':
      return `${settings.week.opens}-${settings.week.closes}`
  }
}

function readDates(text: string | undefined): DateOrder {
  return text === 'day-first' || text === 'month-first' ? text : null
}

function orderOf(locale: string | null): DateOrder {
  if (locale === null) return null
  if (/^en\b/.test(locale)) return locale === 'en-US' ? 'month-first' : 'day-first'
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts()
  const first = parts.find((part) => part.type === 'day' || part.type === 'month')
  return first?.type === 'month' ? 'month-first' : 'day-first'
}

function regionOf(locale: string | null): string | null {
  return locale === null ? null : (new Intl.Locale(locale).region ?? null)
}

function wrongValue(spec: SettingSpec, value: string, wanted: string): FuError {
  return usage(
    `${spec.key} cannot be "${value}": it takes ${wanted}.`,
    `Try "fu config ${spec.key} ${spec.example}".`,
  )
}
