import type { Contact, ContactKind } from '../../domain/contact.ts'

/** The kinds of people who become customers by a sale. */
const buyersToBe: ReadonlySet<ContactKind | null> = new Set(['prospect', 'past-customer', null])

/** A contact after a sale; a prospect becomes a customer. */
export function asCustomer(contact: Contact): Contact {
  return buyersToBe.has(contact.kind) ? { ...contact, kind: 'customer' } : contact
}
