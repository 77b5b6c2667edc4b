import { digitsOf } from './normalize.ts'
import { spellingsOf } from './number-spellings.ts'
import { visibleNumber } from './phone-number.ts'

/** The fewest digits that are searched as a part of a phone number. */
const fewestDigits = 4

/** International dialling prefixes of various countries. */
const internationalPrefixes = ['00', '0011', '011', '010', '001', '002', '810']

/**
 * The digits to search for a part of a number, the likeliest first: as typed, then without an international prefix,
 * then after the trunk zero; each in the other spelling of mobile numbers too. None if the text does not look like a
 * part of a number.
 *
 * @example searchedDigits('+49 (0)30 1234') // ['49301234']
 * @example searchedDigits('0049 30 1234') // ['0049301234', '49301234', '049301234']
 */
export function searchedDigits(text: string): string[] {
  const typed = visibleNumber(text).normalize('NFKC')
  if (!/^[+([]*\p{Nd}[\p{Nd}\s()[\]./\u2010-\u2015\u2212~-]*$/u.test(typed)) return []
  // A zero in brackets is not dialled after a country code.
  const digits = digitsOf(typed.replace(/(?<=\p{Nd}\D*)[([]0[)\]]/gu, ''))
  const national = internationalPrefixes
    .filter((prefix) => digits.startsWith(prefix))
    .map((prefix) => digits.slice(prefix.length))
  const forms = [digits, ...national, digits.replace(/^0/, '')].flatMap((form) =>
    spellingsOf(`+${form}`).map(digitsOf),
  )
  return [...new Set(forms)].filter((form) => form.length >= fewestDigits)
}
