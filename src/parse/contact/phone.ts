import { getSupportedRegionCodes, parsePhoneNumber } from 'awesome-phonenumber'
import type { Email, Phone } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { digitsOf } from '../../domain/normalize.ts'

/** The fewest digits of a phone number: `000`, `911`. */
const fewestDigits = 3

/** What stands in a phone number, and an extension behind it. */
const written = /^[+(\d][\d\s()./\u2011\u2013-]*(?:(?:x|ext\.?|#)\s*\d+)?$/iu

/**
 * A phone number as typed, with an optional label before it; in E.164 and readable groups where its country is
 * written in it or `country` (ISO 3166) says which it is (R3).
 *
 * @example readPhone('mobile:0412555019', 'AU')
 * // { label: 'mobile', value: '0412555019', readable: '0412 555 019', e164: '+61412555019' }
 * @throws FuError `usage` where there are too few digits for a number
 */
export function readPhone(text: string, country: string | null): Phone {
  const { label, rest: value } = labelled(text)
  if (!isPhoneNumber(value)) {
    throw usage(`"${text}" is not a phone number.`, 'Write it as "0412 555 019" or "mobile:+61 412 555 019".')
  }
  const parsed = parsePhoneNumber(internationally(value), country === null ? {} : { regionCode: country })
  if (!parsed.valid) return { label, value, readable: grouped(value), e164: null }
  const { e164, national, international: full } = parsed.number
  return { label, value, readable: parsed.regionCode === country ? national : full, e164 }
}

/** @throws FuError `usage` where no rules are known for the phone numbers of a country (ISO 3166) */
export function refuseUnknownCountry(country: string): void {
  if (getSupportedRegionCodes().includes(country)) return
  throw usage(
    `"${country}" is not a country code that phone numbers use.`,
    'Write its two letters, as in AU or DE.',
  )
}

/** Whether a text reads like a phone number, of whatever country. */
export function isPhoneNumber(text: string): boolean {
  return written.test(text) && digitsOf(text).length >= fewestDigits
}

/** Whether a text has the parts of an email address: a name, an `@` and a host, and no control character. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>"\p{Cc}\p{Cs}]+@[^\s@<>"\p{Cc}\p{Cs}]+\.[^\s@<>".\p{Cc}\p{Cs}]+$/u.test(text)
}

/**
 * A phone number as it was kept, with the country that was found for it then; one that no rule of numbers fits
 * stays as it is. What E.164 has no room for, an extension, is read from the number as it was typed.
 */
export function keptPhone(
  label: string | null,
  value: string,
  e164: string | null,
  country: string | null,
): Phone {
  const bare = e164 === null ? null : parsePhoneNumber(e164)
  if (bare === null || !bare.valid) return { label, value, readable: grouped(value), e164 }
  const typed = parsePhoneNumber(internationally(value), { regionCode: bare.regionCode })
  const { national, international } = typed.valid && typed.number.e164 === e164 ? typed.number : bare.number
  return { label, value, readable: bare.regionCode === country ? national : international, e164 }
}

/**
 * An email address as typed, with an optional label before it.
 *
 * @throws FuError `usage` where it has no name, no `@` or no host
 */
export function readEmail(text: string): Email {
  const { label, rest: value } = labelled(text)
  if (!isEmailAddress(value)) {
    throw usage(
      `"${text}" is not an email address.`,
      'Write it as "ada@example.org" or "work:ada@example.org".',
    )
  }
  return { label, value }
}

function labelled(text: string): { label: string | null; rest: string } {
  const [, label, rest] = /^\s*([\p{L}][\p{L}\p{N} _-]*):(.*)$/u.exec(text) ?? []
  return label === undefined || rest === undefined
    ? { label: null, rest: text.trim() }
    : { label: label.trim().toLowerCase(), rest: rest.trim() }
}

/** A number with `+` for the `00` that is dialled before a country. */
function internationally(value: string): string {
  return value.replace(/^\s*00/, '+')
}

/** Digits in a row read better in groups of three; whoever typed groups knew better. Longer ones are no numbers. */
function grouped(value: string): string {
  if (!/^\d{7,60}$/.test(value)) return value
  const first = value.length % 3 === 0 ? 3 : (value.length % 3) + 3
  return [value.slice(0, first), ...(value.slice(first).match(/\d{3}/g) ?? [])].join(' ')
}
