import type { NewContact } from '../../domain/contact.ts'
import { foreignUidsOf, type ExtraField } from '../../domain/contact-details.ts'
import { namePartNames } from '../../domain/name-parts.ts'
import { monthDay } from '../../domain/partial-date.ts'
import { digitsOf, normalizeText, searchWords } from '../../domain/normalize.ts'

/** The kinds of keys that find a contact by equality or prefix; `yearly` is the day of a birthday or anniversary. */
export type KeyKind = 'name' | 'nick' | 'word' | 'company' | 'email' | 'e164' | 'yearly' | 'uid'

/** The search keys of a contact; the database distributes them to its indexes. */
export type Lookup = {
  readonly keys: readonly (readonly [KeyKind, string])[]
  readonly name: string
  readonly numbers: string
  readonly rest: string
}

/** In characters: nobody searches for a word in a photo, and its text would fill the search table. */
const longestSearched = 1_000

function isSearched({ value, params }: ExtraField): boolean {
  return value.length <= longestSearched && params['ENCODING'] === undefined && !/^data:/iu.test(value)
}

/**
 * The keys of a contact: names as searched by `parse/contact/person.ts`, and numbers in every form that may be typed.
 */
export function lookupOf(contact: NewContact): Lookup {
  const { name, nick, company, phones, emails, addresses, note, tags, source, bestTime } = contact
  const keys: [KeyKind, string][] = [['name', normalizeText(name)]]
  if (nick !== null) keys.push(['nick', normalizeText(nick)])
  for (const word of searchWords(name)) keys.push(['word', word])
  for (const word of company === null ? [] : searchWords(company)) keys.push(['company', word])
  for (const email of emails) keys.push(['email', email.value.toLowerCase()])
  for (const phone of phones) if (phone.e164 !== null) keys.push(['e164', phone.e164])
  const dates = [contact.birthday, ...contact.anniversaries.map(({ date }) => date)]
  for (const date of dates) if (date !== null) keys.push(['yearly', monthDay(date)])
  for (const uid of foreignUidsOf(contact.extra)) keys.push(['uid', uid])
  const numbers = new Set(
    phones.flatMap((phone) => [phone.value, phone.readable, phone.e164 ?? ''].map(digitsOf)),
  )
  const spoken = [name, nick ?? ''].flatMap((text) => [normalizeText(text), ...searchWords(text)])
  const rest = [
    company,
    note,
    bestTime,
    source.met,
    source.word,
    ...tags,
    ...emails.map((email) => email.value),
    ...addresses.map((address) => address.text),
    contact.title,
    contact.department,
    ...namePartNames.map((part) => contact.nameParts[part]),
    ...contact.anniversaries.map(({ label }) => label),
    ...contact.links.flatMap(({ label, value }) => [label, value]),
    ...contact.extra.filter(isSearched).map(({ value }) => value),
  ]
  return {
    keys,
    name: [...new Set(spoken)].join(' '),
    numbers: [...numbers].join(' ').trim(),
    rest: normalizeText(rest.filter((text) => text !== null).join(' ')),
  }
}
