import {
  getExample,
  getNumberFrom,
  getSupportedRegionCodes,
  parsePhoneNumber,
  type ParsedPhoneNumberValid,
} from 'awesome-phonenumber'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../support/runs.ts'
import { readPhones } from '../../../src/parse/contact/phone.ts'

const countries = getSupportedRegionCodes()
const types = ['fixed-line', 'mobile', 'toll-free'] as const

/** Valid numbers of every country that are called from others, as the library knows them. */
const known: readonly ParsedPhoneNumberValid[] = countries.flatMap((country) =>
  types.flatMap((type) => {
    try {
      const parsed = parsePhoneNumber(getExample(country, type).number?.e164 ?? '')
      return parsed.valid && parsed.canBeInternationallyDialled ? [parsed] : []
    } catch {
      // The country has no such numbers.
      return []
    }
  }),
)
const numbers = fc.constantFrom(...known)

/** The ways in which people write one number. */
const writings: readonly ((number: { international: string; e164: string }) => string)[] = [
  ({ e164 }) => e164,
  ({ international }) => international,
  ({ international }) => `\u202a${international}\u202c`,
  ({ international }) => international.replace(/^\+(\d+)/, '(+$1)'),
  ({ international }) => international.replace(/^\+/, '00 '),
  ({ international }) => international.replace(/^\+(\d+)/, '(00$1)'),
  ({ international }) => `'${international}`,
  ({ international }) => `work: ${international}`,
  ({ international }) => `${international}, ext. 12`,
  ({ international }) => `${international},,123#`,
  ({ international }) => `${international} (desk)`,
]

/** Whether digits are another valid number in a country: what is dialled before other countries is not the same. */
function isAmbiguous(text: string, country: string | null, e164: string): boolean {
  const parsed = parsePhoneNumber(text, country === null ? {} : { regionCode: country })
  return parsed.valid && parsed.number.e164 !== e164
}

test('a number of any country is read alike in any country, however it is written (R3)', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.constantFrom(...writings),
      fc.constantFrom(...countries, null),
      ({ number }, write, country) => {
        const text = write(number)
        fc.pre(!isAmbiguous(text, country, number.e164))
        expect(readPhones(text, country)).toMatchObject([{ e164: number.e164 }])
      },
    ),
    runs(2000),
  )
})

test('a number reads as itself again as it is shown, wherever it was dialled from (R3)', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom(...countries), (number, country) => {
      const dialled = getNumberFrom(number, country).number ?? ''
      fc.pre(dialled !== '' && !isAmbiguous(dialled, country, number.number.e164))
      const [phone] = readPhones(dialled, country)
      expect(phone.e164).toBe(number.number.e164)
      expect(parsePhoneNumber(phone.readable, { regionCode: country }).number?.e164).toBe(phone.e164)
    }),
    runs(2000),
  )
})
