import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import type { Phone } from '../../domain/contact.ts'
import { minimumDigits } from '../../domain/match-keys.ts'
import { digitsOf } from '../../domain/normalize.ts'
import { knownPhone } from '../../parse/contact/phone.ts'

/** The result of reading the numbers of all contacts again. */
export type RereadNumbers = {
  /** The contacts whose numbers or groupings change. */
  readonly contacts: readonly number[]
  /** The numbers whose E.164 form changes. */
  readonly read: number
  /** The numbers whose country is still unknown. */
  readonly unknown: number
  /** Writes the changes. */
  apply(tx: Transaction): void
}

/** The most contacts whose new numbers are kept in memory until they are written. */
const mostSeen = 30_000

/** The contacts read per page. */
const pageLength = 500

/**
 * Reads the numbers of all contacts again for a country (ISO 3166): those whose country is unknown and, unless
 * `keepsCountry`, all that were typed without a country code (R3). Every number is grouped as it is dialled from there.
 */
export function rereadNumbers(
  app: App,
  reading: { readonly country: string | null; readonly keepsCountry: boolean },
): RereadNumbers {
  const seen = new Map<string, Phone[]>()
  const reread = (phones: readonly Phone[]): Phone[] => {
    const key = JSON.stringify(phones)
    const found = seen.get(key) ?? phones.map((phone) => knownPhone(phone, reading))
    if (seen.size < mostSeen) seen.set(key, found)
    return found
  }
  const contacts: number[] = []
  let read = 0
  let unknown = 0
  for (const contact of contactsIn(app)) {
    const phones = reread(contact.phones)
    read += phones.filter(({ e164 }, index) => e164 !== contact.phones[index]?.e164).length
    unknown += phones.filter(isUnknown).length
    if (JSON.stringify(phones) !== JSON.stringify(contact.phones)) contacts.push(contact.id)
  }
  return {
    contacts,
    read,
    unknown,
    apply: (tx) => {
      for (const id of contacts) {
        tx.editContact(id, (current) => ({ ...current, phones: reread(current.phones) }))
      }
    },
  }
}

function* contactsIn(app: App) {
  const { contacts } = app.diary()
  for (let last = 0; ;) {
    const page = contacts.page(last, Number.MAX_SAFE_INTEGER, pageLength)
    yield* page
    const lastOfPage = page.at(-1)
    if (lastOfPage === undefined) return
    last = lastOfPage.id
  }
}

function isUnknown({ e164, value }: Phone): boolean {
  return e164 === null && digitsOf(value).length >= minimumDigits
}
