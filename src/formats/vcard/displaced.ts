import type { NewContact } from '../../domain/contact.ts'
import { unitSeparator, type ExtraField } from '../../domain/contact-details.ts'
import { emptyNameParts, namePartNames } from '../../domain/name-parts.ts'
import { normalizeText, queryWords, searchWords } from '../../domain/normalize.ts'
import { partialDateText } from '../../domain/partial-date.ts'
import { escaped } from './content-line.ts'

/** A card property whose field already has another value, and its name in words. */
export type Displaced = { readonly field: ExtraField; readonly words: string }

/** Properties of the file, not of the person; they differ in every export. */
const stamps = new Set(['PRODID', 'REV', 'X-ETAG', 'X-GENERATOR'])

/**
 * Splits a person from a file: the values that do not conflict with those of the contact, and the conflicting ones as
 * card properties, to be kept as extra fields (R71). A second company is a second ORG.
 */
export function withoutDisplaced<Person extends NewContact>(
  contact: NewContact,
  person: Person,
): { readonly person: Person; readonly displaced: readonly Displaced[] } {
  const displaced: Displaced[] = []
  const displace = (name: string, words: string, parts: readonly (string | null)[]): void => {
    const value = parts.map((part) => escaped(part ?? '')).join(';')
    displaced.push({ field: { name, group: null, params: {}, value }, words })
  }
  const differs = (field: 'company' | 'department' | 'nick' | 'title' | 'timeZone'): boolean =>
    isAnother(contact[field], person[field])

  const isOtherName = !isToldBy(contact.name, person.name)
  if (isOtherName) displace('FN', 'another name', [person.name])
  const isOtherN = namePartNames.some((part) => isAnother(contact.nameParts[part], person.nameParts[part]))
  if (isOtherN) {
    const { family, given, middle, prefix, suffix } = person.nameParts
    displace('N', 'other parts of the name', [family, given, middle, prefix, suffix])
  }
  const isOtherJob = differs('company') || differs('department')
  if (isOtherJob) {
    const words = differs('company') ? 'another company' : 'another department'
    displace('ORG', words, [person.company, ...(person.department?.split(unitSeparator) ?? [])])
  }
  if (differs('nick')) displace('NICKNAME', 'another nickname', [person.nick])
  if (differs('title')) displace('TITLE', 'another title', [person.title])
  if (differs('timeZone')) displace('TZ', 'another time zone', [person.timeZone])
  const [mine, theirs] = [contact.birthday, person.birthday]
  const isOtherDay = mine !== null && theirs !== null && partialDateText(mine) !== partialDateText(theirs)
  if (isOtherDay) displace('BDAY', 'another birthday', [partialDateText(theirs)])
  const known = new Set(contact.extra.map(({ name }) => name))
  return {
    displaced,
    person: {
      ...person,
      name: contact.name,
      nameParts: isOtherN || isOtherName ? emptyNameParts : person.nameParts,
      ...(isOtherJob ? { company: null, department: null } : {}),
      nick: differs('nick') ? null : person.nick,
      title: differs('title') ? null : person.title,
      timeZone: differs('timeZone') ? null : person.timeZone,
      birthday: isOtherDay ? null : theirs,
      extra: person.extra.filter(
        (field) => !isKnownBy(contact, field) && (!stamps.has(field.name) || !known.has(field.name)),
      ),
    },
  }
}

/** Whether an extra property only repeats a field of the contact. */
function isKnownBy({ name, company, nick, title, birthday }: NewContact, field: ExtraField): boolean {
  const known: Readonly<Record<string, string | null>> = {
    FN: name,
    ORG: company,
    NICKNAME: nick,
    TITLE: title,
    BDAY: birthday === null ? null : partialDateText(birthday),
  }
  const value = known[field.name] ?? null
  return value !== null && field.value === escaped(value)
}

/** Whether both are known and differ, ignoring case and spaces. */
function isAnother(mine: string | null, theirs: string | null): boolean {
  return mine !== null && theirs !== null && normalizeText(mine) !== normalizeText(theirs)
}

/** Whether one name adds nothing to another: each of its words is a word of the other, or the beginning of one. */
function isToldBy(name: string, other: string): boolean {
  const words = searchWords(name)
  return queryWords(other).every((word) => words.some((known) => known.startsWith(word)))
}
