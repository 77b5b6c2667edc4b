import type { Contact, Phone, ReachBy } from './contact.ts'
import { digitsOf } from './normalize.ts'
import { numberParts } from './phone-number.ts'

/**
 * The link for a number or an address: `tel:`, `sms:` or `mailto:`. `null` if there is none, or if the value has
 * characters that such a link cannot contain.
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

/** A number as phones dial it, with its extension and the digits dialled after the answer. */
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

/** The link to a map of a postal address. */
export function mapLink(address: string): string {
  const text = address.replace(/[\s\p{Cs}]+/gu, ' ')
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(text)}`
}
