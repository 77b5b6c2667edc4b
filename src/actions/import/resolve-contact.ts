import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import type { ExportedContact } from '../../domain/exported-diary.ts'
import type { Contact } from '../../domain/contact.ts'
import { groupLabel, type ExtraField } from '../../domain/contact-details.ts'
import type { ImportedPerson } from '../../domain/import.ts'
import { minimumDigits } from '../../domain/match-keys.ts'
import { digitsOf, normalizeText } from '../../domain/normalize.ts'
import { escaped } from '../../formats/vcard/content-line.ts'
import { labelledPhones, readEmail } from '../../parse/contact/phone.ts'
import { canBeSameName } from '../../parse/contact/same-name.ts'
import { differencesText } from '../../views/confirmations/differences.ts'
import { joinWords } from '../../views/layout/pluralize.ts'
import { filledFromDiary, filledFromPerson, isNamedByReach } from './fill-contact.ts'
import type { ImportReport } from './report.ts'
import { readZone } from '../../parse/contact/details.ts'

/** Who a contact of a file is, as far as the diary tells. */
type Known =
  | { readonly is: 'known'; readonly contact: Contact }
  | { readonly is: 'several'; readonly contacts: readonly Contact[] }
  | { readonly is: 'new'; readonly alike: readonly Contact[] }

/** So many contacts of one number, address or name are looked at: an office shares a number, a family an address. */
const limit = 20

/** A contact of a file as they are here from now on. */
export type Resolved = {
  readonly id: number
  /** Whether they take who sent them from the file. */
  readonly lacksReferrer: boolean
  /** Says who sent them, `null` where nobody here did; not before all of the file are here. */
  refer(from: number | null): void
}

/** Tells why somebody whom a row speaks of was left out. */
export type Skip = (name: string, why: string) => void

/** Writes the contacts of one file, and keeps the account of them. */
export type ContactResolver = {
  /** The contact of a row, `null` where they were left out; one whom somebody sent waits to hear who. */
  resolve(place: string, row: ExportedContact, isSent: boolean): Resolved | null
  /** The number of somebody whom another row names, and who is no row of the file; `null` where they are left out. */
  find(place: string, row: ExportedContact, leave: Skip): number | null
  /** The contacts this file added. */
  readonly added: ReadonlySet<number>
}

/**
 * What a known contact lacks is added with `update` alone, or where the same file added them, but for the mark of who does
 * not want to be contacted; what the diary says is never changed. The contacts of another diary are told apart there
 * already: two of them are never the same.
 */
export function contactResolver(
  app: App,
  tx: Transaction,
  books: ImportReport,
  {
    update,
    isDiary,
    isBlocked,
  }: {
    readonly update: boolean
    readonly isDiary: boolean
    /** Whether a person may be somebody who was forgotten and blocked (R58). */
    readonly isBlocked: (person: ExportedContact) => boolean
  },
): ContactResolver {
  const merged = app.diary().contacts.mergedUids()
  const added = new Set<number>()
  const byDigits = new Map(
    [...app.diary().contacts.numbersWithoutCountry()].map(([digits, ids]) => [digits, [...ids]]),
  )
  const nobody: ReadonlySet<number> = new Set()
  const who = (row: ExportedContact): Known =>
    whoIs(app, row, { merged, byDigits, apart: isDiary ? added : nobody })
  const leaving =
    (place: string): Skip =>
    (name, why) =>
      books.leave('skipped', { place, name, why })
  const add = (row: ExportedContact, leave: Skip): number | null => {
    if (isBlocked(row)) {
      leave(
        row.name,
        `may be somebody who was forgotten and is not to come back; "fu add" with --anyway adds them on purpose`,
      )
      return null
    }
    const id = tx.imported.contact(row)
    added.add(id)
    for (const digits of digitsWithoutCountry(row))
      byDigits.set(digits, [...(byDigits.get(digits) ?? []), id])
    return id
  }
  const severalFit = (name: string, contacts: readonly Contact[], leave: Skip): null => {
    const all = contacts.map(({ id }) => `@${id}`).join(' and ')
    leave(name, `fits ${all}; "fu merge" makes them one`)
    return null
  }
  const addNew = (
    place: string,
    row: ExportedContact,
    { alike: [alike], leave }: { readonly alike: readonly Contact[]; readonly leave: Skip },
  ): number | null => {
    const id = add(row, leave)
    if (id !== null && alike !== undefined) {
      const why = `may be @${alike.id} ${alike.name}: fu merge @${id} @${alike.id}`
      books.mayBe({ place, name: row.name, why })
    }
    return id
  }
  /** Writes what a contact takes from the file once it is known who sent them, and says what the file says otherwise. */
  const fill = (place: string, row: ExportedContact, contact: Contact, from: number | null): void => {
    const { name } = row
    const sender = from === null || from === contact.id ? null : app.diary().contacts.find(from)
    const fillFrom = isDiary ? filledFromDiary : filledFromPerson
    const { filled, gaps, mark, differences } = fillFrom(contact, row, sender)
    const other = differences.length > 0 ? differencesText(differences) : null
    if (gaps.length + (mark === null ? 0 : 1) > 0 && (update || added.has(contact.id))) {
      tx.editContact(contact.id, () => filled)
      books.count('merged')
      if (other !== null)
        books.note(
          `${place}, ${name}, says something else of @${contact.id}: ${other}; it stays as it is here.`,
        )
      return
    }
    const why = [
      ...(gaps.length === 0 ? [] : [`--update would add ${joinWords(gaps)}`]),
      ...(other === null ? [] : [`says something else there: ${other}; it stays as it is here`]),
    ]
    if (mark !== null) {
      // Whichever diary they said it to, they do not want it (R58).
      tx.editContact(contact.id, (current) => ({ ...current, doNotContact: filled.doNotContact }))
      books.count('merged')
      const all = [mark.words, ...why].join('; ')
      books.note(`${place}, ${name}, is marked here as well now (@${contact.id}): ${all}.`)
    } else if (why.length === 0) books.count('unchanged')
    else leaving(place)(name, `is @${contact.id} ${contact.name} already; ${why.join('; ')}`)
  }
  return {
    added,
    find: (place, row, leave) => {
      const known = who(row)
      if (known.is === 'several') return severalFit(row.name, known.contacts, leave)
      return known.is === 'known' ? known.contact.id : addNew(place, row, { alike: known.alike, leave })
    },
    resolve: (place, row, isSent) => {
      const known = who(row)
      if (known.is === 'several') return severalFit(row.name, known.contacts, leaving(place))
      if (known.is === 'new') {
        const id = addNew(place, row, { alike: known.alike, leave: leaving(place) })
        if (id === null) return null
        books.count('added')
        const refer = (from: number | null): void => {
          const uid = from === null ? undefined : app.diary().contacts.find(id)?.uid
          if (uid !== undefined && from !== null) tx.imported.referrer(uid, from)
        }
        return { id, lacksReferrer: isSent, refer }
      }
      const { contact } = known
      const takes = update || added.has(contact.id)
      if (!isSent) fill(place, row, contact, null)
      return {
        id: contact.id,
        lacksReferrer: isSent && takes && contact.source.from === null,
        refer: (from) => {
          // Another row may have filled them in the meantime.
          if (isSent) fill(place, row, app.diary().contacts.find(contact.id) ?? contact, from)
        },
      }
    },
  }
}

/**
 * Who it is: by the name that other systems know them by, then by email, then by number, where the names can be one
 * person's; last by name and company. A name alone makes nobody the same.
 */
function whoIs(
  app: App,
  row: ExportedContact,
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
    const ids = diary.contacts.knownBy(kind, key, limit)
    const ofName =
      ids.length < limit || kind === 'name'
        ? []
        : diary.contacts.knownBy(kind, key, limit, normalizeText(row.name))
    return [...new Set([...ofName, ...ids])].filter((id) => !apart.has(id))
  }
  const here = row.uid === null ? null : (diary.idOf('contacts', row.uid) ?? merged.get(row.uid) ?? null)
  const byUid = here === null ? null : diary.contacts.find(here)
  if (byUid !== null) return { is: 'known', contact: byUid }
  const alike = new Map<number, Contact>()
  const reached = [
    ...row.emails.map(({ value }) => knownBy('email', value.toLowerCase())),
    ...row.phones.flatMap(({ e164 }) => (e164 === null ? [] : [knownBy('e164', e164)])),
    ...digitsWithoutCountry(row).map((digits) => (byDigits.get(digits) ?? []).filter((id) => !apart.has(id))),
  ]
  for (const ids of reached) {
    const contacts = [...diary.contacts.byId(ids).values()]
    const same = contacts.filter((contact) => canBeSame(contact, row))
    const [only] = same
    if (only !== undefined && same.length === 1) return { is: 'known', contact: only }
    if (same.length > 1) return { is: 'several', contacts: same }
    for (const contact of contacts) alike.set(contact.id, contact)
  }
  const namesakes = [...diary.contacts.byId(knownBy('name', normalizeText(row.name))).values()]
  const colleague = namesakes.find(
    ({ company }) =>
      company !== null && row.company !== null && normalizeText(company) === normalizeText(row.company),
  )
  if (colleague !== undefined) return { is: 'known', contact: colleague }
  for (const contact of namesakes) alike.set(contact.id, contact)
  return { is: 'new', alike: [...alike.values()] }
}

/** The numbers of a row whose country nobody knows: they are compared as they are written. */
function digitsWithoutCountry({ phones }: ExportedContact): string[] {
  return phones
    .filter(({ e164 }) => e164 === null)
    .map(({ value }) => digitsOf(value))
    .filter((digits) => digits.length >= minimumDigits)
}

/** One number may be a family's, one address an office's: the names must fit as well, where both have one. */
function canBeSame(contact: Contact, row: ExportedContact): boolean {
  return isNamedByReach(contact) || isNamedByReach(row) || canBeSameName(contact.name, row.name)
}

/** What a person of a file is as a contact; `country` is the country of numbers without a country code. */
export function contactOf(person: ImportedPerson, country: string | null): ExportedContact {
  const phones = person.phones.flatMap(({ label, value }) => labelledPhones(label, value, country))
  const emails = person.emails.filter(({ value }) => reads(() => readEmail(value)))
  const unread = person.emails
    .filter((email) => !emails.includes(email))
    .flatMap(({ label, value }, index) => labelledExtra('EMAIL', label, value, `email${index + 1}`))
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
    extra: [...person.extra, ...unread, ...(isZone ? [] : labelledExtra('TZ', null, timeZone, null))],
  }
}

/** A property of a card that is not what its field takes, with its label. */
function labelledExtra(
  name: string,
  label: string | null,
  value: string,
  group: string | null,
): ExtraField[] {
  const field = { name, params: {}, value: escaped(value) }
  return label === null
    ? [{ ...field, group: null }]
    : [
        { ...field, group },
        { name: groupLabel, group, params: {}, value: escaped(label) },
      ]
}

/** What somebody is called of whom only a number or an address is known: by that. */
function nameOf({ name, nick, company, emails, phones }: ImportedPerson): string {
  return name ?? nick ?? company ?? emails[0]?.value ?? phones[0]?.value ?? ''
}

function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
