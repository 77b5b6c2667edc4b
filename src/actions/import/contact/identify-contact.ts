import type { App } from '../../../app.ts'
import type { Contact } from '../../../domain/contact.ts'
import type { ExportedContact } from '../../../domain/exported-diary.ts'
import { minimumDigits } from '../../../domain/match-keys.ts'
import { digitsOf, normalizeText } from '../../../domain/normalize.ts'
import { canBeSameName } from '../../../parse/contact/same-name.ts'
import { isNamedByReach } from './fill-contact.ts'

/**
 * The identity of a row in a file: a contact of the diary, one of several, or a new one, with the contacts that it
 * resembles.
 */
export type Identity =
  | { readonly is: 'known'; readonly contact: Contact; readonly isByUid: boolean }
  | { readonly is: 'several'; readonly contacts: readonly Contact[] }
  | { readonly is: 'new'; readonly alike: readonly Alike[] }

/** A contact that a row resembles, and what they have in common: "same number". */
export type Alike = { readonly contact: Contact; readonly why: string }

/** Compares rows of a file with the contacts of the diary, including those that the file adds or changes. */
export type ContactIdentifier = {
  /** `foreignUid` is the UID that the program that wrote the file has for them. */
  identify(row: ExportedContact, foreignUid: string | null): Identity
  /** Call it for each contact that the file adds. */
  wasAdded(id: number, row: ExportedContact): void
  /** Call it for each contact whose details the file changes. */
  wasChanged(id: number): void
  /** The contacts that the file added. */
  readonly added: ReadonlySet<number>
}

/** The most contacts with the same number, address or name that are compared: an office may share one number. */
const limit = 20

/** The most contacts kept in memory: a file may name the same twenty in every row. */
const mostRemembered = 1000

/**
 * Identifies by uid, theirs or that of another program, then by email address, then by phone number if the names can be
 * the same person's, and last by name and company. A name alone identifies nobody. Two contacts of one diary
 * (`isDiary`) are never the same person.
 */
export function contactIdentifier(app: App, { isDiary }: { readonly isDiary: boolean }): ContactIdentifier {
  const { contacts } = app.diary()
  const merged = contacts.mergedUids()
  const added = new Set<number>()
  const byDigits = new Map(
    [...contacts.numbersWithoutCountry()].map(([digits, ids]) => [digits, new Set(ids)]),
  )
  const remembered = new Map<number, Contact>()

  const isCandidate = (id: number): boolean => !isDiary || !added.has(id)
  const load = (ids: readonly number[]): Contact[] => {
    const unknown = ids.filter((id) => !remembered.has(id))
    if (remembered.size + unknown.length > mostRemembered) {
      remembered.clear()
      return [...contacts.byId(ids).values()]
    }
    if (unknown.length > 0) for (const [id, contact] of contacts.byId(unknown)) remembered.set(id, contact)
    return ids.flatMap((id) => remembered.get(id) ?? []).toSorted((a, b) => a.id - b.id)
  }
  const knownBy = (kind: 'email' | 'e164' | 'name', key: string, name: string): number[] => {
    const ids = contacts.knownBy(kind, key, limit)
    const ofName = ids.length < limit || kind === 'name' ? [] : contacts.knownBy(kind, key, limit, name)
    return [...new Set([...ofName, ...ids])].filter(isCandidate)
  }
  const knownByDigits = (digits: string, name: string): number[] => {
    const ids = byDigits.get(digits) ?? new Set()
    const ofName = ids.size < limit ? [] : contacts.knownBy('name', name, limit).filter((id) => ids.has(id))
    return [...new Set([...ofName, ...first(ids, limit)])].filter(isCandidate)
  }

  const knownByUid = (uid: string): number | null =>
    app.diary().idOf('contacts', uid) ?? merged.get(uid) ?? null
  /** If several contacts have one UID of another program, it identifies nobody. */
  const linkedTo = (uid: string): number | null => {
    const [only, another] = contacts.knownBy('uid', uid, 2)
    return another === undefined ? (only ?? null) : null
  }

  return {
    added,
    wasAdded: (id, row) => {
      added.add(id)
      for (const digits of digitsWithoutCountry(row)) {
        const ids = byDigits.get(digits)
        if (ids === undefined) byDigits.set(digits, new Set([id]))
        else ids.add(id)
      }
    },
    wasChanged: (id) => remembered.delete(id),
    identify: (row, foreignUid) => {
      const here =
        (row.uid === null ? null : knownByUid(row.uid)) ?? (foreignUid === null ? null : linkedTo(foreignUid))
      const byUid = here === null ? null : contacts.find(here)
      if (byUid !== null) return { is: 'known', contact: byUid, isByUid: true }
      const name = normalizeText(row.name)
      const alike = new Map<number, Alike>()
      const reached = [
        ...row.emails.map(
          ({ value }) => [knownBy('email', value.toLowerCase(), name), 'same email address'] as const,
        ),
        ...row.phones.flatMap(({ e164 }) =>
          e164 === null ? [] : [[knownBy('e164', e164, name), 'same number'] as const],
        ),
        ...digitsWithoutCountry(row).map((digits) => [knownByDigits(digits, name), 'same number'] as const),
      ]
      for (const [ids, why] of reached) {
        const found = load(ids)
        const same = found.filter((contact) => canBeSame(contact, row))
        const [only] = same
        if (only !== undefined && same.length === 1) return { is: 'known', contact: only, isByUid: false }
        if (same.length > 1) return { is: 'several', contacts: same }
        for (const contact of found) if (!alike.has(contact.id)) alike.set(contact.id, { contact, why })
      }
      const namesakes = load(knownBy('name', name, name))
      const company = row.company === null ? null : normalizeText(row.company)
      const colleague = namesakes.find(
        (contact) => contact.company !== null && normalizeText(contact.company) === company,
      )
      if (colleague !== undefined) return { is: 'known', contact: colleague, isByUid: false }
      for (const contact of namesakes)
        if (!alike.has(contact.id)) alike.set(contact.id, { contact, why: 'same name' })
      return { is: 'new', alike: [...alike.values()] }
    },
  }
}

function first<Item>(items: ReadonlySet<Item>, count: number): Item[] {
  const found: Item[] = []
  for (const item of items) {
    if (found.length === count) break
    found.push(item)
  }
  return found
}

/** The digits of the numbers whose country is unknown. */
function digitsWithoutCountry({ phones }: ExportedContact): string[] {
  return phones
    .filter(({ e164 }) => e164 === null)
    .map(({ value }) => digitsOf(value))
    .filter((digits) => digits.length >= minimumDigits)
}

/** A family shares a number, an office an address: the names must match too, if both have one. */
function canBeSame(contact: Contact, row: ExportedContact): boolean {
  return isNamedByReach(contact) || isNamedByReach(row) || canBeSameName(contact.name, row.name)
}
