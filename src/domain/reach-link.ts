import type { Contact, Phone, ReachBy } from './contact.ts'
import { digitsOf } from './normalize.ts'
import { numberParts } from './phone-number.ts'

/**
 * Where a number or an address leads: `tel:`, `sms:` or `mailto:`. `null` if it leads nowhere, or has characters in it
 * that an address of this kind cannot have.
 */
export function reachLink({ channel, value }: ReachBy, { phones }: Pick<Contact, 'phones'>): string | null {
  if (channel === 'post' || channel === 'visit') return null
  if (/^[!-?A-~]+@[!-?A-~]+$/.test(value)) {
    return `mailto:${value.split('@').map(encodeURIComponent).join('@')}`
  }
  const phone = phones.find(({ readable }) => readable === value)
  if (phone === undefined) return null
  return channel === 'text' ? `sms:${dialled(phone)}` : telLink(phone)
}

/** A number as phones dial it, its extension and what is dialled after it too. */
function telLink(phone: Phone): string {
  const parts = numberParts(phone.value)
  const extension = parts?.extension == null ? '' : `;ext=${digitsOf(parts.extension)}`
  const after = encodeURIComponent(parts?.dialledAfter ?? '').replaceAll('%2C', ',')
  return `tel:${dialled(phone)}${extension}${after}`
}

function dialled({ e164, value }: Phone): string {
  const number = numberParts(value)?.number ?? value
  return e164 ?? `${number.startsWith('+') ? '+' : ''}${digitsOf(number)}`
}

/** A map of a postal address. */
export function mapLink(address: string): string {
  const text = address.replace(/[\s\p{Cs}]+/gu, ' ')
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(text)}`
}
