import { cadenceText } from '../../domain/cadence.ts'
import { addressPartNames, type Address, type Contact } from '../../domain/contact.ts'
import { unitSeparator, type ExtraField } from '../../domain/contact-details.ts'
import { splitName } from '../../domain/name-parts.ts'
import { partialDateText } from '../../domain/partial-date.ts'
import { contentLine, escaped, textLine } from './content-line.ts'
import { extraLines } from './write-extra.ts'
import { linkProperties } from './write-links.ts'
import { escapedReach, reachProperties } from './write-reach.ts'

/**
 * Contacts as cards (vCard 3.0, which every phone reads), one text each; the same contact gives the same bytes. Values
 * without a standard property are written as `X-FU-…`, and properties that came with a card are unchanged. `cardsIn`
 * reads the same person back, except for:
 *
 * - their number in the diary, when they were added, and everything but the name of the contact who referred them
 * - control characters, surrounding space, and the kind of line ends
 * - the tag `myContacts`, and repeated tags
 */
export function* peopleCards(contacts: Iterable<Contact>): Iterable<string> {
  for (const contact of contacts) yield linesOf(contact).map(contentLine).join('')
}

function linesOf(contact: Contact): string[] {
  const { source, every, doNotContact, birthday, extra } = contact
  const fields = [
    ...textLine('UID', contact.uid),
    nameLine(contact),
    ...textLine('FN', contact.name),
    ...textLine('NICKNAME', contact.nick),
    ...companyLine(contact),
    ...textLine('TITLE', contact.title),
    ...labelledLines(contact),
    ...(birthday === null ? [] : [`BDAY:${partialDateText(birthday)}`]),
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
  ]
  return ['BEGIN:VCARD', 'VERSION:3.0', ...preferredTo(extra, fields), ...extraLines(extra), 'END:VCARD']
}

/** Properties whose first occurrence is a field. */
const single = new Set(['N', 'FN', 'ORG', 'TITLE', 'BDAY', 'TZ'])

/** The lines of fields. If an extra property with the same name is marked as preferred, the field is marked too. */
function preferredTo(extra: readonly ExtraField[], lines: readonly string[]): readonly string[] {
  const rivals = new Set(
    extra.filter((field) => single.has(field.name) && isPreferred(field)).map(({ name }) => name),
  )
  if (rivals.size === 0) return lines
  return lines.map((line) => {
    const [name = ''] = /^[\w-]+/.exec(line) ?? []
    return rivals.has(name) ? `${name};TYPE=PREF${line.slice(name.length)}` : line
  })
}

function isPreferred({ params }: ExtraField): boolean {
  return params['PREF'] !== undefined || (params['TYPE'] ?? []).some((type) => type.toUpperCase() === 'PREF')
}

/** The parts of the name; if none are known, given and family name are guessed from the name. */
function nameLine({ name, nameParts }: Contact): string {
  const { prefix, middle, suffix } = nameParts
  const told = nameParts.given === null && nameParts.family === null
  const { family, given } = told ? splitName(name) : nameParts
  return `N:${[family, given, middle, prefix, suffix].map((part) => escaped(part ?? '')).join(';')}`
}

/** The company and its units; a company's own card has its name there. */
function companyLine({ name, company, department, extra }: Contact): string[] {
  const isCompany = extra.some(
    (field) =>
      (field.name === 'X-ABSHOWAS' && /^company$/i.test(field.value)) ||
      (field.name === 'KIND' && /^org$/i.test(field.value)),
  )
  const parts = [company ?? (isCompany ? name : ''), ...(department?.split(unitSeparator) ?? [])]
  return parts.length === 1 && parts[0] === '' ? [] : [`ORG:${parts.map(escaped).join(';')}`]
}

/** The labelled values: phones, emails, addresses, links and anniversaries. */
function labelledLines(contact: Contact): string[] {
  const properties = [
    ...reachProperties('TEL', contact.phones.map(escapedReach)),
    ...reachProperties('EMAIL', contact.emails.map(escapedReach)),
    ...reachProperties(
      'ADR',
      contact.addresses.map(({ label, ...address }) => ({ label, value: addressValue(address) })),
    ),
    ...linkProperties(contact.links),
    ...contact.anniversaries.map(({ label, date }) => ({
      property: label === null ? 'ANNIVERSARY' : 'X-ABDATE',
      label,
      value: partialDateText(date),
    })),
  ]
  const taken = new Set(contact.extra.map(({ group }) => group))
  return properties.flatMap(({ property, label, value }, index) => {
    const line = `${property}:${value}`
    if (label === null) return [line]
    let group = `item${index + 1}`
    while (taken.has(group)) group = `${group}-fu`
    return [`${group}.${line}`, `${group}.X-ABLabel:${escaped(label)}`]
  })
}

/** An address in parts; one without parts is written as the street. */
function addressValue({ text, parts }: Omit<Address, 'label'>): string {
  const values = addressPartNames.map((name) => parts?.[name] ?? (name === 'street' ? text : ''))
  return values.map(escaped).join(';')
}
