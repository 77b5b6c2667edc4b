import { pluralize } from '../layout/pluralize.ts'

/** That numbers were read again for another country, as the end of a sentence; nothing where none was. */
export function numbersReadAgain(count: number): string {
  if (count === 0) return ''
  return `, and ${pluralize(count, 'number')} without a country code ${count === 1 ? 'was' : 'were'} read again`
}

/** That the country of numbers is unknown. */
export function numbersWithoutCountry(count: number): string {
  return count === 1
    ? 'The country of 1 number is still unknown: "fu doctor" names it.'
    : `The country of ${count} numbers is still unknown: "fu doctor" names them.`
}
