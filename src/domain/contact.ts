import { channels, isMessenger, type Channel, type OtherChannel } from './channel.ts'
import type { Moment } from './moment.ts'
import type { Cadence } from './cadence.ts'
import { emptyDetails, type ContactDetails } from './contact-details.ts'

/** The kinds of people (R7). */
export const contactKinds = [
  'prospect',
  'customer',
  'past-customer',
  'referrer',
  'partner',
  'supplier',
  'candidate',
  'colleague',
  'friend',
  'family',
  'other',
] as const
export type ContactKind = (typeof contactKinds)[number]

/** A phone number as typed, grouped for reading, and in E.164 if its country is known (R3). */
export type Phone = {
  readonly label: string | null
  readonly value: string
  readonly readable: string
  readonly e164: string | null
  readonly params?: CardParams
}
export type Email = { readonly label: string | null; readonly value: string; readonly params?: CardParams }

/** The parameters of a number or an address on a card that its label does not say, by their names, as they came (R71). */
export type CardParams = Readonly<Record<string, readonly string[]>>

/** A copy of a number or an address with these parameters; without the field if there are none. */
export function withParams<Item extends object>(
  item: Item,
  params: CardParams | undefined,
): Item & { readonly params?: CardParams } {
  return params === undefined || Object.keys(params).length === 0 ? item : { ...item, params }
}

/** The parts of a postal address, in the order of the ADR property of a vCard. */
export const addressPartNames = ['box', 'extended', 'street', 'town', 'region', 'code', 'country'] as const
export type AddressParts = Readonly<Record<(typeof addressPartNames)[number], string>>

/** A postal address as printed; with its parts if a card had them. */
export type Address = {
  readonly label: string | null
  readonly text: string
  readonly parts?: AddressParts
}

/** Where a contact came from: the place they were met, and who or what sent them (R6). */
export type Source = {
  readonly met: string | null
  readonly word: string | null
  readonly from: ContactName | null
}

export type ContactName = { readonly id: number; readonly name: string }

/** A person in the diary. */
export type Contact = {
  readonly id: number
  readonly uid: string
  readonly name: string
  readonly company: string | null
  readonly nick: string | null
  readonly kind: ContactKind | null
  /** The channel they prefer; `null` while they were never asked (R8). */
  readonly channel: Channel | null
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
  readonly addresses: readonly Address[]
  readonly source: Source
  readonly every: Cadence | null
  /** Their IANA time zone, if it is not the user's (R60). */
  readonly timeZone: string | null
  readonly bestTime: string | null
  readonly tags: readonly string[]
  readonly note: string | null
  readonly doNotContact: readonly Channel[] | 'all' | null
  readonly addedAt: Moment
} & ContactDetails

/** A contact that is not in the diary yet. */
export type NewContact = Omit<Contact, 'id' | 'uid' | 'addedAt'>

/** The fields of a contact with only a name. */
export function emptyContact(): Omit<NewContact, 'name'> {
  return {
    company: null,
    nick: null,
    kind: null,
    channel: null,
    phones: [],
    emails: [],
    addresses: [],
    source: { met: null, word: null, from: null },
    every: null,
    timeZone: null,
    bestTime: null,
    tags: [],
    note: null,
    doNotContact: null,
    ...emptyDetails(),
  }
}

/** "Gary Lee, Lee Mortgages": a name with its company, if there is one. */
export function nameAndCompany(contact: { name: string; company: string | null }): string {
  return contact.company === null ? contact.name : `${contact.name}, ${contact.company}`
}

export type Reachable = Pick<
  Contact,
  'channel' | 'phones' | 'emails' | 'addresses' | 'links' | 'doNotContact'
>

/** How to reach somebody: the channel, and the number or address for it. */
export type ReachBy = { readonly channel: Channel; readonly value: string }

/**
 * The do-not-contact mark for unwanted channels: all channels become `'all'`, none becomes `null` (R58).
 *
 * @example markOf(['call', 'text']) // ['call', 'text']
 * @example markOf(channels) // 'all'
 */
export function markOf(unwanted: readonly Channel[] | 'all' | null): Contact['doNotContact'] {
  if (unwanted === null || unwanted === 'all') return unwanted
  if (unwanted.length === 0) return null
  return channels.every((channel) => unwanted.includes(channel)) ? 'all' : unwanted
}

/** The planned channel, or another one if the contact does not want it (R58). */
export function permittedChannel(contact: Reachable, planned: Channel): Channel {
  if (mayContact(contact, planned)) return planned
  const reach = reachBy(contact, null)
  return reach?.channel ?? channels.find((channel) => mayContact(contact, channel)) ?? planned
}

/** Whether a contact may be contacted at all, or by a channel (R58). */
export function mayContact(
  { doNotContact }: Pick<Contact, 'doNotContact'>,
  channel: Channel | null,
): boolean {
  if (doNotContact === null) return true
  if (doNotContact === 'all') return false
  return channel === null || !doNotContact.includes(channel)
}

/**
 * How to reach a contact: by the wanted channel, else the preferred one, else by phone, else by any other known way;
 * never by a channel that they do not want (R58). `null` if there is none.
 */
export function reachBy(contact: Reachable, wanted: Channel | null): ReachBy | null {
  return (
    reachThrough(contact, wanted) ??
    reachThrough(contact, contact.channel) ??
    reachThrough(contact, 'call') ??
    reachThrough(contact, 'email') ??
    reachThrough(contact, 'text') ??
    reachThrough(contact, 'post')
  )
}

function reachThrough(contact: Reachable, channel: Channel | null): ReachBy | null {
  if (channel === null || !mayContact(contact, channel)) return null
  const value = valueFor(contact, channel)
  return value === null ? null : { channel, value }
}

/** The number or address that a channel needs, or `null` if the contact has none. */
export function valueFor(contact: Reachable, channel: Channel): string | null {
  switch (channel) {
    case 'call':
    case 'text':
      return contact.phones[0]?.readable ?? null
    case 'email':
      return contact.emails[0]?.value ?? null
    case 'post':
    case 'visit':
      return contact.addresses[0]?.text ?? null
    case 'video':
      return contact.emails[0]?.value ?? contact.phones[0]?.readable ?? null
    default:
      return handleFor(contact, channel)
  }
}

/**
 * The name at a service: that of a link to the service, else the phone number if the service finds people by it (R68).
 */
function handleFor(contact: Reachable, channel: OtherChannel): string | null {
  const link = linkFor(contact, channel)
  if (link !== undefined) return shortHandle(link.value, channel)
  return isMessenger(channel) ? (contact.phones[0]?.readable ?? null) : null
}

/** The link of a contact for a channel: one with the word in its label, or one to the site of that name. */
export function linkFor(
  { links }: Pick<Contact, 'links'>,
  channel: string,
): Contact['links'][number] | undefined {
  const isLabelled = ({ label }: Contact['links'][number]): boolean =>
    (label ?? '').toLowerCase().split(/\s+/).includes(channel)
  return links.find(isLabelled) ?? links.find(({ value }) => siteOf(value).includes(channel))
}

/** The parts of the host name of a web address; none for any other text. */
function siteOf(address: string): readonly string[] {
  return (/^https?:\/\/([^/?#:]+)/i.exec(address.trim())?.[1] ?? '').toLowerCase().split('.')
}

/** A name at a service without the address of the service: `in/gary`. */
function shortHandle(value: string, channel: OtherChannel): string {
  const [, path] = /^https?:\/\/[^/?#]+\/(.+?)\/?$/i.exec(value.trim()) ?? []
  return path !== undefined && siteOf(value).includes(channel) ? path : value
}
