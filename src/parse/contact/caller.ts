import type { Phone } from '../../domain/contact.ts'
import { FuError } from '../../domain/errors.ts'
import { digitsOf } from '../../domain/normalize.ts'
import { numberKey } from '../../domain/number-spellings.ts'
import { visibleNumber } from '../../domain/phone-number.ts'
import { readPhone } from './phone.ts'

/** The caller behind a number in a log: a phone, with a key shared by all spellings of it; `nobody`; or `invalid`. */
export type Caller = { readonly phone: Phone; readonly key: string } | 'nobody' | 'invalid'

/** The longest text that is read as a number. */
const longest = 60

/**
 * Reads a number from a log. Withheld numbers, words ("Private") and service codes (`*86`) are `nobody`.
 *
 * @param country ISO 3166, for numbers without a country code
 */
export function readCaller(text: string, country: string | null): Caller {
  const number = visibleNumber(text).replace(/^tel:/i, '')
  if (number === '' || /^-\d$/.test(number) || number.length > longest)
    return number.length > longest ? 'invalid' : 'nobody'
  if (/^[*#\d]*[*#][*#\d]*$/.test(number) || /^[\p{L}\s._-]+$/u.test(number)) return 'nobody'
  try {
    if (number.includes(':')) return 'invalid'
    const phone = readPhone(number, country)
    return { phone, key: phone.e164 === null ? digitsOf(phone.value) : numberKey(phone.e164) }
  } catch (error) {
    if (error instanceof FuError) return 'invalid'
    throw error
  }
}
