import type { App } from '../app.ts'
import type { Pen } from '../diary/pen.ts'
import type { BookContact } from '../domain/books.ts'
import type { Contact, NewContact, Phone } from '../domain/contact.ts'
import type { ImportedPerson } from '../domain/import.ts'
import { mergeCards } from '../domain/merge.ts'
import { fewestDigits } from '../domain/recognise.ts'
import { digitsOf, plain } from '../domain/spelling.ts'
import { keptPhone, readEmail, readPhone } from '../parse/phone.ts'
import { canBeSameName } from '../parse/same-name.ts'
import type { Accounting } from './import-account.ts'
import { readZone } from './contact-options.ts'

/** Who a contact of a file is, as far as the diary tells. */
type Known =
  | { readonly is: 'known'; readonly contact: Contact }
  | { readonly is: 'several'; readonly contacts: readonly Contact[] }
  | { readonly is: 'new'; readonly alike: readonly Contact[] }

/** So many contacts of one number, address or name are looked at: an office shares a number, a family an address. */
const most = 20

/** Writes the contacts of one file, and keeps the account of them. */
export type Meeting = {
  /** The number that a contact of the file has here from now on; `null` where they were left out. */
  meet(place: string, row: BookContact): number | null
  /** The same for somebody whom another row names, and who is no row of the file. */
  find(place: string, row: BookContact): number | null
  /** The contacts this file added. */
  readonly added: ReadonlySet<number>
}

/**
 * What the diary knows and lacks is added with `update` alone; what it says is never changed. The contacts of another
 * diary are told apart there already: two of them are never the same.
 */
export function meeting(
  app: App,
  pen: Pen,
  books: Accounting,
  {
    update,
    isDiary,
    isBlocked,
  }: {
    readonly update: boolean
    readonly isDiary: boolean
    /** Whether somebody was forgotten, and is not to come back (R58). */
    readonly isBlocked: (person: BookContact) => boolean
  },
): Meeting {
  const merged = app.diary().mergedUids()
  const added = new Set<number>()
  const byDigits = new Map(
    [...app.diary().numbersWithoutCountry()].map(([digits, ids]) => [digits, [...ids]]),
  )
  const nobody: ReadonlySet<number> = new Set()
  const who = (row: BookContact): Known =>
    whoIs(app, row, { merged, byDigits, apart: isDiary ? added : nobody })
  const add = (place: string, row: BookContact): number | null => {
    if (isBlocked(row)) {
      books.leave('skipped', { place, name: row.name, why: 'was forgotten, and is not to come back' })
      return null
    }
    const id = pen.bring.contact(row)
    added.add(id)
    for (const digits of digitsWithoutCountry(row))
      byDigits.set(digits, [...(byDigits.get(digits) ?? []), id])
    return id
  }
  const severalFit = (place: string, name: string, contacts: readonly Contact[]): null => {
    const all = contacts.map(({ id }) => `@${id}`).join(' and ')
    books.leave('skipped', { place, name, why: `fits ${all}; "fu merge" makes them one` })
    return null
  }
  const addNew = (place: string, row: BookContact, [alike]: readonly Contact[]): number | null => {
    const id = add(place, row)
    if (id !== null && alike !== undefined) {
      const why = `may be @${alike.id} ${alike.name}: fu merge @${id} @${alike.id}`
      books.mayBe({ place, name: row.name, why })
    }
    return id
  }
  return {
    added,
    find: (place, row) => {
      const known = who(row)
      if (known.is === 'several') return severalFit(place, row.name, known.contacts)
      return known.is === 'known' ? known.contact.id : addNew(place, row, known.alike)
    },
    meet: (place, row) => {
      const { name } = row
      const known = who(row)
      if (known.is === 'several') return severalFit(place, name, known.contacts)
      if (known.is === 'new') {
        const id = addNew(place, row, known.alike)
        if (id !== null) books.count('added')
        return id
      }
      const { contact } = known
      const { filled, taken } = filledFrom(contact, row)
      if (taken.length === 0) books.count('unchanged')
      else if (update || added.has(contact.id)) {
        pen.editContact(contact.id, () => filled)
        books.count('merged')
      } else {
        const why = `is @${contact.id} ${contact.name} already; --update would add ${taken.join(', ')}`
        books.leave('skipped', { place, name, why })
      }
      return contact.id
    },
  }
}

/**
 * Who it is: by the name that other systems know them by, then by email, then by number, where the names can be one
 * person's; last by name and company. A name alone makes nobody the same.
 */
function whoIs(
  app: App,
  row: BookContact,
  {
    merged,
    byDigits,
    apart,
  }: {
    readonly merged: ReadonlyMap<string, number>
    readonly byDigits: ReadonlyMap<string, readonly number[]>
    readonly apart: ReadonlySet<number>
  },
): Known {
  const diary = app.diary()
  const knownBy = (kind: 'email' | 'e164' | 'name', key: string): number[] => {
    const ids = diary.knownBy(kind, key, most)
    const ofName = ids.length < most || kind === 'name' ? [] : diary.knownBy(kind, key, most, plain(row.name))
    return [...new Set([...ofName, ...ids])].filter((id) => !apart.has(id))
  }
  const here = row.uid === null ? null : (diary.idOf('contacts', row.uid) ?? merged.get(row.uid) ?? null)
  const byUid = here === null ? null : diary.contact(here)
  if (byUid !== null) return { is: 'known', contact: byUid }
  const alike = new Map<number, Contact>()
  const reached = [
    ...row.emails.map(({ value }) => knownBy('email', value.toLowerCase())),
    ...row.phones.flatMap(({ e164 }) => (e164 === null ? [] : [knownBy('e164', e164)])),
    ...digitsWithoutCountry(row).map((digits) => (byDigits.get(digits) ?? []).filter((id) => !apart.has(id))),
  ]
  for (const ids of reached) {
    const contacts = [...diary.contactsById(ids).values()]
    const same = contacts.filter((contact) => canBeSame(contact, row))
    const [only] = same
    if (only !== undefined && same.length === 1) return { is: 'known', contact: only }
    if (same.length > 1) return { is: 'several', contacts: same }
    for (const contact of contacts) alike.set(contact.id, contact)
  }
  const namesakes = [...diary.contactsById(knownBy('name', plain(row.name))).values()]
  const colleague = namesakes.find(
    ({ company }) => company !== null && row.company !== null && plain(company) === plain(row.company),
  )
  if (colleague !== undefined) return { is: 'known', contact: colleague }
  for (const contact of namesakes) alike.set(contact.id, contact)
  return { is: 'new', alike: [...alike.values()] }
}

/** The numbers of a row whose country nobody knows: they are compared as they are written. */
function digitsWithoutCountry({ phones }: BookContact): string[] {
  return phones
    .filter(({ e164 }) => e164 === null)
    .map(({ value }) => digitsOf(value))
    .filter((digits) => digits.length >= fewestDigits)
}

/** One number may be a family's, one address an office's: the names must fit as well, where both have one. */
function canBeSame(contact: Contact, row: BookContact): boolean {
  return isNameless(contact) || isNameless(row) || canBeSameName(contact.name, row.name)
}

/** Whether somebody is named by their number or address alone. */
function isNameless({ name, phones, emails }: Pick<NewContact, 'name' | 'phones' | 'emails'>): boolean {
  return (
    phones.some(({ value, readable }) => value === name || readable === name) ||
    emails.some(({ value }) => value === name)
  )
}

/** The contact with what it lacked, and what that is; a note is no gap where there is one. */
function filledFrom(contact: Contact, row: BookContact): { filled: NewContact; taken: readonly string[] } {
  const other: Contact = { ...row, id: 0, uid: '', addedAt: contact.addedAt, name: contact.name }
  const { contact: filled, taken } = mergeCards(contact, {
    ...other,
    note: contact.note === null ? row.note : null,
    source: { ...row.source, from: null },
  })
  return { filled: { ...filled, note: contact.note ?? row.note }, taken }
}

/** What a person of a file is as a contact; `country` is where numbers without a country code are from. */
export function contactOf(person: ImportedPerson, country: string | null): BookContact {
  const unread: string[] = []
  const phones = person.phones.map((phone) => phoneOf(phone.label, phone.value, country))
  const emails = person.emails.filter(({ value }) => {
    const isRead = reads(() => readEmail(value))
    if (!isRead) unread.push(`Email: ${value}`)
    return isRead
  })
  const { timeZone } = person
  const isZone = timeZone === null || reads(() => readZone(timeZone))
  if (!isZone) unread.push(`Time zone: ${timeZone}`)
  const note = [...(person.note === null ? [] : [person.note]), ...unread].join('\n') || null
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
    note,
    doNotContact: person.doNotContact,
  }
}

/** What somebody is called of whom only a number or an address is known: by that. */
function nameOf({ name, nick, company, emails, phones }: ImportedPerson): string {
  return name ?? nick ?? company ?? emails[0]?.value ?? phones[0]?.value ?? ''
}

/** A number that no rule fits stays as it is written: it may be dialled all the same. */
function phoneOf(label: string | null, value: string, country: string | null): Phone {
  try {
    return { ...readPhone(value, country), label }
  } catch {
    return keptPhone(label, value, null, country)
  }
}

function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
