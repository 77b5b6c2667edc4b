import type { App } from '../../app.ts'
import { mayContact, type Contact, type NewContact, type Phone } from '../../domain/contact.ts'
import { refused } from '../../domain/errors.ts'
import { digitsOf } from '../../domain/normalize.ts'
import { searchedDigits } from '../../domain/number-search.ts'
import { numberKey } from '../../domain/number-spellings.ts'
import { canBeSameName } from '../../parse/contact/same-name.ts'

/** A number or an address of a new contact, and the contacts who already have it. */
export type Sharing = {
  readonly what: 'number' | 'address'
  readonly value: string
  readonly others: readonly Contact[]
}

/** The contacts who already have the numbers and addresses of a new contact. */
export function sharingOf(app: App, { phones, emails }: NewContact): Sharing[] {
  const { contacts } = app.diary()
  return [
    ...phones.map((phone) => ({
      what: 'number' as const,
      value: phone.readable,
      others: sharersOf(app, phone),
    })),
    ...emails.map(({ value }) => ({
      what: 'address' as const,
      value,
      others: [...contacts.byId(contacts.knownBy('email', value.toLowerCase(), mostSharers)).values()],
    })),
  ]
}

/**
 * The most contacts with the same number or address that are compared: an office shares an address, a family a number.
 */
const mostSharers = 20

/** The contacts who already have a number. */
function sharersOf(app: App, phone: Phone): Contact[] {
  const { contacts } = app.diary()
  const byNumber = contacts.byId(phone.e164 === null ? [] : contacts.knownBy('e164', phone.e164, mostSharers))
  const byDigits = searchedDigits(phone.value).flatMap((digits) =>
    contacts.matching({ rule: 'digits', digits }),
  )
  const found = new Map([...byNumber.values(), ...byDigits].map((contact) => [contact.id, contact]))
  return [...found.values()].filter(({ phones }) => phones.some((other) => isSameNumber(phone, other)))
}

function isSameNumber(one: Phone, other: Phone): boolean {
  return one.e164 === null || other.e164 === null
    ? digitsOf(one.value) === digitsOf(other.value)
    : numberKey(one.e164) === numberKey(other.e164)
}

/** @throws FuError `refused` if somebody of that name and number or address does not want to be contacted (R58) */
export function refuseMarked({ name }: NewContact, sharing: readonly Sharing[]): void {
  for (const { what, value, others } of sharing) {
    const marked = others.find((other) => !mayContact(other, null) && canBeSameName(other.name, name))
    if (marked === undefined) continue
    throw refused(
      `${value} is the ${what} of ${marked.name} (@${marked.id}), who does not want to be contacted; nothing was written.`,
      `If that has changed: fu edit @${marked.id} --may-contact. If this is somebody else: fu add … --anyway`,
    )
  }
}

/** Notes possible duplicates: contacts with the same number or address, and contacts with the same name. */
export function noteAlike(
  app: App,
  contact: Contact,
  [namesake]: readonly Contact[],
  sharing: readonly Sharing[],
): void {
  const noted = new Set<number>()
  const merge = (other: Contact): string => `fu merge @${contact.id} @${other.id} if they are the same person`
  for (const { what, value, others } of sharing) {
    const sharers = [
      others.find(({ id }) => id === namesake?.id),
      others.find(({ id }) => id !== namesake?.id),
    ].flatMap((other) => (other === undefined || noted.has(other.id) ? [] : [other]))
    for (const sharer of sharers) {
      noted.add(sharer.id)
      const mark = mayContact(sharer, null) ? '' : ', who does not want to be contacted'
      app.terminal.note(
        `${value} is the ${what} of ${sharer.name} (@${sharer.id}) as well${mark}: ${merge(sharer)}`,
      )
    }
  }
  if (namesake !== undefined && !noted.has(namesake.id)) {
    const mark = mayContact(namesake, null) ? '' : ', and does not want to be contacted'
    app.terminal.note(`Another ${namesake.name} is already in the diary${mark}: fu show @${namesake.id}`)
  }
}
