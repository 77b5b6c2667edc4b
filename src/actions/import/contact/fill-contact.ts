import type { Contact, ContactName, NewContact } from '../../../domain/contact.ts'
import { groupLabel, type ExtraField } from '../../../domain/contact-details.ts'
import type { ExportedContact } from '../../../domain/exported-diary.ts'
import { extraMissing } from '../../../domain/merge-extra.ts'
import {
  containsLines,
  joinNotes,
  mergeContacts,
  type Difference,
  type Taken,
} from '../../../domain/merge.ts'
import { withoutDisplaced } from '../../../formats/vcard/displaced.ts'

/** A contact filled from a file. */
export type Filled = {
  readonly filled: NewContact
  /** The additions in words: "a birthday", "email gary@lee.example". */
  readonly gaps: readonly string[]
  /** The do-not-contact mark, if the file has a stricter one. */
  readonly mark: Taken | null
  /** Differing values of the file that have no place in the contact. */
  readonly differences: readonly Difference[]
}

/**
 * The contact with the additions of a person from an address book: a note is appended to the note, and a value that
 * differs from the contact's becomes an extra field, so that nothing is lost (R71).
 */
export function filledFromPerson(contact: Contact, row: ExportedContact, from: ContactName | null): Filled {
  const { person, displaced } = withoutDisplaced(
    contact,
    isNamedByReach(row) ? { ...row, name: contact.name } : row,
  )
  const extra = [...person.extra, ...displaced.map(({ field }) => field)]
  const { contact: merged, taken, differences } = merge(contact, { ...person, extra }, from)
  const words = new Map<ExtraField, string>(displaced.map(({ field, words: said }) => [field, said]))
  return {
    filled: { ...merged, note: joinNotes(contact.note, row.note) },
    gaps: [
      ...taken.filter(({ kind }) => kind === 'field').map(gapWords),
      ...extraMissing(contact.extra, extra)
        .filter(({ name }) => name !== groupLabel)
        .map((field) => words.get(field) ?? field.name),
    ],
    mark: markIn(taken),
    differences,
  }
}

/**
 * The contact with the additions of another diary, which never adds a second value of a field; a note only counts as
 * missing if there is none. The values of cards merged there are already in its note, so they are not new.
 */
export function filledFromDiary(contact: Contact, row: ExportedContact, from: ContactName | null): Filled {
  const {
    contact: merged,
    taken,
    differences,
  } = merge(contact, { ...row, note: contact.note === null ? row.note : null }, from)
  const isNew = row.note !== null && contact.note !== null && !containsLines(contact.note, row.note)
  const note = isNew ? [{ field: 'note', kept: contact.note, other: row.note }] : []
  const said = (contact.note ?? '').split('\n')
  const isSaid = ({ field, other }: Difference): boolean =>
    said.some((line) => /^@\d+ said: /.test(line) && line.endsWith(` said: ${field} ${other}`))
  return {
    filled: { ...merged, note: contact.note ?? row.note },
    gaps: taken.filter(({ kind }) => kind !== 'mark').map(gapWords),
    mark: markIn(taken),
    differences: [...differences.filter((difference) => !isSaid(difference)), ...note],
  }
}

function merge(contact: Contact, row: ExportedContact, from: ContactName | null) {
  const other = { ...row, id: 0, uid: '', addedAt: contact.addedAt, source: { ...row.source, from } }
  return mergeContacts(contact, other)
}

function markIn(taken: readonly Taken[]): Taken | null {
  return taken.find(({ kind }) => kind === 'mark') ?? null
}

/** The additions in words; a value that is long or says little is left out. */
function gapWords({ field, words }: Taken): string {
  return field === 'note' || field === 'birthday' ? `a ${field}` : words
}

/** Whether somebody's name is only their number or address. */
export function isNamedByReach({
  name,
  phones,
  emails,
}: Pick<NewContact, 'name' | 'phones' | 'emails'>): boolean {
  return (
    phones.some(({ value, readable }) => value === name || readable === name) ||
    emails.some(({ value }) => value === name)
  )
}
