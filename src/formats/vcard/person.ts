import type { Cadence } from '../../domain/cadence.ts'
import { channelIn, type Channel } from '../../domain/channel.ts'
import { addressPartNames, contactKinds, type Address, type AddressParts } from '../../domain/contact.ts'
import { isOneOf } from '../../domain/entry.ts'
import { FuError } from '../../domain/errors.ts'
import { emptyPerson, type ImportedPerson, type PropertyFault } from '../../domain/import.ts'
import { readEvery } from '../../parse/phrase/period.ts'
import {
  eachOf,
  filled,
  firstOf,
  labelledIn,
  labelOf,
  listIn,
  named,
  partsIn,
  textIn,
  textsIn,
  type Card,
} from './card.ts'
import { anniversariesIn, birthdayIn } from './dates.ts'
import { extraIn } from './extra.ts'
import { linksIn } from './links.ts'
import { calledBy } from './name.ts'
import { paramOf, unescaped } from './property.ts'

/**
 * The person in a card, and the parts of it that could not be read; `null` for a card without a name, a number and an
 * address. A property that fits no field becomes an extra field (R71).
 */
export function personOf(card: Card): {
  readonly person: ImportedPerson | null
  readonly faults: readonly PropertyFault[]
} {
  const notes = textsIn(card, 'NOTE')
  const person: ImportedPerson = {
    ...emptyPerson(),
    ...calledBy(card),
    uid: textIn(card, 'UID')?.replace(/^urn:uuid:/i, '') ?? null,
    kind: firstOf(card, 'X-FU-KIND', (text) => (isOneOf(contactKinds, text) ? text : null)),
    channel: firstOf(card, 'X-FU-CHANNEL', channelIn),
    phones: phonesIn(card),
    emails: labelledIn(card, 'EMAIL', (text) => text.replace(/^mailto:/i, '')),
    addresses: addressesIn(card),
    met: textIn(card, 'X-FU-MET'),
    word: textIn(card, 'X-FU-FROM-WORD'),
    from: textIn(card, 'X-FU-FROM'),
    every: firstOf(card, 'X-FU-EVERY', cadenceFrom),
    timeZone: firstOf(card, 'TZ', zoneFrom),
    bestTime: textIn(card, 'X-FU-BEST-TIME'),
    tags: tagsOf(card),
    doNotContact: firstOf(card, 'X-FU-DO-NOT-CONTACT', channelsFrom),
    title: textIn(card, 'TITLE'),
    birthday: birthdayIn(card),
    anniversaries: anniversariesIn(card),
    links: linksIn(card),
    note: [...notes, ...card.strays].join('\n') || null,
  }
  const { extra, faults } = extraIn(card)
  const lists = [person.phones, person.emails, person.addresses]
  const isNobody = person.name === null && lists.every((list) => list.length === 0)
  return { person: isNobody ? null : { ...person, extra }, faults }
}

/** The numbers; Outlook has its own property for numbers without a standard type. */
function phonesIn(card: Card): ImportedPerson['phones'] {
  const plain = (text: string): string => text.replace(/^tel:/i, '').replace(/;ext=/i, ' ext ')
  return [...labelledIn(card, 'TEL', plain), ...labelledIn(card, 'X-MS-TEL', plain)]
}

/** The addresses as people read them (street, town, country); without those parts, the label text for printing. */
function addressesIn(card: Card): Address[] {
  const addresses = named(card, 'ADR').flatMap((property): Address[] => {
    const parts = addressPartsIn(partsIn(card, property, ';'))
    const { box, extended, street, town, region, code, country } = parts
    const lines = filled([box, extended, street, filled([town, region, code]).join(' '), country])
    const text = lines.length > 0 ? lines.join('\n') : unescaped(paramOf(property, 'LABEL')[0] ?? '').trim()
    if (text === '') return []
    card.inFields.add(property)
    const isPrinted = lines.length === 0 || text === street
    return [{ label: labelOf(card, property), text, ...(isPrinted ? {} : { parts }) }]
  })
  if (addresses.length > 0) return addresses
  return eachOf(card, 'LABEL', (text, property) => ({ label: labelOf(card, property), text }))
}

function addressPartsIn(values: readonly string[]): AddressParts {
  return Object.fromEntries(
    addressPartNames.map((name, index) => [name, values[index] ?? '']),
  ) as AddressParts
}

/** The group into which Google puts every contact. */
const everybody = 'myContacts'

function tagsOf(card: Card): string[] {
  return [...new Set(listIn(card, 'CATEGORIES'))].filter((tag) => tag !== everybody)
}
/** In characters; a longer text cannot be a period. */
const longestPeriod = 40

function cadenceFrom(text: string): Cadence | null {
  if (text.length > longestPeriod) return null
  try {
    return readEvery(text)
  } catch (error) {
    if (error instanceof FuError) return null
    throw error
  }
}

/** The time zone by its IANA name; `null` for an offset from UTC, which changes with the season. */
function zoneFrom(text: string): string | null {
  if (!/^[a-z]/i.test(text)) return null
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions()
    // An alias keeps its spelling, because systems differ on which name is current.
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text
  } catch {
    return null
  }
}

function channelsFrom(text: string): readonly Channel[] | 'all' | null {
  if (text === 'all') return text
  const words = filled(text.split(','))
  const known = words.flatMap((word) => channelIn(word) ?? [])
  return known.length === words.length && known.length > 0 ? known : null
}
