import type { Contact } from '../../domain/contact.ts'
import type { Duplicates, Likeness } from '../../domain/finding.ts'
import { minimumDigits } from '../../domain/match-keys.ts'
import { digitsOf, normalizeText } from '../../domain/normalize.ts'
import { numberKey } from '../../domain/number-spellings.ts'
import { groupBy } from '../../domain/group-by.ts'

/**
 * Contacts who may be the same person: with the same phone number, the same email address, or the same name unless they
 * work for different companies. Each set of contacts is listed once, with everything that they share. Sets in which
 * nobody may be contacted are left out.
 */
export function duplicatesAmong(contacts: readonly Contact[]): Duplicates[] {
  const alike = [
    ...sharing(contacts, 'number', numbersOf),
    ...sharing(contacts, 'email', ({ emails }) => emails.map(({ value }) => [value.toLowerCase(), value])),
    ...sharing(contacts, 'name', ({ name }) => [[normalizeText(name), name]]).flatMap(ofOneCompany),
  ].filter((found) => found.contacts.some(({ doNotContact }) => doNotContact !== 'all'))
  const sets = groupBy(alike, (found) => found.contacts.map(({ id }) => id).join(' '))
  return [...sets.values()].map((found) => ({
    contacts: found[0]?.contacts ?? [],
    alike: found.map(({ likeness }) => likeness),
  }))
}

type Alike = { readonly contacts: readonly Contact[]; readonly likeness: Likeness }

/** A key that is equal for possible duplicates, and the value to show. */
type Key = readonly [key: string, value: string]

function sharing(
  contacts: readonly Contact[],
  by: Likeness['by'],
  keysOf: (contact: Contact) => readonly Key[],
): Alike[] {
  const keyed = contacts.flatMap((contact) =>
    [...new Map(keysOf(contact))].map(([key, value]) => ({ contact, key, value })),
  )
  return [...groupBy(keyed, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined || same.length < 2 || first.key === '') return []
    return [{ contacts: same.map(({ contact }) => contact), likeness: { by, value: first.value } }]
  })
}

function numbersOf({ phones }: Contact): Key[] {
  return phones.flatMap(({ e164, value, readable }) => {
    const digits = digitsOf(value)
    return e164 === null && digits.length < minimumDigits
      ? []
      : [[e164 === null ? digits : numberKey(e164), readable]]
  })
}

/** People with the same name are distinguished by their company; one without a company may be any of them. */
function ofOneCompany({ contacts, likeness }: Alike): Alike[] {
  if (contacts.some(({ company }) => company === null)) return [{ contacts, likeness }]
  return [...groupBy(contacts, ({ company }) => normalizeText(company ?? '')).values()]
    .filter((colleagues) => colleagues.length > 1)
    .map((colleagues) => ({ contacts: colleagues, likeness }))
}
