import { withParams, type Email } from '../../../domain/contact.ts'
import { groupLabel, type ExtraField } from '../../../domain/contact-details.ts'
import type { ExportedContact } from '../../../domain/exported-diary.ts'
import type { ImportedPerson } from '../../../domain/import.ts'
import { escaped } from '../../../formats/vcard/content-line.ts'
import { preferenceIn } from '../../../formats/vcard/labels.ts'
import { readZone } from '../../../parse/contact/details.ts'
import { labelledPhones, readEmail } from '../../../parse/contact/phone.ts'

/** Converts a person of a file to a contact; `country` is that of numbers without a country code. */
export function contactOf(person: ImportedPerson, country: string | null): ExportedContact {
  const phones = person.phones.flatMap(({ label, value, params }) =>
    labelledPhones(label, value, country).map((phone) => withParams(phone, params)),
  )
  const emails = person.emails.filter(({ value }) => reads(() => readEmail(value)))
  const unread = person.emails
    .filter((email) => !emails.includes(email))
    // As they are ordered when they are read again, where the order is all that is left of a type PREF.
    .toSorted((a, b) => (isPreferred(a, b) ? -1 : isPreferred(b, a) ? 1 : 0))
    .flatMap((email, index) => labelledExtra('EMAIL', email, `email${index + 1}`))
  const { timeZone } = person
  const isZone = timeZone === null || reads(() => readZone(timeZone))
  return {
    id: null,
    addedAt: null,
    uid: person.uid,
    name: nameOf(person),
    company: person.company,
    nick: person.nick,
    kind: person.kind,
    channel: person.channel,
    phones,
    emails,
    addresses: person.addresses,
    source: { met: person.met, word: person.word, from: null },
    every: person.every,
    timeZone: isZone ? timeZone : null,
    bestTime: person.bestTime,
    tags: person.tags,
    note: person.note,
    doNotContact: person.doNotContact,
    title: person.title,
    department: person.department,
    nameParts: person.nameParts,
    birthday: person.birthday,
    anniversaries: person.anniversaries,
    links: person.links,
    extra: [
      ...person.extra,
      ...unread,
      ...(isZone ? [] : labelledExtra('TZ', { label: null, value: timeZone }, null)),
    ],
  }
}

function isPreferred({ params: one = {} }: Email, { params: other = {} }: Email): boolean {
  return preferenceIn(one['PREF'] ?? []) < preferenceIn(other['PREF'] ?? [])
}

/** A card property whose value is invalid for its field, with its label. */
function labelledExtra(
  name: string,
  { label, value, params = {} }: Email,
  group: string | null,
): ExtraField[] {
  const field = { name, params, value: escaped(value) }
  return label === null
    ? [{ ...field, group: null }]
    : [
        { ...field, group },
        { name: groupLabel, group, params: {}, value: escaped(label) },
      ]
}

/** The name of a person; if the file has none, their company, address or number. */
function nameOf({ name, nick, company, emails, phones, addresses }: ImportedPerson): string {
  const [street = ''] = addresses[0]?.text.split('\n') ?? []
  return name ?? nick ?? company ?? emails[0]?.value ?? phones[0]?.value ?? street
}

function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
