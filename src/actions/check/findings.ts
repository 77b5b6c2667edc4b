import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Findings } from '../../domain/finding.ts'
import { findingsIn } from '../../schedule/check/check.ts'

/** The gaps of one contact, or of the whole diary. */
export function findingsOf(app: App, contact: Contact | null = null): Findings {
  const diary = app.diary()
  return findingsIn({
    contacts: contact === null ? diary.contacts.all() : [contact],
    open: diary.promises
      .where({ status: 'open', ...(contact === null ? {} : { contacts: [contact.id] }) })
      .filter((promise) => promise.status === 'open'),
    meantLast: diary.entries.nothingNext(),
    cadences: app.settings().cadences,
  })
}
