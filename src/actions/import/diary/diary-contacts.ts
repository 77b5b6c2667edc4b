import type { App } from '../../../app.ts'
import type { Contact, ContactName, NewContact } from '../../../domain/contact.ts'
import type { ExportedContact, ExportedPromise, ExportedRows } from '../../../domain/exported-diary.ts'
import { emptyPerson } from '../../../domain/import.ts'
import { digitsOf, normalizeText } from '../../../domain/normalize.ts'
import { numberKey } from '../../../domain/number-spellings.ts'
import { contactOf } from '../contact/contact-of.ts'
import { readable, type Reading } from './readable-rows.ts'
import type { ContactResolver, Resolved } from '../contact/resolve-contact.ts'

/** The local numbers of the contacts; `null` for one that was left out. */
type ContactNumbers = Map<number, number | null>

/** A contact as a promise or an entry names them, with a number or an address if the row has one. */
export type Named = ContactName &
  Partial<Pick<ExportedPromise, 'phone' | 'email'>> & { readonly company?: string | null }

/** Imports the contacts of a diary; returns their numbers here, by their numbers there. */
export async function importContacts(
  books: ExportedRows,
  reading: Reading,
  meets: ContactResolver,
): Promise<ContactNumbers> {
  const numbers: ContactNumbers = new Map()
  const sent: { readonly met: Resolved; readonly by: ContactName; readonly told: string }[] = []
  for await (const { place, row } of readable(books.contacts, reading)) {
    const { from: by } = row.source
    const met = meets.resolve(place, row, { isSent: by !== null, foreignUid: null })
    if (row.id !== null) numbers.set(row.id, met?.id ?? null)
    if (met !== null && by !== null) sent.push({ met, by, told: `${place}, ${row.name}` })
  }
  for (const { met, by, told } of sent) {
    const from = numbers.get(by.id) ?? null
    met.refer(from)
    if (from !== null || !met.lacksReferrer) continue
    const why = numbers.has(by.id) ? 'who was left out' : 'who is not among the people of this file'
    reading.account.note(`${told}, was referred by ${by.name}, ${why}.`)
  }
  return numbers
}

/**
 * The only contact with that name, unless the row's other values contradict it; a name that several contacts have
 * identifies nobody. `others` are contacts with other numbers in the file, which are different people.
 */
export function namesake(app: App, named: Named, others: ReadonlySet<number | null>): number | null {
  const [only, another] = app.diary().contacts.knownBy('name', normalizeText(named.name), 2)
  if (only === undefined || another !== undefined || others.has(only)) return null
  const contact = app.diary().contacts.find(only)
  return contact !== null && canBe(contact, asContact(app, named)) ? only : null
}

/** Whether a company, number and address, if both have some, do not contradict each other. */
function canBe(contact: Contact, row: ExportedContact): boolean {
  const fits = (mine: readonly string[], theirs: readonly string[]): boolean =>
    mine.length === 0 || theirs.length === 0 || theirs.some((text) => mine.includes(text))
  const companies = ({ company }: NewContact): string[] => (company === null ? [] : [normalizeText(company)])
  const numbers = ({ phones }: NewContact): string[] =>
    phones.map(({ value, e164 }) =>
      e164 === null ? digitsOf(value) || normalizeText(value) : numberKey(e164),
    )
  const addresses = ({ emails }: NewContact): string[] => emails.map(({ value }) => value.toLowerCase())
  return [companies, numbers, addresses].every((of) => fits(of(contact), of(row)))
}

export function asContact(app: App, { name, company = null, phone = null, email = null }: Named) {
  const person = {
    ...emptyPerson(),
    name,
    company,
    phones: phone === null ? [] : [{ label: null, value: phone }],
    emails: email === null ? [] : [{ label: null, value: email }],
  }
  return contactOf(person, app.settings().country)
}
