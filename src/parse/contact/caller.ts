import type { Phone } from '../../domain/contact.ts'
import { FuError } from '../../domain/errors.ts'
import { digitsOf } from '../../domain/normalize.ts'
import { numberKey } from '../../domain/number-spellings.ts'
import { visibleNumber } from '../../domain/phone-number.ts'
import { readPhone } from './phone.ts'

/** Who a number of a log is: a phone, with the key that all ways of writing it share; nobody; or no number. */
export type Caller = { readonly phone: Phone; readonly key: string } | 'nobody' | 'invalid'

/** The longest text that is looked at as a number. */
const longest = 60

/**
 * The phone behind a number as a log writes it. Withheld numbers, words ("Private") and service codes (`*86`) are
 * nobody's.
 *
 * @param country ISO 3166, for numbers without their country
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
