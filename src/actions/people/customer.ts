import type { Contact, ContactKind } from '../../domain/contact.ts'

/** The kinds of people whom a sale makes customers. */
const buyersToBe: ReadonlySet<ContactKind | null> = new Set(['prospect', 'past-customer', null])

/** A contact after a sale: a customer, where they were to become one. */
export function asCustomer(contact: Contact): Contact {
  return buyersToBe.has(contact.kind) ? { ...contact, kind: 'customer' } : contact
}
