import type { Cadence } from '../../domain/cadence.ts'
import { channels, contactKinds, type Address, type Channel } from '../../domain/contact.ts'
import { isOneOf } from '../../domain/entry.ts'
import { FuError } from '../../domain/errors.ts'
import { emptyPerson, type ImportedPerson } from '../../domain/import.ts'
import { readEvery } from '../../parse/phrase/period.ts'
import { filled, labelledIn, named, partsIn, textIn, textsIn, type Card } from './card.ts'
import { labelOf } from './labels.ts'
import { calledBy } from './name.ts'
import { noteLines } from './note.ts'
import { paramOf, partsOf, textOf, unescaped } from './property.ts'

/**
 * The person of a card; `null` where it names nobody and holds no number or address. What has no field of its own
 * stands in the note, a line each.
 *
 * @throws NoText where something is not encoded as it says
 */
export function personOf(card: Card): ImportedPerson | null {
  const { name, company, nick, units } = calledBy(card)
  const unread: string[] = []
  /** What a property says, as `read` takes it; what cannot be read goes into the note as it stands. */
  const or = <Value>(title: string, property: string, read: (text: string) => Value | null): Value | null => {
    const text = textIn(card, property)
    const value = text === null ? null : read(text)
    if (text !== null && value === null) unread.push(`${title}: ${text}`)
    return value
  }
  const person: ImportedPerson = {
    ...emptyPerson(),
    uid: textIn(card, 'UID')?.replace(/^urn:uuid:/i, '') ?? null,
    name,
    company,
    nick,
    kind: or('Kind', 'X-FU-KIND', (text) => (isOneOf(contactKinds, text) ? text : null)),
    channel: or('Channel', 'X-FU-CHANNEL', (text) => (isOneOf(channels, text) ? text : null)),
    phones: labelledIn(card, 'TEL', (text) => text.replace(/^tel:/i, '').replace(/;ext=/i, ' ext ')),
    emails: labelledIn(card, 'EMAIL', (text) => text.replace(/^mailto:/i, '')),
    addresses: addressesOf(card),
    met: textIn(card, 'X-FU-MET'),
    word: textIn(card, 'X-FU-FROM-WORD'),
    from: textIn(card, 'X-FU-FROM'),
    every: or('Every', 'X-FU-EVERY', cadenceFrom),
    timeZone: or('Time zone', 'TZ', zoneFrom),
    bestTime: textIn(card, 'X-FU-BEST-TIME'),
    tags: tagsOf(card),
    doNotContact: or('Do not contact', 'X-FU-DO-NOT-CONTACT', channelsFrom),
  }
  const lists = [person.phones, person.emails, person.addresses]
  if (name === null && lists.every((list) => list.length === 0)) return null
  const note = [
    ...textsIn(card, 'NOTE'),
    ...unread,
    ...(units.length === 0 ? [] : [`Department: ${units.join(', ')}`]),
    ...noteLines(card.properties, card.spelled),
    ...card.strays,
  ]
  return { ...person, note: note.length === 0 ? null : note.join('\n') }
}

/** The addresses as they are read: the street, the town, the country. Without them, as they were to be printed. */
function addressesOf(card: Card): Address[] {
  const addresses = named(card, 'ADR').flatMap((property): Address[] => {
    const [box = '', extended = '', street = '', town = '', region = '', code = '', country = ''] = partsOf(
      property,
      ';',
    )
    const lines = filled([box, extended, street, filled([town, region, code]).join(' '), country])
    const text = lines.length > 0 ? lines.join('\n') : unescaped(paramOf(property, 'LABEL')[0] ?? '').trim()
    return text === '' ? [] : [{ label: labelOf(property, card.spelled), text }]
  })
  if (addresses.length > 0) return addresses
  return named(card, 'LABEL').flatMap((property): Address[] => {
    const text = textOf(property).trim()
    return text === '' ? [] : [{ label: labelOf(property, card.spelled), text }]
  })
}

/** Google puts everybody into a group that says nothing. */
const everybody = 'myContacts'

function tagsOf(card: Card): string[] {
  return [...new Set(partsIn(card, 'CATEGORIES', ','))].filter((tag) => tag !== everybody)
}

/** Longer is no period, and need not be looked at. */
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

/** The zone by its IANA name; a difference from UTC is none, for it changes with the season. */
function zoneFrom(text: string): string | null {
  if (!/^[a-z]/i.test(text)) return null
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions()
    // An older name of the zone stays as it was written: which one is the present name changes with the system.
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text
  } catch {
    return null
  }
}

function channelsFrom(text: string): readonly Channel[] | 'all' | null {
  if (text === 'all') return text
  const words = filled(text.split(','))
  const known = words.filter((word) => isOneOf(channels, word))
  return known.length === words.length && known.length > 0 ? known : null
}
