import { pluralize } from '../layout/pluralize.ts'

/** Says that numbers were read again for another country, as the end of a sentence; empty if there were none. */
export function numbersReadAgain(count: number): string {
  if (count === 0) return ''
  return `, and ${pluralize(count, 'number')} without a country code ${count === 1 ? 'was' : 'were'} read again`
}

/** Says that the country of some numbers is unknown. */
export function numbersWithoutCountry(count: number): string {
  return count === 1
    ? 'The country of 1 number is still unknown: "fu doctor" names it.'
    : `The country of ${count} numbers is still unknown: "fu doctor" lists them.`
}
