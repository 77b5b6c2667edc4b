import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { mayContact, type Contact, type ContactName, type NewContact } from '../../domain/contact.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { beginPlan, planNamed } from '../plans/start.ts'

/**
 * The referrer of a contact; `null` also for somebody who does not want to be contacted, even with thanks (R6, R58).
 */
export function referrerToThank(app: App, { source: { from } }: NewContact): Contact | null {
  const sender = from === null ? null : app.diary().contacts.find(from.id)
  return sender !== null && mayContact(sender, null) ? sender : null
}

/** Starts the thank-you for the referrer of a contact (R6). */
export function thankReferrer(
  app: App,
  tx: Transaction,
  sender: Contact,
  { name }: Pick<ContactName, 'name'>,
): OpenPromise[] {
  return beginPlan(app, tx, planNamed(app, 'referred'), {
    at: app.now,
    contact: sender,
    what: name,
    transit: null,
  })
}
