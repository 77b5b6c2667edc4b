import { cadenceText } from '../../domain/cadence.ts'
import type { Contact } from '../../domain/contact.ts'
import { contentLine, escaped, textLine } from './content-line.ts'
import { typeForLabel } from './labels.ts'

/**
 * Contacts as cards (vCard 3.0, which every phone takes), one text each; the same contact gives the same bytes.
 * What the standard has no property for stands in `X-FU-…`. `cardsIn` gives back the same person, but for:
 *
 * - their number in the diary and when they were added; of the contact who sent them, everything but the name
 * - control characters, space around a text, and which way its lines ended
 * - a zone without a name, such as `+05:30`, which comes back in the note; the tag `myContacts`; a tag given twice
 */
export function* peopleCards(contacts: Iterable<Contact>): Iterable<string> {
  for (const contact of contacts) yield linesOf(contact).map(contentLine).join('')
}

function linesOf(contact: Contact): string[] {
  const { source, every, doNotContact } = contact
  const reaches = reachLines(contact)
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    ...textLine('UID', contact.uid),
    `N:${nameParts(contact.name).map(escaped).join(';')};;;`,
    ...textLine('FN', contact.name),
    ...textLine('NICKNAME', contact.nick),
    ...textLine('ORG', contact.company),
    ...reaches,
    ...(contact.tags.length === 0 ? [] : [`CATEGORIES:${contact.tags.map(escaped).join(',')}`]),
    ...textLine('NOTE', contact.note),
    ...textLine('TZ;VALUE=TEXT', contact.timeZone),
    ...textLine('X-FU-KIND', contact.kind),
    ...textLine('X-FU-CHANNEL', contact.channel),
    ...textLine('X-FU-MET', source.met),
    ...textLine('X-FU-FROM-WORD', source.word),
    ...textLine('X-FU-FROM', source.from?.name ?? null),
    ...textLine('X-FU-EVERY', every === null ? null : cadenceText(every)),
    ...textLine('X-FU-BEST-TIME', contact.bestTime),
    ...(doNotContact === null ? [] : [`X-FU-DO-NOT-CONTACT:${[doNotContact].flat().map(escaped).join(',')}`]),
    'END:VCARD',
  ]
}

/** Family name and given names: the last word, and those before it. One word alone is what they are called by. */
function nameParts(name: string): readonly [family: string, given: string] {
  const words = name.trim().split(/[\p{Z}\t\r\n\u0085]+/u)
  return words.length === 1 ? ['', name] : [words.at(-1) ?? '', words.slice(0, -1).join(' ')]
}

type Reach = {
  readonly property: 'TEL' | 'EMAIL' | 'ADR'
  readonly label: string | null
  readonly value: string
}

/** Phones, emails and addresses; the first of several is the one they prefer. */
function reachLines({ phones, emails, addresses }: Contact): string[] {
  const reaches: Reach[] = [
    ...phones.map(({ label, value }) => ({ property: 'TEL' as const, label, value: escaped(value) })),
    ...emails.map(({ label, value }) => ({ property: 'EMAIL' as const, label, value: escaped(value) })),
    ...addresses.map(({ label, text }) => ({
      property: 'ADR' as const,
      label,
      value: `;;${escaped(text)};;;;`,
    })),
  ]
  return reaches.flatMap(({ property, label, value }, index) => {
    const same = reaches.filter((other) => other.property === property)
    const isPreferred = same.length > 1 && reaches[index] === same[0]
    const type = label === null ? null : typeForLabel(label, property)
    const types = [type, isPreferred ? 'PREF' : null].filter((word) => word !== null).join(',')
    const line = `${property}${types === '' ? '' : `;TYPE=${types}`}:${value}`
    if (label === null || type !== null) return [line]
    const group = `item${index + 1}`
    return [`${group}.${line}`, `${group}.X-ABLabel:${escaped(label)}`]
  })
}
