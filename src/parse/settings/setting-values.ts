import { usage } from '../../domain/errors.ts'
import { numberParts, visibleNumber } from '../../domain/phone-number.ts'
import { cadenceText, type Cadence } from '../../domain/cadence.ts'
import type { DateOrder } from '../../domain/settings.ts'
import { readEvery } from '../phrase/period.ts'
import { quoted } from '../shell/quoted.ts'

/**
 * Reads the ISO 3166 code of a country.
 *
 * @example readCountry('au') // 'AU'
 * @example readCountry('uk') // 'GB'
 * @throws FuError `usage`
 */
export function readCountry(text: string): string {
  const code = text.trim()
  if (!/^[a-z]{2}$/i.test(code)) {
    throw usage(`${quoted(text)} is not a country code.`, 'Write its two letters, as in AU or DE.')
  }
  return new Intl.Locale(`und-${code}`).region ?? code.toUpperCase()
}

/** The country of a locale, or `null`. */
export function countryOf(locale: string | null): string | null {
  return locale === null ? null : (new Intl.Locale(locale).region ?? null)
}

/** The order in which a locale writes the day and the month. */
export function dateOrderOf(locale: string | null): DateOrder {
  if (locale === null) return null
  if (/^en\b/.test(locale)) return locale === 'en-US' ? 'month-first' : 'day-first'
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts()
  const first = parts.find((part) => part.type === 'day' || part.type === 'month')
  return first?.type === 'month' ? 'month-first' : 'day-first'
}

/**
 * A reader for whole numbers between two bounds, inclusive.
 *
 * @throws FuError `usage`, from the reader
 */
export function numberBetween(least: number, limit: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN
    if (number >= least && number <= limit) return number
    throw usage(`${quoted(text)} is not a number from ${least} to ${limit}.`, 'Write it in digits.')
  }
}

/**
 * A reader for one of two words.
 *
 * @throws FuError `usage`, from the reader
 */
export function eitherOf<Word extends string>(first: Word, second: Word): (text: string) => Word {
  return (text) => {
    const typed = text.trim().toLowerCase()
    const word = [first, second].find((candidate) => candidate === typed)
    if (word !== undefined) return word
    throw usage(`${quoted(text)} is neither ${first} nor ${second}.`, `Write "${first}" or "${second}".`)
  }
}

/**
 * Reads a cadence; `null` for `none`.
 *
 * @throws FuError `usage`
 */
export function readCadence(text: string): Cadence | null {
  return text.trim().toLowerCase() === 'none' ? null : readEvery(text)
}

/** A cadence as typed: `90d`, or `none`. */
export function cadenceOrNone(cadence: Cadence | null): string {
  return cadence === null ? 'none' : cadenceText(cadence)
}

/** The longest name, in characters. */
const longestName = 100

/**
 * Reads the user's own name; removes surrounding and repeated space.
 *
 * @throws FuError `usage` if nothing is left, or it contains characters that are not text
 */
export function ownName(text: string): string {
  const typed = text.trim().replaceAll(/\s+/gu, ' ')
  if (typed !== '' && typed.length <= longestName && !/[\p{Cc}\p{Cs}]/u.test(typed)) return typed
  throw usage(`${quoted(text)} is not a name.`, 'Write it as you say it, as in Sue Hall.')
}

/** The longest phone number of the user, in characters. */
const longestNumber = 60

/**
 * Reads the user's own number and keeps its groups, which are used to read it aloud.
 *
 * @throws FuError `usage` if it has too few digits or other characters
 */
export function ownNumber(text: string): string {
  const typed = visibleNumber(text).replaceAll(/\s+/gu, ' ')
  if (typed.length <= longestNumber && numberParts(typed) !== null) return typed
  throw usage(`${quoted(text)} is not a phone number.`, 'Write it in groups, as in 0412 555 019.')
}
