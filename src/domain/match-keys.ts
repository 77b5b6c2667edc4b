import { digitsOf, normalizeText } from './normalize.ts'
import { spellingsOf } from './number-spellings.ts'

/** The fields by which a person in the diary or in a file is matched. */
export type Matchable = {
  readonly uid?: string | null
  readonly name: string | null
  readonly company: string | null
  readonly emails: readonly { readonly value: string }[]
  readonly phones: readonly { readonly value: string; readonly e164: string | null }[]
}

/** Shorter numbers identify nobody: `000`, an extension. */
export const minimumDigits = 6

/**
 * The keys by which a person is matched, each prefixed with its kind. A name counts only together with its company, since
 * many people share a name.
 *
 * @example matchKeys({ name: 'Gary Lee', company: null, emails: [], phones: [] }) // ['name gary lee, ']
 */
export function matchKeys({ uid, name, company, emails, phones }: Matchable): string[] {
  return [
    ...(uid === undefined || uid === null ? [] : [`uid ${uid}`]),
    ...(name === null ? [] : [`name ${normalizeText(name)}, ${normalizeText(company ?? '')}`]),
    ...emails.map(({ value }) => `email ${value.trim().toLowerCase()}`),
    ...phones.flatMap(({ e164, value }) => {
      const digits = digitsOf(value)
      if (e164 !== null) return spellingsOf(e164).map((spelling) => `number ${spelling}`)
      return digits.length < minimumDigits ? [] : [`number ${digits}`]
    }),
  ]
}
