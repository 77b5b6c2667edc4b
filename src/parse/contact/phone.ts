import {
  getCountryCodeForRegionCode,
  getSupportedRegionCodes,
  parsePhoneNumber,
  type ParsedPhoneNumber,
  type ParsedPhoneNumberValid,
} from 'awesome-phonenumber'
import { withParams, type Email, type Phone } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { labelText } from '../../domain/label.ts'
import { digitsOf } from '../../domain/normalize.ts'
import { otherSpelling } from '../../domain/number-spellings.ts'
import { numberParts, type NumberParts } from '../../domain/phone-number.ts'
import { withWords, writtenNumbers } from './phone-text.ts'

/**
 * The phone numbers in a text, in E.164 and in readable groups if the text or `country` (ISO 3166) gives their country
 * (R3). A label may come before a number; an extension, digits to dial after the answer, or a remark may follow it;
 * there may be several numbers.
 *
 * @example readPhones('mobile:0412555019', 'AU')
 * // [{ label: 'mobile', value: '0412555019', readable: '0412 555 019', e164: '+61412555019' }]
 * @throws FuError `usage` if it is not a number
 */
export function readPhones(text: string, country: string | null): readonly [Phone, ...Phone[]] {
  const [first, ...others] = writtenNumbers(text).map(({ label, value }) => phoneOf(label, value, country))
  if (first !== undefined) return [first, ...others]
  throw usage(`"${text}" is not a phone number.`, 'Write it as "0412 555 019" or "mobile:+61 412 555 019".')
}

/**
 * The phone numbers in a cell or a property, with its label. A text that is not a number is kept unchanged: it may be
 * dialled anyway.
 */
export function labelledPhones(label: string | null, text: string, country: string | null): Phone[] {
  const written = writtenNumbers(text)
  if (written.length === 0) return [keptPhone(label, text, null, country)]
  return written.map(({ label: remark, value }) => phoneOf(withWords(label, remark), value, country))
}

/** The first phone number of a text, as `readPhones` reads it. */
export function readPhone(text: string, country: string | null): Phone {
  return readPhones(text, country)[0]
}

/** @throws FuError `usage` if no numbering rules are known for a country (ISO 3166) */
export function refuseUnknownCountry(country: string): void {
  if (getSupportedRegionCodes().includes(country)) return
  throw usage(
    `"${country}" is not a country code that phone numbers use.`,
    'Write its two letters, as in AU or DE.',
  )
}

/** Whether a text looks like one or several phone numbers of any country. */
export function isPhoneNumber(text: string): boolean {
  return /\p{Nd}/u.test(text) && writtenNumbers(text).length > 0
}

/** Whether a text has the parts of an email address: a name, an `@` and a host, and no control character. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>"\p{Cc}\p{Cs}]+@[^\s@<>"\p{Cc}\p{Cs}]+\.[^\s@<>".\p{Cc}\p{Cs}]+$/u.test(text)
}

/**
 * A stored phone number, with the country found at the time; a number that fits no rule is unchanged. E.164 has no room
 * for an extension, so it is read from the typed number.
 */
export function keptPhone(
  label: string | null,
  value: string,
  e164: string | null,
  country: string | null,
): Phone {
  const parsed = e164 === null ? null : parsePhoneNumber(e164)
  const readable =
    parsed?.valid === true ? readableNumber(parsed, numberParts(value), country) : grouped(value)
  return { label, value, readable, e164 }
}

/** A number from another diary; if its country was unknown there, it is read as typed. */
export function exportedPhone(
  label: string | null,
  value: string,
  e164: string | null,
  country: string | null,
): Phone {
  return e164 === null ? phoneOf(label, value, country) : keptPhone(label, value, e164, country)
}

/**
 * Reads a contact's number again for a new country (R3). A number whose country is known stays the same, and is grouped
 * as it is dialled from the new country; unless it was typed without a country code and `keepsCountry` is false.
 */
export function knownPhone(
  phone: Phone,
  { country, keepsCountry }: { readonly country: string | null; readonly keepsCountry: boolean },
): Phone {
  return withParams(reread(phone, { country, keepsCountry }), phone.params)
}

function reread(
  { label, value, e164 }: Phone,
  { country, keepsCountry }: { readonly country: string | null; readonly keepsCountry: boolean },
): Phone {
  if (e164 !== null && (keepsCountry || phoneOf(label, value, null).e164 !== null))
    return keptPhone(label, value, e164, country)
  // An older version stored a remark after the number as a part of it.
  const [read, another] = labelledPhones(label, value, country)
  if (read === undefined || read.e164 === null || another !== undefined)
    return keptPhone(label, value, e164, country)
  return read
}

/**
 * Reads a typed email address, with an optional label before it.
 *
 * @throws FuError `usage` if it has no name, no `@` or no host
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
  const [, label, rest] = /^\s*([\p{L}][^:@\p{Cc}\p{Cs}]*):(.*)$/u.exec(text) ?? []
  return label === undefined || rest === undefined
    ? { label: null, rest: text.trim() }
    : { label: labelText(label), rest: rest.trim() }
}

function phoneOf(label: string | null, value: string, country: string | null): Phone {
  const parts = numberParts(value)
  const parsed = parts === null ? null : parsedNumber(parts.number, country)
  if (parsed === null) return { label, value, readable: grouped(value), e164: null }
  return { label, value, readable: readableNumber(parsed, parts, country), e164: parsed.number.e164 }
}

/** Parses a number that is valid in its own country or else in `country`; `null` if it is not valid. */
function parsedNumber(number: string, country: string | null): ParsedPhoneNumberValid | null {
  // Most countries dial 00 for another country. In the others, a number with 00 may have been copied from a country
  // that does.
  const international = number.replace(/^[\s([]*(?:00|[+\uff0b])/u, '+')
  const regions = country === null ? {} : { regionCode: country }
  const readings = [...new Set([number, international])].map((text) => parsePhoneNumber(text, regions))
  const withCode = country === null ? null : numberWithoutPlus(number, country, readings)
  if (withCode !== null) return withCode
  const respelled = readings.flatMap((parsed) => {
    const other = parsed.valid || parsed.number === undefined ? null : otherSpelling(parsed.number.e164)
    return other === null ? [] : [parsePhoneNumber(other)]
  })
  return [...readings, ...respelled].find((parsed) => parsed.valid) ?? null
}

/**
 * A number of the user's country with its country code but without a plus sign, as many programs write it:
 * "491701234567". If national numbers begin with a zero, it would be read as a number whose zero is missing.
 */
function numberWithoutPlus(
  number: string,
  country: string,
  [national]: readonly ParsedPhoneNumber[],
): ParsedPhoneNumberValid | null {
  const digits = digitsOf(number)
  if (national?.valid !== true || !digits.startsWith(String(getCountryCodeForRegionCode(country))))
    return null
  if (!national.number.national.startsWith('0') || number.startsWith('+')) return null
  const parsed = parsePhoneNumber(`+${digits}`)
  return parsed.valid ? parsed : null
}

/** The number as dialled from a country, in full if it belongs to another country. */
function readableNumber(
  parsed: ParsedPhoneNumberValid,
  parts: NumberParts | null,
  country: string | null,
): string {
  const { national, international, e164 } = parsed.number
  const extension = parts?.extension == null ? '' : ` ext. ${parts.extension}`
  return `${isDialledAsAtHome(e164, country) ? national : international}${extension}${parts?.dialledAfter ?? ''}`
}

/** Country codes that several countries share without being domestic to each other: +1 and +7. */
const sharedCodes: ReadonlySet<number> = new Set([1, 7])

/** Whether a number is dialled from a country without its country code, as Guernsey's numbers are from Britain. */
function isDialledAsAtHome(e164: string, country: string | null): boolean {
  if (country === null) return false
  const code = getCountryCodeForRegionCode(country)
  if (!e164.startsWith(`+${code}`)) return false
  // Only the whole number tells its country.
  return !sharedCodes.has(code) || parsePhoneNumber(e164).regionCode === country
}

/** Splits a run of digits into groups of three; groups typed by the user are kept. Longer runs are not numbers. */
function grouped(value: string): string {
  if (!/^\d{7,60}$/.test(value)) return value
  const first = value.length % 3 === 0 ? 3 : (value.length % 3) + 3
  return [value.slice(0, first), ...(value.slice(first).match(/\d{3}/g) ?? [])].join(' ')
}
