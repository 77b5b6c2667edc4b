import type { NewContact } from './contact.ts'
import { namePartNames } from './name-parts.ts'
import type { ImportedPerson } from './import.ts'

/*
 * Limits of an imported file. A few bytes must not cause minutes of work, so everything that costs more than its bytes
 * is limited: rows, and the lists of a contact. No file written by a program or a person comes near these limits.
 */

/** The number of rows that any file may have. */
const alwaysAllowed = 100_000
/** A longer file may have more: the average row of an address book or a diary has more bytes than this. */
const bytesPerRow = 100

/** The most rows for a file of this many bytes. */
export function mostRows(bytes: number): number {
  return Math.max(alwaysAllowed, Math.floor(bytes / bytesPerRow))
}

/** The highest number that a row keeps in an empty diary; beyond it, new rows would run out of numbers. */
export const highestNumber = 1_000_000_000

/** The most unreadable rows that are reported; a file with more is not an export. */
export const mostInvalidRows = 10_000

/** The most phone numbers, and likewise email addresses, postal addresses and tags, of a contact. */
export const mostPerContact = 2_000

/** The most columns of our own tables (enough for the fullest contact), and of other tables. */
export const mostColumns = { ours: 30_000, others: 5_000 }

/** The most extra fields of a contact: twice the columns of the widest address books. */
export const mostExtra = 500

/** The longest one-line text: a name, a number, a tag. */
export const longestLine = 20_000

/** The longest value of an extra field: enough for a public key or a thumbnail, not for a photo. */
export const longestExtra = 20_000

/** The most text in all extra fields of a contact together. */
export const mostExtraText = 100_000

/** The most text in all numbers, addresses, tags and links of a contact together, with their labels. */
export const mostListText = 100_000

/** The longest text of all: a note. */
export const longestText = 1_000_000

/** The longest note merged from several rows: each addition reads and writes the whole note. */
const longestMergedNote = 100_000

/** The field in which an imported person exceeds a limit, as a sentence about a row; `null` if none does. */
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
 * The field in which a contact would exceed a limit after an addition, as the end of a sentence; `null` if none would.
 * Existing excess does not count.
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

/** An amount and its limit. */
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
