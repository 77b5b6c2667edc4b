import type { Link, LinkKind } from '../../domain/contact-details.ts'
import { eachOf, labelOf, spelledLabel, type Card } from './card.ts'
import { labelIn } from './labels.ts'
import { paramOf, type Property } from './property.ts'

/** The link properties with their kind, and the service of properties that hold only the name there. */
const properties: ReadonlyMap<string, readonly [kind: LinkKind, service?: string]> = new Map([
  ['URL', ['page']],
  ['SOCIALPROFILE', ['profile']],
  ['X-SOCIALPROFILE', ['profile']],
  ['IMPP', ['chat']],
  ['X-AIM', ['chat', 'aim']],
  ['X-GADUGADU', ['chat', 'gadugadu']],
  ['X-GOOGLE-TALK', ['chat', 'google-talk']],
  ['X-GTALK', ['chat', 'gtalk']],
  ['X-ICQ', ['chat', 'icq']],
  ['X-JABBER', ['chat', 'jabber']],
  ['X-MATRIX', ['chat', 'matrix']],
  ['X-MSN', ['chat', 'msn']],
  ['X-QQ', ['chat', 'qq']],
  ['X-SIP', ['chat', 'sip']],
  ['X-SKYPE', ['chat', 'skype']],
  ['X-SKYPE-USERNAME', ['chat', 'skype']],
  ['X-TELEGRAM', ['chat', 'telegram']],
  ['X-YAHOO', ['chat', 'yahoo']],
  ['X-FACEBOOK', ['profile', 'facebook']],
  ['X-LINKEDIN', ['profile', 'linkedin']],
  ['X-TWITTER', ['profile', 'twitter']],
])

/** The web addresses, profiles and chat names of a card. */
export function linksIn(card: Card): Link[] {
  return eachOf(card, [...properties.keys()], (value, property) => {
    const [kind = 'page', service = null] = properties.get(property.name) ?? []
    const label = kind === 'page' ? labelOf(card, property) : serviceLabel(card, property)
    return { label: label ?? service, value, kind }
  })
}

/** The service, with the label home or work if there is one: "work Skype". */
function serviceLabel(card: Card, property: Property): string | null {
  const spelled = spelledLabel(card, property)
  if (spelled !== null) return spelled
  const [service] = [...paramOf(property, 'X-SERVICE-TYPE'), ...paramOf(property, 'SERVICE-TYPE')]
  const types = labelIn(property)
  if (service === undefined || service.trim() === '') return types
  return types === 'home' || types === 'work' ? `${types} ${service.trim()}` : service.trim()
}
