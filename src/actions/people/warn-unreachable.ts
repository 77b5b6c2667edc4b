import type { App } from '../../app.ts'
import { reachBy, valueFor, type Channel, type Contact } from '../../domain/contact.ts'

/** Notes at once that there is no number or address for what was promised (R2). */
export function warnUnreachable(app: App, contact: Contact, wanted: Channel | null): void {
  const channel = wanted ?? contact.channel ?? 'call'
  if (valueFor(contact, channel) !== null) return
  const { option, missing } = fieldFor[channel]
  const other = reachBy(contact, null)
  const known = other === null ? '' : ` (known: ${other.value})`
  app.terminal.note(`${contact.name} has no ${missing}${known}: fu edit @${contact.id} ${option} …`)
}

const phone = { option: '--phone', missing: 'phone number' }
const email = { option: '--email', missing: 'email address' }
const address = { option: '--address', missing: 'postal address' }

/** The field of a contact that each channel needs. */
const fieldFor: Readonly<Record<Channel, { option: string; missing: string }>> = {
  call: phone,
  text: phone,
  email,
  video: email,
  post: address,
  visit: address,
}
