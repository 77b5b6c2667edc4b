import { digitsOf, plain } from './spelling.ts'

/** What a person can be recognised by, wherever they are written down. */
export type Recognisable = {
  readonly uid?: string | null
  readonly name: string | null
  readonly company: string | null
  readonly emails: readonly { readonly value: string }[]
  readonly phones: readonly { readonly value: string; readonly e164: string | null }[]
}

/** Shorter numbers are too common to be anybody's: `000`, an extension. */
export const fewestDigits = 6

/**
 * The keys by which a person is known again, each with its kind: those of a name count together with its company,
 * since many have the name alone.
 *
 * @example recognisedBy({ name: 'Gary Lee', company: null, emails: [], phones: [] }) // ['name gary lee, ']
 */
export function recognisedBy({ uid, name, company, emails, phones }: Recognisable): string[] {
  return [
    ...(uid === undefined || uid === null ? [] : [`uid ${uid}`]),
    ...(name === null ? [] : [`name ${plain(name)}, ${plain(company ?? '')}`]),
    ...emails.map(({ value }) => `email ${value.trim().toLowerCase()}`),
    ...phones.flatMap(({ e164, value }) => {
      const digits = digitsOf(value)
      if (e164 !== null) return [`number ${e164}`]
      return digits.length < fewestDigits ? [] : [`number ${digits}`]
    }),
  ]
}
