import { addContact } from '../../src/actions/people/add.ts'
import type { Contact, NewContact } from '../../src/domain/contact.ts'
import type { TestApp } from './app.ts'
import { newContact } from './diaries.ts'

/** Adds a contact without a next step, and returns the stored contact. */
export async function added(
  { app, diary }: TestApp,
  name: string,
  known: Partial<NewContact> = {},
): Promise<Contact> {
  const nothingNext = { first: null, isMeantLast: true, evenIfUnwanted: false }
  const { contact } = await addContact(app, newContact(name, known), nothingNext)
  const kept = contact === null ? null : diary.contacts.find(contact.id)
  if (kept === null) throw new Error(`${name} was not added`)
  return kept
}

/** A phone number without a known country. */
export const aPhone = { label: null, value: '0412555019', readable: '0412 555 019', e164: null }
