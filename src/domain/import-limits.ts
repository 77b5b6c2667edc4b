import type { NewContact } from './contact.ts'
import { namePartNames } from './name-parts.ts'
import type { ImportedPerson } from './import.ts'

/*
 * What one imported file may hold. A few bytes must not make work for minutes, so what costs more than its bytes do is
 * bounded: rows, and what a contact has many of. No file that a program or a person wrote comes near these bounds.
 */

/** Every file may have so many rows. */
const alwaysAllowed = 100_000
/** A longer file may have more: a row of an address book or a diary has more bytes than this on the average. */
const bytesPerRow = 100

/** The most rows that a file of some bytes may have. */
export function mostRows(bytes: number): number {
  return Math.max(alwaysAllowed, Math.floor(bytes / bytesPerRow))
}

/** The highest number that a row keeps where it comes into an empty diary; behind a higher one no more could follow. */
export const highestNumber = 1_000_000_000

/** So many rows that cannot be read are reported; a file with more of them is something else. */
export const mostInvalidRows = 10_000

/** The most phone numbers, of email addresses, of addresses and of tags that a contact has. */
export const mostPerContact = 2_000

/** The most columns of a table of ours: as many as that of a contact with the most of everything; and of any other. */
export const mostColumns = { ours: 30_000, others: 5_000 }

/** The most extra fields of a contact: the columns of the widest address books, and as many again. */
export const mostExtra = 500

/** The longest text that stands on one line: a name, a number, a tag. */
export const longestLine = 20_000

/** The longest value of an extra field: a public key, the picture of a face on a list, but no photo. */
export const longestExtra = 20_000

/** The most text of all extra fields of a contact together. */
export const mostExtraText = 100_000

/** The most text of all numbers, addresses, tags and links of a contact together, with their labels. */
export const mostListText = 100_000

/** The longest text of all: a note. */
export const longestText = 1_000_000

/** The longest note that is put together of those of several rows: each of them is read and written with the whole. */
const longestMergedNote = 100_000

/** What of an imported person is more than a contact can hold, as a sentence about a row; `null` if nothing is. */
export function excessOf(person: ImportedPerson): string | null {
  const { name, company, nick, met, word, from, bestTime, timeZone, note, tags, title, department } = person
  for (const { what, count, most } of amountsIn(person)) {
    if (count > most) return `it has ${count} ${what}, and a contact has at most ${most}`
  }
  const labelled = [...person.phones, ...person.emails, ...person.links]
  const lines = [
    name,
    company,
    nick,
    met,
    word,
    from,
    bestTime,
    timeZone,
    title,
    department,
    ...namePartNames.map((part) => person.nameParts[part]),
    ...person.anniversaries.map(({ label }) => label),
    ...person.extra.map(({ value }) => value),
    ...tags,
    ...labelled.flatMap(({ label, value }) => [label, value]),
    ...person.addresses.flatMap(({ label, text }) => [label, text]),
  ]
  const long = lines.find((line) => (line ?? '').length > longestLine)
  if (long !== undefined)
    return `it has a text of ${long?.length} characters, and a text has at most ${longestLine}`
  if (note !== null && note.length > longestText) {
    return `its note has ${note.length} characters, and a note has at most ${longestText}`
  }
  return null
}

/**
 * What of a contact would be more than it can hold after something was added, as the end of a sentence; `null` if nothing
 * is. What it had too much of before does not count.
 */
export function excessOfMerged(before: NewContact, after: NewContact): string | null {
  const amounts = (contact: NewContact): Amount[] => [
    ...amountsIn(contact),
    {
      what: 'characters in extra fields',
      count: sum(contact.extra.map(({ value }) => value.length)),
      most: mostExtraText,
    },
    { what: 'characters in its note', count: contact.note?.length ?? 0, most: longestMergedNote },
  ]
  const had = amounts(before)
  const over = amounts(after).find(
    ({ count, most }, index) => count > most && count > (had[index]?.count ?? 0),
  )
  if (over === undefined) return null
  return `it would have ${over.count} ${over.what}, and an import adds up to ${over.most}`
}

/** So many of something there are, and so many there can be. */
type Amount = { readonly what: string; readonly count: number; readonly most: number }

type Labelled = { readonly label: string | null }

function amountsIn(person: {
  readonly phones: readonly (Labelled & { readonly value: string })[]
  readonly emails: readonly (Labelled & { readonly value: string })[]
  readonly addresses: readonly (Labelled & { readonly text: string })[]
  readonly tags: readonly string[]
  readonly links: readonly (Labelled & { readonly value: string })[]
  readonly anniversaries: readonly unknown[]
  readonly extra: readonly unknown[]
}): Amount[] {
  const { phones, emails, addresses, tags, links, anniversaries, extra } = person
  const lists = {
    'phone numbers': phones,
    'email addresses': emails,
    addresses,
    tags,
    links,
    anniversaries,
    'extra fields': extra,
  }
  const texts = [
    ...[...phones, ...emails, ...links].flatMap(({ label, value }) => [label ?? '', value]),
    ...addresses.flatMap(({ label, text }) => [label ?? '', text]),
    ...tags,
  ]
  return [
    ...Object.entries(lists).map(([what, list]) => ({
      what,
      count: list.length,
      most: list === extra ? mostExtra : mostPerContact,
    })),
    {
      what: 'characters in numbers, addresses, tags and links',
      count: sum(texts.map(({ length }) => length)),
      most: mostListText,
    },
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
