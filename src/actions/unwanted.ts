import type { App } from '../app.ts'
import type { Channel } from '../domain/channel.ts'
import { mayContact, type Contact, type NewContact } from '../domain/contact.ts'
import { refused } from '../domain/errors.ts'

/** @throws FuError `refused` if the contact does not want to be contacted, at all or by the channel (R58) */
export function refuseUnwanted(
  contact: Contact,
  channel: Channel | null,
  left: 'nothing was written' | 'nothing was opened' = 'nothing was written',
): void {
  if (mayContact(contact, channel)) return
  const how = contact.doNotContact === 'all' ? '' : ` by ${channel}`
  throw refused(
    `${contact.name} does not want to be contacted${how}; ${left}.`,
    `If that has changed: fu edit @${contact.id} --may-contact`,
  )
}

/** @throws FuError `refused` if this may be somebody who was forgotten and blocked (R58) */
export async function refuseForgotten(app: App, fresh: NewContact): Promise<void> {
  const isBlocked = await app.diary().erasures.suppressionCheck()
  if (!isBlocked(fresh)) return
  throw refused(
    `${fresh.name} may be somebody who was forgotten and blocked; nothing was written.`,
    'If this is somebody else, or you want them back, add them with "fu add … --anyway".',
  )
}
